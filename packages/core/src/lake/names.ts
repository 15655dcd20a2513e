import { SluiceError } from '../errors.ts';

const sourceName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,19}$/;
const shortClassNames: Readonly<Record<string, string>> = {
  authentication: 'auth',
  authorize_session: 'authz',
  base_event: 'event',
  compliance_finding: 'complnce',
  detection_finding: 'detection',
  registry_key_activity: 'regkey',
  registry_value_activity: 'regvalue',
  vulnerability_finding: 'vuln',
};
const dullEndings = /_(activity|finding|management|query|info|change|state)$/;
const maxNameLength = 20;

/** A name for the custom source of a connector and a class, short enough for Security Lake: `syslog-auth`. */
export function proposeSourceName(connector: string, className: string): string {
  const short = shortClassNames[className] ?? className.replace(dullEndings, '').replaceAll('_', '-');
  const room = maxNameLength - connector.length - 1;
  return room >= 4
    ? `${connector}-${short.slice(0, room)}`
    : `${connector.slice(0, maxNameLength - 7)}-${short.slice(0, 6)}`;
}

/** Throws unless Security Lake, and the role name it makes of it, can take the name. */
export function checkSourceName(name: string): void {
  if (sourceName.test(name)) return;
  throw new SluiceError(
    'source_invalid',
    `Custom source name "${name}" has to be 1 to 20 letters, digits, ".", "_" or "-", beginning with a letter or digit: ` +
      'Security Lake makes it part of a role name.',
  );
}

/** The table that Security Lake's Glue crawler makes of a custom source. Glue lower-cases and knows no dashes. */
export function glueTableName(region: string, name: string): string {
  return `amazon_security_lake_table_${glueName(region)}_ext_${glueName(name)}`;
}

export function glueDatabaseName(region: string): string {
  return `amazon_security_lake_glue_db_${glueName(region)}`;
}

function glueName(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
}
