import { loadCatalogue, releases } from '@sluice/ocsf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSourceName, glueDatabaseName, glueTableName, proposeSourceName } from './names.ts';

test.each([
  ['syslog', 'authentication', 'syslog-auth'],
  ['syslog', 'base_event', 'syslog-event'],
  ['app-logs', 'http_activity', 'app-logs-http'],
  ['crowdstrike', 'process_activity', 'crowdstrike-process'],
  ['crowdstrike', 'registry_key_activity', 'crowdstrike-regkey'],
  ['crowdstrike', 'registry_value_activity', 'crowdstrike-regval'],
  ['security-hub', 'compliance_finding', 'security-hub-compl'],
  ['syslog', 'application_lifecycle', 'syslog-applife'],
  ['acme-endpoint-detection', 'process_activity', 'acme-endpoin-process'],
  ['acme', 'door_state_change', 'acme-door-state'],
])('proposes a short name for %s and %s: %s', (connector, className, name) => {
  expect(proposeSourceName(connector, className)).toBe(name);
});

test('no two classes of a release of OCSF get the same name, however long the name of the connector is', () => {
  for (const release of releases) {
    const classes = [...loadCatalogue(release).classes.keys()];
    for (const connector of ['syslog', 'security-hub', 'a-connector-of-a-long-name'])
      expect(new Set(classes.map((name) => proposeSourceName(connector, name))).size, release).toBe(classes.length);
  }
});

test('every proposed name is one that Security Lake takes', () => {
  const connectors = fc.stringMatching(/^[a-z][a-z0-9-]{1,30}$/);
  const classes = fc.stringMatching(/^[a-z][a-z_]{2,40}$/);
  fc.assert(
    fc.property(connectors, classes, (connector, className) =>
      checkSourceName(proposeSourceName(connector, className)),
    ),
  );
});

test.each(['', 'a'.repeat(21), 'with space', 'colon:is:no', '-first', 'ümlaut'])('refuses the name "%s"', (name) => {
  expect(() => checkSourceName(name)).toThrow(/1 to 20 letters/);
});

test('names tables and databases as Glue does', () => {
  expect(glueTableName('eu-west-1', 'App-Logs-HTTP')).toBe('amazon_security_lake_table_eu_west_1_ext_app_logs_http');
  expect(glueDatabaseName('eu-west-1')).toBe('amazon_security_lake_glue_db_eu_west_1');
});
