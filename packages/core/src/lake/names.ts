import { SluiceError } from '../errors.ts';
import { shortClassNames } from './short-class-names.ts';

const sourceName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,19}$/;
const dullEndings = /_(activity|finding|management|query|info|change|state)$/;
const maxNameLength = 20;
const leastRoomForClass = 7;

/** A name for the custom source of a connector and a class, short enough for Security Lake: `syslog-auth`. */
export function proposeSourceName(connector: string, className: string): string {
  const short = shortClassNames[className] ?? className.replace(dullEndings, '').replaceAll('_', '-');
  const room = Math.max(maxNameLength - connector.length - 1, leastRoomForClass);
  const end = withoutLastDash(short.slice(0, room));
  return `${withoutLastDash(connector.slice(0, maxNameLength - 1 - end.length))}-${end}`;
}

function withoutLastDash(text: string): string {
  return text.replace(/[-_.]+$/, '');
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
