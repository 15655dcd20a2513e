import { expect, test } from 'vitest';
import { files, textOf } from './files.ts';

const sources = files.filter((file) => /\.(ts|js)$/.test(file) && !file.includes('/generated/'));

/** Package names that a file imports. */
function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(/(?:from|import\()\s*['"]((?:@[\w.-]+\/)?[\w.-]+)[^'"]*['"]/g);
  return [...found].flatMap(([, name]) => (name === undefined || name.startsWith('.') ? [] : [name]));
}

test('the sources are found', () => {
  expect(sources.length).toBeGreaterThan(200);
});

test('no folder or file is named for nothing in particular', () => {
  const dull = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/;
  expect(sources.filter((file) => dull.test(file))).toEqual([]);
});

test('no source file is longer than 400 lines', () => {
  const long = sources
    .map((file) => [file, textOf(file).split('\n').length] as const)
    .filter(([, lines]) => lines > 400);
  expect(long).toEqual([]);
});

/** Packages and what they may import of ours. Tests may use more. */
const directions: readonly (readonly [folder: string, mayImport: readonly string[]])[] = [
  ['packages/ocsf/src', []],
  ['packages/connector/src', ['@sluice/ocsf']],
  ['packages/parquet/src', ['@sluice/ocsf']],
  ['packages/mapping/src', ['@sluice/connector', '@sluice/ocsf']],
  ['packages/queue/src', ['@sluice/connector']],
  ['packages/core/src', ['@sluice/connector', '@sluice/mapping', '@sluice/ocsf', '@sluice/parquet']],
  ['connectors/', ['@sluice/connector', '@sluice/mapping', '@sluice/ocsf', '@sluice/queue']],
];

test.for(directions)('%s imports nothing of ours but %j', ([folder, mayImport]) => {
  const own = sources.filter(
    (file) => file.startsWith(folder) && file.includes('/src/') && !/\.(test|fixture)\.ts$/.test(file),
  );
  const wrong = own.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('@sluice/') && !mayImport.includes(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('connectors and Parquet know nothing of AWS', () => {
  const own = sources.filter((file) => /^(connectors|packages\/(parquet|ocsf|connector))\//.test(file));
  const wrong = own.flatMap((file) =>
    importsOf(file).filter((name) => name.startsWith('@aws-sdk/') || name.startsWith('@smithy/')),
  );
  expect(wrong).toEqual([]);
});

test('examples import published entry points only', () => {
  const own = files.filter((file) => file.startsWith('examples/') && file.endsWith('.ts'));
  const wrong = own.filter((file) => /from '(\.\.\/)+(packages|connectors|test)\//.test(textOf(file)));
  expect(own.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
