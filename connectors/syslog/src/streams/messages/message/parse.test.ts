import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, parse } from './parse.fixture.ts';

test.each<[string, string, Record<string, unknown>]>([
  [
    'the usual form',
    '<34>Mar  1 18:46:11 mars su[12]: hello there',
    {
      facility: 4,
      severity: 2,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'mars',
      appName: 'su',
      procId: '12',
      content: 'hello there',
    },
  ],
  [
    'no host',
    '<34>Mar  1 18:46:11 sshd[12]: hello',
    {
      facility: 4,
      severity: 2,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      appName: 'sshd',
      procId: '12',
      content: 'hello',
    },
  ],
  [
    'no priority',
    'Mar  1 18:46:11 mars kernel: [12.5] x',
    {
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'mars',
      appName: 'kernel',
      content: '[12.5] x',
    },
  ],
  [
    'a year',
    '<165>Oct 06 2021 15:02:30 mars : %ASA-5-111010: text',
    {
      facility: 20,
      severity: 5,
      time: '2021-10-06T15:02:30.000Z',
      timestamp: 'Oct 06 2021 15:02:30',
      hostname: 'mars',
      appName: '%ASA-5-111010',
      content: 'text',
    },
  ],
  [
    'a year and neither host nor space',
    '<165>Oct 06 2021 15:02:30: %ASA-5-111010:text',
    {
      facility: 20,
      severity: 5,
      time: '2021-10-06T15:02:30.000Z',
      timestamp: 'Oct 06 2021 15:02:30',
      appName: '%ASA-5-111010',
      content: 'text',
    },
  ],
  [
    "Cisco's count and a clock that was never set",
    '<189>45: *Mar  1 18:46:11.123 UTC: %SYS-5-CONFIG_I: text',
    {
      facility: 23,
      severity: 5,
      sequence: 45,
      timestamp: '*Mar  1 18:46:11.123 UTC',
      appName: '%SYS-5-CONFIG_I',
      content: 'text',
    },
  ],
  [
    "Cisco's count, name and local zone",
    '<189>45: edge1: Mar  1 18:46:11.123 CET: %SYS-5-CONFIG_I: text',
    {
      facility: 23,
      severity: 5,
      sequence: 45,
      time: '2026-03-01T17:46:11.123Z',
      timestamp: 'Mar  1 18:46:11.123 CET',
      hostname: 'edge1',
      appName: '%SYS-5-CONFIG_I',
      content: 'text',
    },
  ],
  [
    'the year first',
    '<189>: 2025 Mar  1 18:46:11 UTC: %DAEMON-3-SYSTEM_MSG: text',
    {
      facility: 23,
      severity: 5,
      time: '2025-03-01T18:46:11.000Z',
      timestamp: '2025 Mar  1 18:46:11 UTC',
      appName: '%DAEMON-3-SYSTEM_MSG',
      content: 'text',
    },
  ],
  [
    'an ISO timestamp',
    '<34>2026-03-01T18:46:11.123456+01:00 mars su: hello',
    {
      facility: 4,
      severity: 2,
      time: '2026-03-01T17:46:11.123Z',
      timestamp: '2026-03-01T18:46:11.123456+01:00',
      hostname: 'mars',
      appName: 'su',
      content: 'hello',
    },
  ],
  [
    'an ISO timestamp with a space',
    '2026-03-01 18:46:11,5 mars su: hello',
    {
      time: '2026-03-01T18:46:11.500Z',
      timestamp: '2026-03-01 18:46:11,5',
      hostname: 'mars',
      appName: 'su',
      content: 'hello',
    },
  ],
  [
    'a weekday and the year last',
    '<34>Sun Mar  1 18:46:11 2026 mars su: hello',
    {
      facility: 4,
      severity: 2,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Sun Mar  1 18:46:11 2026',
      hostname: 'mars',
      appName: 'su',
      content: 'hello',
    },
  ],
  [
    'a host with a colon',
    '<189>Mar  1 18:46:11 edge1: %SYS-5-CONFIG_I: text',
    {
      facility: 23,
      severity: 5,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'edge1',
      appName: '%SYS-5-CONFIG_I',
      content: 'text',
    },
  ],
  [
    "AIX's words for a relay",
    '<38>Mar  1 18:46:11 Message forwarded from aix1: sshd[5]: text',
    {
      facility: 4,
      severity: 6,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'aix1',
      appName: 'sshd',
      procId: '5',
      content: 'text',
    },
  ],
  [
    'a version and seconds since 1970',
    '<134>1 1772390771.123456 branch1 events type=association',
    {
      facility: 16,
      severity: 6,
      time: '2026-03-01T18:46:11.123Z',
      timestamp: '1772390771.123456',
      hostname: 'branch1',
      content: 'events type=association',
    },
  ],
  [
    'a version and no more of RFC 5424 than its time',
    '<134>1 2026-03-01T18:46:11Z mars app: x y z',
    {
      facility: 16,
      severity: 6,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: '2026-03-01T18:46:11Z',
      hostname: 'mars',
      appName: 'app',
      content: 'x y z',
    },
  ],
  ['a number that is no time', '1772390771 files', { content: '1772390771 files' }],
  ['no timestamp', '<13>app[9]: hello', { facility: 1, severity: 5, appName: 'app', procId: '9', content: 'hello' }],
  [
    'no timestamp but a host',
    '<13>mars app[9]: hello',
    { facility: 1, severity: 5, hostname: 'mars', appName: 'app', procId: '9', content: 'hello' },
  ],
  ['text only', 'Something happened: it was bad', { content: 'Something happened: it was bad' }],
  ['text with a priority', '<13>Something happened', { facility: 1, severity: 5, content: 'Something happened' }],
  [
    'no tag',
    '<14>Mar  1 18:46:11 firewall 1,2026/03/01 18:46:11,1234,CONFIG',
    {
      facility: 1,
      severity: 6,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'firewall',
      content: '1,2026/03/01 18:46:11,1234,CONFIG',
    },
  ],
  [
    'neither host nor tag',
    '<14>Mar  1 18:46:11 1,2026/03/01 18:46:11,1234,CONFIG',
    {
      facility: 1,
      severity: 6,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      content: '1,2026/03/01 18:46:11,1234,CONFIG',
    },
  ],
  [
    'values instead of a tag',
    'Mar  1 18:46:11 gate date=2026-03-01 time=18:46:11',
    {
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'gate',
      content: 'date=2026-03-01 time=18:46:11',
    },
  ],
  [
    'CEF, which is no tag',
    'Mar  1 18:46:11 gate CEF:0|Example|Gate|1|2|x|3|',
    {
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'gate',
      content: 'CEF:0|Example|Gate|1|2|x|3|',
    },
  ],
  [
    'a Solaris message id',
    '<37>Mar  1 18:46:11 sun sshd[5]: [ID 800047 auth.notice] hello',
    {
      facility: 4,
      severity: 5,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'sun',
      appName: 'sshd',
      procId: '5',
      msgId: '800047',
      content: 'hello',
    },
  ],
  [
    'a time that is none',
    '<13>Feb 30 18:46:11 mars su: x',
    { facility: 1, severity: 5, timestamp: 'Feb 30 18:46:11', hostname: 'mars', appName: 'su', content: 'x' },
  ],
  ['an impossible priority', '<999>hello', { content: '<999>hello' }],
  ['nothing', '', { content: '' }],
])('reads a BSD message with %s', (_name, text, expected) => {
  expect(fieldsOf(text)).toEqual(expected);
});

test.each<[string, string, Record<string, unknown>]>([
  [
    'all fields',
    '<165>1 2026-03-01T18:46:11.003Z mars.example.com evntslog 12 ID47 [a@32473 iut="3" b="x y"][c@32473 d=""] hello',
    {
      facility: 20,
      severity: 5,
      timestamp: '2026-03-01T18:46:11.003Z',
      time: '2026-03-01T18:46:11.003Z',
      hostname: 'mars.example.com',
      appName: 'evntslog',
      procId: '12',
      msgId: 'ID47',
      sd: { 'a@32473': { iut: '3', b: 'x y' }, 'c@32473': { d: '' } },
      content: 'hello',
    },
  ],
  ['no field', '<165>1 - - - - - -', { facility: 20, severity: 5, content: '' }],
  ['a byte order mark', '<165>1 - - - - - - \u{feff}hällo', { facility: 20, severity: 5, content: 'hällo' }],
  [
    'escapes',
    '<165>1 - - - - - [a b="q\\"u\\]o\\\\t\\e"] x',
    { facility: 20, severity: 5, sd: { a: { b: 'q"u]o\\t\\e' } }, content: 'x' },
  ],
  [
    'repeated parameters',
    '<165>1 - - - - - [a ip="1" ip="2"]',
    { facility: 20, severity: 5, sd: { a: { ip: '1,2' } }, content: '' },
  ],
  [
    'broken structured data',
    '<165>1 - - app - - [a b="c x',
    { facility: 20, severity: 5, appName: 'app', content: '[a b="c x' },
  ],
  [
    'a time that is none',
    '<165>1 2026-13-01T00:00:00Z mars app - - - x',
    { facility: 20, severity: 5, timestamp: '2026-13-01T00:00:00Z', hostname: 'mars', appName: 'app', content: 'x' },
  ],
])('reads an RFC 5424 message with %s', (_name, text, expected) => {
  expect(fieldsOf(text)).toEqual(expected);
});

test('takes any name in structured data as an ordinary key', () => {
  const { structuredData } = parse('<165>1 - - - - - [__proto__ __proto__="x"][constructor toString="y"] z');
  expect(Object.keys(structuredData ?? {})).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('never throws, and loses no text, on any input', () => {
  const piece = fc.constantFrom(
    '<13>',
    '<',
    '1 ',
    '- ',
    '[',
    ']',
    '"',
    '\\',
    '=',
    'Mar  1 ',
    '18:46:11',
    '2026-03-01T',
    ' ',
    ':',
    '%',
    '*',
    'a',
    '\u{feff}',
    '\0',
    '😀',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (input) => {
      const message = parse(input);
      expect(message.raw).toBe(input);
      expect(input.endsWith(message.content)).toBe(true);
      expect(message.time === undefined || Number.isSafeInteger(message.time)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('takes time in proportion to the length of hostile input', () => {
  const hostile = [
    '<13>1 - - - - - [a b="' + '\\"'.repeat(30_000),
    '<13>' + '['.repeat(60_000),
    '<13>Mar  1 18:46:11 ' + 'a'.repeat(60_000),
    '<13>' + ' '.repeat(60_000),
  ];
  const start = performance.now();
  for (const text of hostile) for (let round = 0; round < 20; round += 1) parse(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
