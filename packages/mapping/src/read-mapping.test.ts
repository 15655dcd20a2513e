import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMapping } from './read-mapping.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-mapping-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function document(text: string): URL {
  const path = join(folder, 'mapping.yaml');
  writeFileSync(path, text);
  return pathToFileURL(path);
}

test('a document beside a module says its format, its classes with their columns, and maps', () => {
  const url = document(`
version: 1
format: json
rules:
  - class: base_event
    map:
      activity_id: Unknown
      severity_id: Informational
      message: $.text
`);
  const { format, emits, map } = readMapping(url, { ocsf: '1.3.0' });
  expect(format).toBe('json');
  expect(emits).toMatchObject([{ class: 'base_event', profiles: [] }]);
  const context = { config: {}, receivedAt: 0, origin: { transport: 'test' } };
  expect(map({ text: 'hello' }, context)).toMatchObject({ class_uid: 0, message: 'hello' });
});

test('a document with problems is refused with all of them, by file and line', () => {
  const url = document(`
version: 1
format: json
rules:
  - class: base_event
    map:
      severity_id: Loud
      mesage: $.text
`);
  expect(() => readMapping(url, { ocsf: '1.3.0' })).toThrow(
    /mapping\.yaml:7:\d+ impossible_enum_id.*\n.*mapping\.yaml:8/,
  );
});

test('a document that is not there is named', () => {
  expect(() => readMapping(pathToFileURL(join(folder, 'none.yaml')), { ocsf: '1.3.0' })).toThrow(/none\.yaml/);
});
