import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listGoldenCases, readGolden, writeGolden } from './golden-files.ts';

test('finds the cases of a folder: a record a line in logs, one record in other files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldens-'));
  writeFileSync(join(folder, 'two.log'), 'first\n\nsecond');
  writeFileSync(join(folder, 'one.json'), '{\n  "a": 1\n}\n');
  writeFileSync(join(folder, 'two.ocsf.json'), '[]');
  writeFileSync(join(folder, 'notes.md'), 'not a case');
  const cases = listGoldenCases(folder).map(({ name, records }) => [name, ...records.map(String)]);
  expect(cases).toEqual([
    ['one', '{\n  "a": 1\n}\n'],
    ['two', 'first', 'second'],
  ]);
});

test('reads back the golden that was written, and says where none was', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'goldens-')), 'case.ocsf.json');
  expect(readGolden(path)).toBeUndefined();
  writeGolden(path, [{ class_uid: 0 }]);
  expect(readGolden(path)).toEqual([{ class_uid: 0 }]);
});
