import { deepStrictEqual } from 'node:assert/strict';
import { describe, test } from 'vitest';
import { readCef } from './cef.ts';

const values: readonly (readonly [why: string, written: string, read: string])[] = [
  ['an escaped sign', String.raw`a\=b \\ c`, String.raw`a=b \ c`],
  ['ends of lines', String.raw`two\nlines\r`, 'two\nlines\r'],
  ['a path whose writer escapes nothing', String.raw`C:\Temp\new.exe`, String.raw`C:\Temp\new.exe`],
  ['a name of a domain before a letter that could end a line', String.raw`EXAMPLE\nancy`, String.raw`EXAMPLE\nancy`],
  ['an escaped domain', String.raw`EXAMPLE\\nancy`, String.raw`EXAMPLE\nancy`],
  ['a share', String.raw`\\server\data`, String.raw`\\server\data`],
  ['a backslash at the end', 'C:\\', 'C:\\'],
];

function fieldOf(text: string, name: string): unknown {
  return (readCef(text) as Readonly<Record<string, unknown>> | undefined)?.[name];
}

describe('values of CEF', () => {
  for (const [why, written, read] of values) {
    test(why, () => {
      const text = `CEF:0|Example|Gate|1|1|Test|3|msg=${written} act=x`;
      deepStrictEqual(fieldOf(text, 'extension'), { msg: read, act: 'x' });
    });
  }

  test('of its header', () => {
    deepStrictEqual(
      fieldOf(String.raw`CEF:0|Example|a\|b \\ c\d|1|1|Test|3|`, 'device_product'),
      String.raw`a|b \ c\d`,
    );
  });
});
