import { expect, test } from 'vitest';
import { fieldsOf } from './parse.fixture.ts';

test.each<[string, string, Record<string, unknown>]>([
  [
    'an IPv6 address for its host, which is no year',
    '<34>Mar  1 18:46:11 2001:db8::7 su[12]: hello',
    {
      facility: 4,
      severity: 2,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: '2001:db8::7',
      appName: 'su',
      procId: '12',
      content: 'hello',
    },
  ],
  [
    'a zone by its letters before the year',
    '<34>Mar  1 18:46:11 CDT 2025 mars su[12]: hello',
    {
      facility: 4,
      severity: 2,
      time: '2025-03-01T23:46:11.000Z',
      timestamp: 'Mar  1 18:46:11 CDT 2025',
      hostname: 'mars',
      appName: 'su',
      procId: '12',
      content: 'hello',
    },
  ],
  ['a bracket that is not closed for no tag, though the text begins with a colon', ': app[12', { content: 'app[12' }],
  [
    "Cisco's own count behind the host",
    '<189>45: mars: 000046: *Mar  1 18:46:11.123: %SYS-5-RESTART: hello',
    {
      facility: 23,
      severity: 5,
      sequence: 46,
      timestamp: '*Mar  1 18:46:11.123',
      hostname: 'mars',
      appName: '%SYS-5-RESTART',
      content: 'hello',
    },
  ],
  [
    "Cisco's time since the start for a date",
    '<189>45: 2w3d: %SYS-5-RESTART: hello',
    { facility: 23, severity: 5, sequence: 45, timestamp: '2w3d', appName: '%SYS-5-RESTART', content: 'hello' },
  ],
  [
    "Cisco's time of day since the start",
    '<189>45: mars: 00:01:10: %SYS-5-RESTART: hello',
    {
      facility: 23,
      severity: 5,
      sequence: 45,
      timestamp: '00:01:10',
      hostname: 'mars',
      appName: '%SYS-5-RESTART',
      content: 'hello',
    },
  ],
  [
    'a node of IOS XR before its time',
    '<190>45: mars RP/0/RSP0/CPU0:Mar  1 18:46:11.123 : SSHD_[65]: hello',
    {
      facility: 23,
      severity: 6,
      sequence: 45,
      time: '2026-03-01T18:46:11.123Z',
      timestamp: 'Mar  1 18:46:11.123',
      hostname: 'mars',
      appName: 'SSHD_',
      procId: '65',
      content: 'hello',
    },
  ],
  [
    'a bracket left behind the name of its program',
    '<34>Mar  1 18:46:11 mars gdm-password][12]: hello',
    {
      facility: 4,
      severity: 2,
      time: '2026-03-01T18:46:11.000Z',
      timestamp: 'Mar  1 18:46:11',
      hostname: 'mars',
      appName: 'gdm-password',
      procId: '12',
      content: 'hello',
    },
  ],
])('reads a header with %s', (_name, text, expected) => {
  expect(fieldsOf(text)).toEqual(expected);
});

test('a name of a host has letters up to Z and no bracket', () => {
  const hostIn = (host: string): unknown => fieldsOf(`<13>Jan 14 09:12:01 ${host} app: x`)['hostname'];
  expect(['WEBZ', 'webz', 'A', 'a'].map(hostIn)).toEqual(['WEBZ', 'webz', 'A', 'a']);
  expect(['we[b', 'we{b', 'we`b', '..'].map(hostIn)).toEqual(Array(4).fill(undefined));
});
