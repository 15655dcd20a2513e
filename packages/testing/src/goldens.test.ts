import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reject, type Connector } from '@sluice/connector';
import { expect, test } from 'vitest';
import { goldens } from './goldens.ts';

const connector = {
  name: 'words',
  ocsf: '1.3.0',
  product: { vendor_name: 'Example', name: 'Words' },
  streams: [
    {
      name: 'words',
      format: 'text',
      config: { '~standard': { validate: (value: unknown) => ({ value }) } },
      emits: [{ class: 'base_event', profiles: [], columns: ['message'] }],
      map: (text: string) =>
        text === 'bad' ? reject('bad_word') : { class_uid: 0, activity_id: 0, severity_id: 1, time: 1, message: text },
    },
  ],
} as unknown as Connector;

/** The tests that goldens register for a folder with one case, by name. */
function register(log: string, golden?: unknown): Map<string, () => void | Promise<void>> {
  const fixtures = mkdtempSync(join(tmpdir(), 'goldens-'));
  writeFileSync(join(fixtures, 'case.log'), log);
  if (golden !== undefined) writeFileSync(join(fixtures, 'case.ocsf.json'), JSON.stringify(golden));
  const tests = new Map<string, () => void | Promise<void>>();
  goldens({ test: (name, _options, body) => tests.set(name, body), connector, stream: 'words', fixtures });
  return tests;
}

async function outcomeOf(log: string, golden?: unknown): Promise<string> {
  try {
    await register(log, golden).get('case')?.();
    return 'passed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('fails where the golden is missing, or is not what the records become', async () => {
  expect(await outcomeOf('hello')).toMatch(/UPDATE_GOLDENS=1/);
  expect(await outcomeOf('hello', [])).toMatch(/hello/);
});

test('holds rejections against the golden too', async () => {
  expect(await outcomeOf('bad', [{ reject: 'bad_word' }])).toBe('passed');
  expect(await outcomeOf('bad', [{ reject: 'other_word' }])).toMatch(/bad_word/);
});

test('names the streams there are where one does not exist', () => {
  const fixtures = mkdtempSync(join(tmpdir(), 'goldens-'));
  writeFileSync(join(fixtures, 'case.log'), 'x');
  expect(() => goldens({ test, connector, stream: 'wrods', fixtures })).toThrow(/no stream wrods; it has words/);
});
