import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';
import { kindOf } from './kinds.ts';

const ends = 'src=192.0.2.7:4711:X0 dst=198.51.100.2:443:X1';

function logged(words: string, fields = ends): Readonly<Record<string, unknown>> {
  const head = 'id=firewall sn=18B100000001 time="2026-01-14 09:00:01" fw=203.0.113.1 pri=1';
  const { event, problems } = mapRecord(`<134>${head} m=1 msg="${words}" ${fields}`);
  expect(problems).toEqual([]);
  return event;
}

/** The words are those of SonicWall's reference of log events, which also names their group. */
test.each<[string, number | undefined]>([
  ['Ping of death dropped', 6],
  ['IP spoof dropped', 6],
  ['IP spoof detected on packet to Central Gateway, packet dropped', 6],
  ['Possible SYN flood attack detected', undefined],
  ['Possible ICMPv6 flood attack detected', undefined],
  ['Possible RST Flood on IF X1', undefined],
  ['Possible ARP attack from MAC address 02:00:5e:00:53:01', undefined],
  ['Land attack dropped', 6],
  ['Smurf Amplification attack dropped', 6],
  ['Spank attack multicast packet dropped', 6],
  ['Nestea/Teardrop attack dropped', 6],
  ['FTP: PASV response spoof attack dropped', 6],
  ['DNS rebind attack blocked', 2],
  ['Possible port scan detected', undefined],
  ['Probable port scan detected', undefined],
  ['Probable TCP FIN scan detected', undefined],
  ['Probable TCP XMAS scan detected', undefined],
  ['Probable TCP NULL scan detected', undefined],
  ['TCP Xmas Tree dropped', 6],
  ['TCP Null Flag dropped', 6],
  ['TCP SYN/FIN packet dropped', 6],
  ['SYN-Flooding machine 192.0.2.9 blacklisted', 2],
  ['IPS Detection Alert: WEB-ATTACKS example', undefined],
  ['IPS Prevention Alert: WEB-ATTACKS example', 2],
  ['IDP Detection Alert: example', undefined],
  ['IDP Prevention Alert: example', 2],
  ['Anti-Spyware Detection Alert: example', undefined],
  ['Anti-Spyware Prevention Alert: example', 2],
  ['Gateway Anti-Virus Alert: example', undefined],
  ['Suspected Botnet initiator blocked: example', 2],
])('"%s" is a finding with the disposition %s', (words, disposition) => {
  const event = logged(words);
  expect(event).toMatchObject({ class_uid: 2004, finding_info: { title: words } });
  expect(event['disposition_id']).toBe(disposition);
});

test.each([
  'Received IPS Alert: Your Intrusion Prevention (IDP) subscription has expired.',
  'Received AV Alert: Your Network Anti-Virus subscription will expire in 7 days.',
  'Anti-Virus Licenses Exceeded',
  'Anti-Spyware Service Expire',
  'Gateway Anti-Virus Service expired',
  'Locked-out user logins allowed - lockout period expired',
  'Locked-out user logins allowed by admin',
  'Configuration mode administration session started',
  'Read-only mode GUI administration session ended',
])('"%s" tells of the device alone', (words) => {
  expect(logged(words)).toMatchObject({ class_uid: 0, unmapped: { src: '192.0.2.7', dst: '198.51.100.2' } });
});

test('what an alert found may sound like a notice', () => {
  expect(kindOf('IPS Detection Alert: license server, service ticket expired')).toBe('finding');
});

test.each([
  ['Administrator login allowed', 1, 1],
  ['Administrator login denied due to bad credentials', 1, 2],
  ['Administrator login denied from 192.0.2.9; logins disabled from this interface', 1, 2],
  ['CLI administrator login allowed', 1, 1],
  ['User login from an internal zone allowed', 1, 1],
  ['User login denied - RADIUS authentication failure', 1, 2],
  ['User login failure rate exceeded - logins from user IP address denied', 1, 2],
  ['User login disabled from 192.0.2.9', 1, 0],
  ['User logged out - user disconnect detected', 2, 1],
  ['Pending login timed out', 1, 2],
  ['Ftp client user logged in successfully', 1, 1],
  ['Ftp client user logged in failed', 1, 2],
  ['XAUTH Succeeded with VPN hq', 1, 1],
  ['XAUTH Failed with VPN hq, Authentication failure', 1, 2],
  ['PPP: Authentication successful', 1, 1],
  ['PPP: CHAP authentication failed - check username / password', 1, 2],
  ['L2TP Server:  Local  Authentication Success.', 1, 1],
  ['L2TP Server:  RADIUS/LDAP reports Authentication Failure', 1, 2],
])('"%s" is the logon %i with the status %i', (words, activity, status) => {
  expect(logged(words)).toMatchObject({ class_uid: 3002, activity_id: activity, status_id: status });
});

test.each([
  ['Access rule added', 1, 1],
  ['Access rule viewed or modified', 3, 1],
  ['Access rule deleted', 4, 1],
  ['VPN policy hq is added', 1, 1],
  ['VPN policy hq is modified', 3, 1],
  ['VPN policy hq is deleted', 4, 1],
  ['VPN enabled by administrator', 8, 1],
  ['WLAN disabled by administrator', 9, 1],
  ['SYN Flood blacklisting disabled by user', 9, 1],
  ['SYN Flood Mode changed by user to: Always proxy WAN connections', 3, 1],
  ['System Setting Imported', 3, 1],
  ['Configuration succeeded: zone', 3, 1],
  ['Configuration changed: zone', 3, 1],
  ['Configuration failed: zone', 3, 2],
])('"%s" is the change %i with the status %i', (words, activity, status) => {
  expect(logged(words, `${ends} usr="admin"`)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    status_id: status,
    actor: { user: { name: 'admin' } },
    src_endpoint: { ip: '192.0.2.7', interface_name: 'X0' },
    unmapped: { dst: '198.51.100.2' },
  });
});

test('a password is changed by someone for someone', () => {
  expect(logged('User alice password is changed', `${ends} usr="admin" note="by policy" n=7`)).toMatchObject({
    class_uid: 3001,
    activity_id: 3,
    status_id: 1,
    status_detail: 'by policy',
    severity_id: 5,
    metadata: { event_code: '1', product: { vendor_name: 'SonicWall', name: 'SonicOS' } },
    user: { name: 'alice' },
    actor: { user: { name: 'admin' } },
    src_endpoint: { ip: '192.0.2.7', port: 4711 },
    unmapped: { dst: '198.51.100.2', n: '7' },
  });
});

test.each([
  ['IPsec Authentication Failed', 99, 2],
  ['IPSec VPN Decryption Failed', 99, 2],
  ['L2TP Server : Deleting the Tunnel', 2, 1],
])('"%s" is the step %i of a tunnel with the status %i', (words, activity, status) => {
  expect(logged(words)).toMatchObject({ class_uid: 4014, activity_id: activity, status_id: status });
});

test.each([
  ['SSL VPN Traffic', 6],
  ['TCP connection dropped', 5],
  ['TCP connection from LAN denied', 5],
  ['Initiator from country blocked: example', 5],
  ['Application Control Prevention Alert: example', 5],
  ['Application Control Detection Alert: example', 6],
])('"%s" is the connection %i', (words, activity) => {
  expect(logged(words)).toMatchObject({ class_uid: 4001, activity_id: activity });
});
