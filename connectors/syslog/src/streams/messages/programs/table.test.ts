import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const packet = 'IN=eth0 OUT= SRC=203.0.113.9 DST=192.0.2.2 PROTO=TCP';

test.each([
  ['sshd-session', 'Accepted password for alice from 192.0.2.7 port 4711 ssh2', 3002],
  ['sshd-auth', 'Invalid user alice from 192.0.2.7 port 4711', 3002],
  ['sftp-server', 'session opened for local user alice from [192.0.2.7]', 4007],
  ['internal-sftp', 'session opened for local user alice from [192.0.2.7]', 4007],
  ['openvpn', 'TCP connection established with [AF_INET]192.0.2.7:4711', 4001],
  ['audit', 'USER_LOGIN pid=1 uid=0 auid=1000 ses=1 msg=\'op=login acct="alice" addr=192.0.2.7 res=success\'', 3002],
  ['auditd', 'type=USER_LOGIN msg=audit(1.2:3): pid=1 uid=0 msg=\'op=login acct="alice" res=success\'', 3002],
  ['charon', '12[IKE] IKE_SA office[3] established between 192.0.2.1[gate]...203.0.113.9[alice]', 4014],
  ['charon-systemd', '12[IKE] IKE_SA office[3] established between 192.0.2.1[gate]...203.0.113.9[alice]', 4014],
  [
    'polkitd',
    'Operator of unix-session:2 successfully authenticated as unix-user:root to gain TEMPORARY authorization for action org.example.install for system-bus-name::1.9 [/usr/bin/pkcon] (owned by unix-user:alice)',
    3002,
  ],
  ['ovpn-server', 'TCP connection established with [AF_INET]192.0.2.7:4711', 4001],
  ['ulogd', `DROP ${packet}`, 4001],
  ['filterlog', '5,,,0,igb0,match,block,in,4,0x0,,64,1,0,DF,6,tcp,60,192.0.2.7,198.51.100.1,4711,443,0,S,1', 4001],
  ['vsftpd', '[alice] OK LOGIN: Client "192.0.2.7"', 3002],
  ['pure-ftpd', '(?@192.0.2.7) [INFO] New connection from 192.0.2.7', 4001],
  ['snmpd', 'Connection from UDP: [192.0.2.7]:4711', 4001],
])('%s says %s, of class %i', (program, text, expected) => {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 ${program}[9]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: expected });
});
