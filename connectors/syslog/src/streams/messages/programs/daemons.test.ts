import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

/** Programs that have messages of their own tell of their life as others do. */
test.each([
  ['named[9]: starting BIND 9.16', 'named', 3],
  ['named[9]: shutting down', 'named', 4],
  ['snmpd[9]: snmpd startup succeeded', 'snmpd', 3],
  ['snmpd[9]: snmpd shutdown succeeded', 'snmpd', 4],
  ['xinetd[9]: Exiting...', 'xinetd', 4],
])('%s is of %s, activity %i', (text, name, activity) => {
  const { event, problems } = mapRecord(`<30>Jan 14 09:12:01 web1 ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 6002, activity_id: activity, app: { name } });
});
