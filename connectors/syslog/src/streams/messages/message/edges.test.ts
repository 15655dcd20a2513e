import { expect, test } from 'vitest';
import { fieldsOf } from './parse.fixture.ts';
import { parseMessage } from './parse.ts';
import { createZone, utc } from './zone.ts';

const at = '2026-03-01T18:46:11.000Z';

/** What is written where a time of RFC 3164 stands, and what time it is; nothing where it is no time. */
test.each<[string, string | undefined]>([
  ['Mar  1 18:46:11', at],
  ['Mar 1 18:46:11', at],
  ['Mar 01 18:46:11', at],
  ['Mar  1 8:46:11', '2026-03-01T08:46:11.000Z'],
  ['Mar  1 18:46:11.5', '2026-03-01T18:46:11.500Z'],
  ['Mar  1 18:46:11,25', '2026-03-01T18:46:11.250Z'],
  ['Mar  1 18:46:11.1239', '2026-03-01T18:46:11.123Z'],
  ['Mar  1 18:46:11Z', at],
  ['Mar  1 18:46:11z', at],
  ['Mar  1 18:46:11 UTC', at],
  ['Mar  1 18:46:11 GMT', at],
  ['Mar  1 18:46:11 UTC+1', '2026-03-01T17:46:11.000Z'],
  ['Mar  1 18:46:11 UTC-05:30', '2026-03-02T00:16:11.000Z'],
  ['Mar  1 18:46:11 +0100', '2026-03-01T17:46:11.000Z'],
  ['Mar  1 18:46:11+23:59', '2026-02-28T18:47:11.000Z'],
  ['Mar  1 18:46:11 -0030', '2026-03-01T19:16:11.000Z'],
  ['Mar  1 18:46:11 2025', '2025-03-01T18:46:11.000Z'],
  ['Mar  1 18:46:11 CET 2025', '2025-03-01T17:46:11.000Z'],
  ['Mar  1 18:46:11 AKST 2025', '2025-03-02T03:46:11.000Z'],
  ['Mar  1 18:46:11 OURS 2025', '2025-03-01T18:46:11.000Z'],
  ['Mar  1 18:46:11 IST 2025', undefined],
  ['Mar  1 2025 18:46:11', '2025-03-01T18:46:11.000Z'],
  ['2025 Mar  1 18:46:11', '2025-03-01T18:46:11.000Z'],
  ['Sun Mar  1 18:46:11', at],
  ['Jan  1 00:00:00', '2026-01-01T00:00:00.000Z'],
  ['Feb  1 00:00:00', '2026-02-01T00:00:00.000Z'],
  ['Apr  1 00:00:00', '2025-04-01T00:00:00.000Z'],
  ['May  1 00:00:00', '2025-05-01T00:00:00.000Z'],
  ['Jun  1 00:00:00', '2025-06-01T00:00:00.000Z'],
  ['Jul  1 00:00:00', '2025-07-01T00:00:00.000Z'],
  ['Aug  1 00:00:00', '2025-08-01T00:00:00.000Z'],
  ['Sep  1 00:00:00', '2025-09-01T00:00:00.000Z'],
  ['Oct  1 00:00:00', '2025-10-01T00:00:00.000Z'],
  ['Nov  1 00:00:00', '2025-11-01T00:00:00.000Z'],
  ['Dec 31 23:59:59', '2025-12-31T23:59:59.000Z'],
  ['.Mar  1 18:46:11', at],
  ['*Mar  1 18:46:11', undefined],
  ['*Mar  1 2014 18:46:11', undefined],
  ['*Mar  1 2015 18:46:11', '2015-03-01T18:46:11.000Z'],
  ['Mar 32 18:46:11', undefined],
  ['Mar  1 24:46:11', undefined],
  ['2026-03-01T18:46:11Z', at],
  ['2026-03-01t18:46:11Z', at],
  ['2026-03-01 18:46:11', at],
  ['2026/03/01 18:46:11', at],
  ['2026/03/01T18:46:11+01:00', '2026-03-01T17:46:11.000Z'],
  ['2026-03-01T18:46:11.123456789-05:00', '2026-03-01T23:46:11.123Z'],
  ['2026:03:01-18:46:11', at],
  ['1772390771', at],
  ['1000000000', '2001-09-09T01:46:40.000Z'],
  ['1772390771.5', '2026-03-01T18:46:11.500Z'],
])('the time %s of a message is %s', (written, expected) => {
  const fields = fieldsOf(`<34>${written} mars su[12]: hello`);
  expect(fields).toEqual({
    facility: 4,
    severity: 2,
    timestamp: written,
    ...(expected === undefined ? {} : { time: expected }),
    hostname: 'mars',
    appName: 'su',
    procId: '12',
    content: 'hello',
  });
});

test.each([
  'Mar  1 18:46',
  'Mar  1 18:46:1',
  'Mar  1 18:46:1x',
  'Mar  1 18:x6:11',
  'Mar  1 18-46-11',
  'Mar  1 18:46-11',
  'Mar 111 18:46:11',
  'Mar  1 118:46:11',
  'Mar  1 :46:11',
  'Mar-01 18:46:11',
  'mar  1 18:46:11',
  'Mae  1 18:46:11',
  'Mar  x 18:46:11',
  'Sum Mar  1 18:46:11',
  'sun Mar  1 18:46:11',
  'Mar  1 18:46:11x',
  '2026-03/01 18:46:11',
  '2026.03.01 18:46:11',
  '2026-03-01_18:46:11',
  '2026:03:01 18:46:11',
  '2026-03-01-18:46:11',
  '226-03-01 18:46:11',
  'x026-03-01 18:46:11',
  '2026-03-01T18:46',
  '177239077',
  '17723907711',
  '0772390771',
  '1772390771.',
  '1772390771.x',
  'Mar  1 18:46:11.',
  'Mar  1 18:46:11.x',
  'SunMar  1 18:46:11',
  '2025\tMar  1 18:46:11',
  'Mar  1 2025\t18:46:11',
  '1772390771.5x',
])('%s is no time', (written) => {
  expect(fieldsOf(`<34>${written} mars su[12]: hello`)).not.toHaveProperty('timestamp');
});

/** What stands behind the time and looks like more of it. */
test.each<[string, Record<string, unknown>]>([
  ['2026x mars su: hello', { hostname: '2026x', content: 'mars su: hello' }],
  ['UTC mars su: hello', { timestamp: 'Mar  1 18:46:11 UTC', hostname: 'mars', appName: 'su', content: 'hello' }],
  ['UTCX mars su: hello', { hostname: 'UTCX', content: 'mars su: hello' }],
  ['UTC+x su: hello', { content: 'UTC+x su: hello' }],
  ['CET: %SYS-5-X: hello', { timestamp: 'Mar  1 18:46:11 CET', appName: '%SYS-5-X', content: 'hello' }],
  ['XYZT: %SYS-5-X: hello', { timestamp: 'Mar  1 18:46:11 XYZT', appName: '%SYS-5-X', content: 'hello' }],
  ['CET: hello', { timestamp: 'Mar  1 18:46:11 CET', content: 'hello' }],
  ['XYZ: hello', { appName: 'XYZ', content: 'hello' }],
  ['ABCDE: %SYS-5-X: hello', { timestamp: 'Mar  1 18:46:11 ABCDE', appName: '%SYS-5-X', content: 'hello' }],
  ['ABCDEF: %SYS-5-X: hello', { hostname: 'ABCDEF', appName: '%SYS-5-X', content: 'hello' }],
  ['1ST: %SYS-5-X: hello', { hostname: '1ST', appName: '%SYS-5-X', content: 'hello' }],
  ['EST su: hello', { hostname: 'EST', appName: 'su', content: 'hello' }],
  ['Mars 2025 su: hello', { hostname: 'Mars', content: '2025 su: hello' }],
  ['mARS 2025 su: hello', { hostname: 'mARS', content: '2025 su: hello' }],
  ['+2400 su: hello', { content: '+2400 su: hello' }],
  ['+2500 su: hello', { content: '+2500 su: hello' }],
  ['+0160 su: hello', { content: '+0160 su: hello' }],
  ['2200 su: hello', { hostname: '2200', appName: 'su', content: 'hello' }],
  ['2026: %SYS-5-X: hello', { timestamp: 'Mar  1 18:46:11 2026', appName: '%SYS-5-X', content: 'hello' }],
  ['edge: %SYS-5-X: hello', { hostname: 'edge', appName: '%SYS-5-X', content: 'hello' }],
  ['AB[: %SYS-5-X: hello', { content: 'AB[: %SYS-5-X: hello' }],
  ['NZST: %SYS-5-X: hello', { timestamp: 'Mar  1 18:46:11 NZST', appName: '%SYS-5-X', content: 'hello' }],
  ['2199 su: hello', { timestamp: 'Mar  1 18:46:11 2199', appName: 'su', content: 'hello' }],
  ['1969 su: hello', { hostname: '1969', appName: 'su', content: 'hello' }],
  ['1970 su: hello', { timestamp: 'Mar  1 18:46:11 1970', appName: 'su', content: 'hello' }],
  ['2026', { timestamp: 'Mar  1 18:46:11 2026', content: '' }],
  ['mars', { content: 'mars' }],
  ['', { content: '' }],
])('behind its time a message says %s', (rest, expected) => {
  const { time: _, timestamp, ...others } = fieldsOf(`<34>Mar  1 18:46:11 ${rest}`);
  const { timestamp: expectedStamp = 'Mar  1 18:46:11', ...expectedOthers } = expected;
  expect(timestamp).toBe(expectedStamp);
  expect(others).toEqual({ facility: 4, severity: 2, ...expectedOthers });
});

/** Tags, as programs write them. */
test.each<[string, Record<string, unknown>]>([
  ['su: hello', { appName: 'su', content: 'hello' }],
  ['su:\thello', { appName: 'su', content: '\thello' }],
  ['su:', { appName: 'su', content: '' }],
  ['su:hello', { content: 'su:hello' }],
  ['su[12]: hello', { appName: 'su', procId: '12', content: 'hello' }],
  ['su[12] hello', { appName: 'su', procId: '12', content: 'hello' }],
  ['su[12]hello', { content: 'su[12]hello' }],
  ['su[]: hello', { appName: 'su', content: 'hello' }],
  ['su[1 2]: hello', { content: 'su[1 2]: hello' }],
  ['su[12: hello', { content: 'su[12: hello' }],
  ['su(pam_unix)[12]: hello', { appName: 'su(pam_unix)', procId: '12', content: 'hello' }],
  ['%ASA-6-302013:hello', { appName: '%ASA-6-302013', content: 'hello' }],
  ['%ASA-6-302013 :hello', { appName: '%ASA-6-302013', content: 'hello' }],
  ['%ASA-6-302013 : hello', { appName: '%ASA-6-302013', content: 'hello' }],
  ['su : hello', { hostname: 'mars', content: 'su : hello' }],
  [':hello', { hostname: 'mars', content: ':hello' }],
  ['a!b: hello', { appName: 'a!b', content: 'hello' }],
  ['a\u{7f}b: hello', { content: 'a\u{7f}b: hello' }],
  ['a=b: hello', { content: 'a=b: hello' }],
  ['a,b: hello', { content: 'a,b: hello' }],
  ['a"b: hello', { content: 'a"b: hello' }],
  ['a<b: hello', { content: 'a<b: hello' }],
  ['a>b: hello', { content: 'a>b: hello' }],
  ['{a: hello', { content: '{a: hello' }],
  ['a|b: hello', { content: 'a|b: hello' }],
  [`${'a'.repeat(128)}: hello`, { appName: 'a'.repeat(128), content: 'hello' }],
  [`${'a'.repeat(129)}: hello`, { content: `${'a'.repeat(129)}: hello` }],
  [`su[${'1'.repeat(127)}]: hello`, { appName: 'su', procId: '1'.repeat(127), content: 'hello' }],
  [`su[${'1'.repeat(128)}]: hello`, { content: `su[${'1'.repeat(128)}]: hello` }],
  ['su: [ID 47 auth.info] hello', { appName: 'su', msgId: '47', content: 'hello' }],
  ['su: [ID 47] hello', { appName: 'su', msgId: '47', content: 'hello' }],
  ['su: [ID 47 hello', { appName: 'su', content: '[ID 47 hello' }],
  ['su: [IDX] hello', { appName: 'su', content: '[IDX] hello' }],
  [`su: [ID ${'4'.repeat(80)}] x`, { appName: 'su', content: `[ID ${'4'.repeat(80)}] x` }],
])('a message of a host is read with the tag %s', (rest, expected) => {
  const { time: _, timestamp: __, ...fields } = fieldsOf(`<34>Mar  1 18:46:11 mars ${rest}`);
  expect(fields).toEqual({ facility: 4, severity: 2, hostname: 'mars', ...expected });
});

/** Whole messages without a priority, and heads that only some devices write. */
test.each<[string, Record<string, unknown>]>([
  ['1 2026-03-01T18:46:11Z mars su: hello', { content: '1 2026-03-01T18:46:11Z mars su: hello' }],
  ['su: hello', { content: 'su: hello' }],
  [': su[12 hello', { content: 'su[12 hello' }],
  ['su[12]: hello', { appName: 'su', procId: '12', content: 'hello' }],
  ['<13>su: hello', { facility: 1, severity: 5, appName: 'su', content: 'hello' }],
  [
    'Mar  1 18:46:11 mars auth.info su[12]: hello',
    {
      facility: 4,
      severity: 6,
      timestamp: 'Mar  1 18:46:11',
      hostname: 'mars',
      appName: 'su',
      procId: '12',
      content: 'hello',
    },
  ],
  [
    'Mar  1 18:46:11 <auth.notice> mars su[12]: hello',
    {
      facility: 4,
      severity: 5,
      timestamp: 'Mar  1 18:46:11',
      hostname: 'mars',
      appName: 'su',
      procId: '12',
      content: 'hello',
    },
  ],
  ['auth.info su: hello', { content: 'auth.info su: hello' }],
  [
    'Mar  1 18:46:11 <auth.notice> mars su: hello',
    { facility: 4, severity: 5, timestamp: 'Mar  1 18:46:11', hostname: 'mars', appName: 'su', content: 'hello' },
  ],
  [
    '<34>2 2026-03-01T18:46:11Z mars su: hello',
    { facility: 4, severity: 2, content: '2 2026-03-01T18:46:11Z mars su: hello' },
  ],
  [
    '<189>123456789012: *Mar  1 18:46:11: %SYS-5-X: hello',
    {
      facility: 23,
      severity: 5,
      sequence: 123456789012,
      timestamp: '*Mar  1 18:46:11',
      appName: '%SYS-5-X',
      content: 'hello',
    },
  ],
  [
    '<189>123456789012: %SYS-5-X: hello',
    { facility: 23, severity: 5, sequence: 123456789012, appName: '%SYS-5-X', content: 'hello' },
  ],
  [
    '<189>1234567890123: *Mar  1 18:46:11: %SYS-5-X: hello',
    {
      facility: 23,
      severity: 5,
      timestamp: '*Mar  1 18:46:11',
      hostname: '1234567890123',
      appName: '%SYS-5-X',
      content: 'hello',
    },
  ],
  ['auth.info su[12]: hello', { hostname: 'auth.info', appName: 'su', procId: '12', content: 'hello' }],
  [
    '<189>:Mar  1 18:46:11: %SYS-5-X: hello',
    { facility: 23, severity: 5, timestamp: 'Mar  1 18:46:11', appName: '%SYS-5-X', content: 'hello' },
  ],
  [
    '<189>Mar  1 18:46:11:%SYS-5-X: hello',
    { facility: 23, severity: 5, timestamp: 'Mar  1 18:46:11', appName: '%SYS-5-X', content: 'hello' },
  ],
  [
    '<189>45: 000046: Mar  1 18:46:11: %SYS-5-X: hello',
    { facility: 23, severity: 5, sequence: 46, timestamp: 'Mar  1 18:46:11', appName: '%SYS-5-X', content: 'hello' },
  ],
  [
    '<189>45: 000046: Mar  1 18:46:11: hello',
    { facility: 23, severity: 5, sequence: 46, timestamp: 'Mar  1 18:46:11', content: 'hello' },
  ],
  [
    '<189>45: 123456789012: Mar  1 18:46:11: hello',
    { facility: 23, severity: 5, sequence: 123456789012, timestamp: 'Mar  1 18:46:11', content: 'hello' },
  ],
  [
    '<189>45: 1234567890123: Mar  1 18:46:11: hello',
    {
      facility: 23,
      severity: 5,
      sequence: 45,
      timestamp: 'Mar  1 18:46:11',
      hostname: '1234567890123',
      content: 'hello',
    },
  ],
  [
    'Mar  1 2025 18:46:11 2024 su[12]: hello',
    { timestamp: 'Mar  1 2025 18:46:11', hostname: '2024', appName: 'su', procId: '12', content: 'hello' },
  ],
  [
    '<34>2026-03-01T18:46:11 +2500 su: hello',
    { facility: 4, severity: 2, timestamp: '2026-03-01T18:46:11', content: '+2500 su: hello' },
  ],
  ['%SYS-5-X: hello', { appName: '%SYS-5-X', content: 'hello' }],
  ['<189>mars %SYS-5-X: hello', { facility: 23, severity: 5, hostname: 'mars', appName: '%SYS-5-X', content: 'hello' }],
  [
    '<189>192.0.2.4 000046: Mar  1 18:46:11: %SYS-5-X: hello',
    {
      facility: 23,
      severity: 5,
      sequence: 46,
      timestamp: 'Mar  1 18:46:11',
      hostname: '192.0.2.4',
      appName: '%SYS-5-X',
      content: 'hello',
    },
  ],
  [
    '<189>LC/0/1/CPU0:Mar  1 18:46:11 : ifmgr[12]: %PKT-5-X : hello',
    {
      facility: 23,
      severity: 5,
      timestamp: 'Mar  1 18:46:11',
      appName: 'ifmgr',
      procId: '12',
      content: '%PKT-5-X : hello',
    },
  ],
  [
    '<189>1y12w: %SYS-5-X: hello',
    { facility: 23, severity: 5, timestamp: '1y12w', appName: '%SYS-5-X', content: 'hello' },
  ],
])('%s is read', (text, expected) => {
  const { time: _, ...fields } = fieldsOf(text);
  expect(fields).toEqual(expected);
});

test('a host has letters, digits and some marks, and 255 characters at most', () => {
  const hostIn = (host: string): unknown => fieldsOf(`<13>Mar  1 18:46:11 ${host} app: x`)['hostname'];
  const hosts = ['a-b', 'a_b', 'a.b', 'a@b', 'a:b', 'a/b', '9', 'x'.repeat(255)];
  expect(hosts.map(hostIn)).toEqual(hosts);
  expect(['-', '_.', '/a', 'a,b', 'a=b', 'x'.repeat(256)].map(hostIn)).toEqual(Array(6).fill(undefined));
});

test("what stands before Cisco's tag is the host, and its tag begins with a capital", () => {
  const hostIn = (tag: string): unknown => fieldsOf(`<13>Mar  1 18:46:11 edge1: ${tag}-5-X: x`)['hostname'];
  expect(fieldsOf('<13>Mar  1 18:46:11 a: %SYS-5-X: x')).toMatchObject({ hostname: 'a', appName: '%SYS-5-X' });
  expect(['%A', '%Z'].map(hostIn)).toEqual(['edge1', 'edge1']);
  expect(['%[', '%@', '%a', 'A', '%5'].map(hostIn)).toEqual(Array(5).fill(undefined));
});

test('the host behind an arrow is the one that sent the message', () => {
  const hostIn = (host: string): unknown => fieldsOf(`<13>Mar  1 18:46:11 ${host} app: x`)['hostname'];
  expect(['manager->192.0.2.4', 'm->192.0.2.4'].map(hostIn)).toEqual(Array(2).fill('192.0.2.4'));
  expect(hostIn('->192.0.2.4')).toBeUndefined();
});

test.each([
  ['UTC', 18],
  ['GMT', 18],
  ['UTC+1', 17],
  ['Z', 18],
  ['+0000', 18],
  ['-0200', 20],
  ['CET 2026', 17],
  ['EDT 2026', 22],
  ['IST 2026', 17],
  ['OURS 2026', 17],
])('a time with %s is %i o’clock in UTC, though the configured zone is that of Berlin', (written, hour) => {
  const clock = { receivedAt: Date.UTC(2026, 2, 10, 12), zone: createZone('Europe/Berlin') };
  const { time } = parseMessage(`<34>Mar  1 18:46:11${written === 'Z' ? '' : ' '}${written} mars su[12]: hello`, clock);
  expect(time).toBe(Date.UTC(2026, 2, 1, hour, 46, 11));
});

test('EST is that of Australia where such a zone is configured', () => {
  const clock = { receivedAt: Date.UTC(2026, 2, 10, 12), zone: createZone('Australia/Brisbane') };
  const timeOf = (zone: string): unknown =>
    parseMessage(`<34>Mar  1 18:46:11 ${zone} 2026 mars su[12]: hello`, clock).time;
  expect(timeOf('EST')).toBe(Date.UTC(2026, 2, 1, 8, 46, 11));
  expect(timeOf('PST')).toBe(Date.UTC(2026, 2, 2, 2, 46, 11));
});

test.each([
  ['mdt: %SYS-5-CONFIG_I: x', Date.UTC(2026, 2, 2, 0, 46, 11), undefined, '%SYS-5-CONFIG_I'],
  ['cest: %SYS-5-CONFIG_I: x', Date.UTC(2026, 2, 1, 16, 46, 11), undefined, '%SYS-5-CONFIG_I'],
  ['cest: up', Date.UTC(2026, 2, 1, 18, 46, 11), undefined, 'cest'],
  ['core: %SYS-5-CONFIG_I: x', Date.UTC(2026, 2, 1, 18, 46, 11), 'core', '%SYS-5-CONFIG_I'],
])('"%s": a zone in small letters is one before a message of Cisco only', (rest, time, ...names) => {
  const {
    time: found,
    hostname,
    appName,
  } = parseMessage(`<189>Mar  1 18:46:11 ${rest}`, {
    receivedAt: Date.UTC(2026, 2, 10, 12),
    zone: utc,
  });
  expect([found, hostname, appName]).toEqual([time, ...names]);
});
