import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each(
  'syslog syslogd syslog-ng rsyslogd rsyslog klogd cups cupsd ntpd portmap rpcidmapd nfslock irqbalance pcmcia hcid sdpd smartd gpm xfs acpid rc network iptables messagebus'.split(
    ' ',
  ),
)('%s tells of its end', (name) => {
  const { event } = mapRecord(`<30>Jan 14 09:12:01 web1 ${name}[9]: Terminated`);
  expect(event).toMatchObject({ class_uid: 6002, activity_id: 4, app: { name } });
});

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
