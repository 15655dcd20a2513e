import { describe, expect, test } from 'vitest';
import { baseMapping, mapOne } from './map.fixture.ts';

/** Texts that make careless parsers take quadratic time, 300 kB each. */
const units = [
  '=',
  ' ',
  '"',
  '\\',
  'a',
  'a=',
  'a="',
  'a=\\"',
  '<',
  '<a>',
  '<a ',
  '<a b="',
  '</a>',
  '&',
  '&#',
  '|',
  'CEF:',
  ' a=',
  ',',
  '",',
  '\t',
  'a= ',
  '((',
  '(',
  ')',
  '://',
  '[',
  'x:',
];
const heads = ['', 'CEF:0|a|b|c|d|e|f|', 'LEEF:1.0|a|b|c|d|', 'LEEF:2.0|a|b|c|d|^|', '<a>', 'a="', '"', 'http://'];
const size = 300_000;

const formats: Readonly<Record<string, string>> = {
  key_value: 'format: key_value',
  'key_value with another separator': 'format: { key_value: { separator: ";", assign: ":" } }',
  csv: 'format: { csv: { columns: [a, b] } }',
  cef: 'format: cef',
  leef: 'format: leef',
  xml: 'format: xml',
};

function slowest(head: string, lines: string): { ms: number; text: string } {
  const mapping = baseMapping(lines, head);
  let worst = { ms: 0, text: '' };
  for (const start of heads) {
    for (const unit of units) {
      const record = start + unit.repeat(size / unit.length);
      const before = process.cpuUsage();
      mapOne(mapping, record);
      // The time of this process: what else the machine does is no matter.
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1000;
      if (ms > worst.ms) worst = { ms, text: `${start}${unit}…` };
    }
  }
  return worst;
}

describe('hostile texts are read in bounded time', () => {
  for (const [name, head] of Object.entries(formats)) {
    test(
      name,
      () => {
        // Linear readers take some 10 ms; a quadratic one would take minutes.
        const { ms, text } = slowest(head, 'message: $.a');
        expect(ms, text).toBeLessThan(2_000);
      },
      120_000,
    );
  }

  test('parts of text', () => {
    const head = `format: text
parse:
  j: { format: json }
  u: { format: url }
  g: { format: user_agent }
  p: { pattern: '(?<x>.*)=(?<y>[^"]*)"(?<z>.*)' }`;
    const { ms, text } = slowest(
      head,
      'message: $j.a\nstatus_code: $u.port\nstatus_detail: { first: [$g.name, $p.x] }',
    );
    expect(ms, text).toBeLessThan(4_000);
  }, 120_000);
});
