import type { Origin } from '@sluice/connector';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapRecord } from './map.fixture.ts';

test('makes a valid event, with all of the record in it, of any bytes', () => {
  const header = fc.constantFrom(
    '',
    '<13>',
    '<86>Jan 14 09:12:01 web1 sshd[1]: ',
    '<85>Jan 14 09:12:01 web1 sudo: ',
    '<86>1 - web1 ',
    '<37>Jan 14 09:12:01 web1 su: ',
    '<38>Jan 14 09:12:01 web1 dropbear[1]: ',
    '<38>Jan 14 09:12:01 web1 login[1]: ',
    '<86>Jan 14 09:12:01 web1 sshd(pam_unix)[1]: ',
    '<38>Jan 14 09:12:01 web1 systemd-logind[1]: ',
  );
  const words = fc.constantFrom(
    'Accepted ',
    'Failed ',
    'password',
    ' for ',
    'invalid user ',
    ' from ',
    ' port ',
    '192.0.2.7',
    '99999',
    'session opened for user ',
    'pam_unix(sshd:session): ',
    ' by ',
    '(uid=0)',
    ' : TTY=',
    ' ; USER=',
    ' ; COMMAND=',
    'New session ',
    ' of user ',
    'message repeated 3 times: [',
    'Exit before auth from <',
    "(user 'root', 3 fails): ",
    'Password auth succeeded for ',
    'LOGIN ON ',
    ' BY ',
    'FAILED LOGIN 1 FROM ',
    ' FOR ',
    ', ',
    ']',
    ' ssh2: ',
    'authentication failure; ',
    ' rhost=',
    ' user=',
    "'",
    '\0',
    '\u{feff}',
    '😀',
    '__proto__',
    'fe80::1%eth0',
    '  ',
  );
  const text = fc.tuple(
    header,
    fc.oneof(
      fc.array(words, { maxLength: 12 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    ),
  );
  const bytes = fc.oneof(
    text.map((parts) => Buffer.from(parts.join(''))),
    fc.uint8Array().map((array) => Buffer.from(array)),
  );
  fc.assert(
    fc.property(bytes, (record) => {
      const { event, problems } = mapRecord(record);
      expect(problems).toEqual([]);
      expect([record.toString('utf8'), record.toString('latin1')]).toContain(event['raw_data']);
    }),
    { numRuns: 2000 },
  );
});

test('maps the longest message there is, and rejects a longer one', () => {
  const header = '<13>Jan 14 09:12:01 web1 app: ';
  expect(mapRecord(header + 'x'.repeat(65_535 - header.length)).problems).toEqual([]);
  expect(mapRecord(header + 'x'.repeat(65_536 - header.length)).problems).toEqual(['message_too_long']);
});

test('reads times in the zone of the sender', () => {
  const config = {
    timezone: 'Europe/Berlin',
    senders: [
      { address: '198.51.100.0/24', timezone: 'America/New_York' },
      { address: '2001:db8::9', timezone: 'Asia/Tokyo' },
    ],
  };
  const timeFrom = (address: string): string => {
    const { event } = mapRecord('<13>Jan 14 09:12:01 web1 app: x', { config, origin: { transport: 'udp', address } });
    return new Date(Number(event['time'])).toISOString();
  };
  expect(timeFrom('192.0.2.1')).toBe('2026-01-14T08:12:01.000Z');
  expect(timeFrom('198.51.100.77')).toBe('2026-01-14T14:12:01.000Z');
  expect(timeFrom('2001:db8::9')).toBe('2026-01-14T00:12:01.000Z');
});

test('reads every message of a sender in its zone, and those of a Unix socket in the common one', () => {
  const config = { timezone: 'Europe/Berlin', senders: [{ address: '198.51.100.7', timezone: 'Asia/Tokyo' }] };
  const timesOf = (origin: Origin): unknown[] =>
    ['10', '11'].map((hour) => mapRecord(`<13>Jan 14 ${hour}:00:00 web1 app: x`, { config, origin }).event['time']);
  expect(timesOf({ transport: 'udp', address: '198.51.100.7' })).toEqual([
    Date.UTC(2026, 0, 14, 1),
    Date.UTC(2026, 0, 14, 2),
  ]);
  expect(timesOf({ transport: 'unix', path: '/run/log' })).toEqual([
    Date.UTC(2026, 0, 14, 9),
    Date.UTC(2026, 0, 14, 10),
  ]);
});

test('keeps the certificate of a sender beside its address', () => {
  const origin = { transport: 'tls', address: '192.0.2.1', port: 4, certificateSubject: 'CN=web1.example.com' };
  const { event } = mapRecord('<13>Jan 14 09:12:01 web1 app: x', { origin });
  expect(event).toMatchObject({ metadata: { loggers: [{ name: '192.0.2.1', uid: 'CN=web1.example.com' }] } });
});

test('takes the sender for the host where the message names none', () => {
  const { event } = mapRecord('<86>Jan 14 09:12:01 sshd[1]: Accepted password for alice from 192.0.2.7 port 1 ssh2');
  expect(event).toMatchObject({ device: { ip: '192.0.2.1' }, dst_endpoint: { ip: '192.0.2.1' } });
});

test('gives the same event for the same record again', () => {
  const record = '<86>Jan 14 09:12:01 web1 sshd[1]: Failed password for root from 203.0.113.5 port 40022 ssh2';
  expect(mapRecord(record)).toEqual(mapRecord(record));
});
