import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue, minimalEvent } from '@sluice/ocsf';
import { describe, expect, it } from 'vitest';
import type { ExitCode } from '../exit-code.ts';
import { capturedIo } from '../testing/captured-io.ts';
import { validateEvents, type ValidateEventsOptions } from './validate-events.ts';

const valid = JSON.stringify(minimalEvent(loadCatalogue('1.3.0'), { classUid: 3002 }));

async function validate(
  text: string,
  options: Partial<ValidateEventsOptions> = {},
): Promise<{ code: ExitCode; said: string }> {
  const file = join(mkdtempSync(join(tmpdir(), 'sluice-ocsf-')), 'events.ndjson');
  writeFileSync(file, text);
  const io = capturedIo();
  const code = await validateEvents([file], { release: '1.3.0', format: 'text', show: 2, ...options }, io);
  return { code, said: io.out().replaceAll(file, 'events.ndjson') };
}

describe('sluice ocsf validate', () => {
  it('passes valid events', async () => {
    expect(await validate(`${valid}\n\n${valid}\n`)).toEqual({
      code: 0,
      said: '2 events by OCSF 1.3.0: 2 valid, 0 not, 0 findings\n',
    });
  });

  it('shows the first findings and counts all by code and place', async () => {
    const { code, said } = await validate(`${valid.replace('"severity_id"', '"severty_id"')}\n`.repeat(3));
    expect(code).toBe(65);
    expect(said).toContain('events.ndjson:1: error: severty_id:');
    expect(said.match(/^events\.ndjson:/gm)).toHaveLength(2);
    expect(said).toMatch(/\n +3 +error +attribute_required_missing +severity_id\n/);
    expect(said).toContain('3 events by OCSF 1.3.0: 0 valid, 3 not, 6 findings');
  });

  it('fails lines that are no JSON, and goes on', async () => {
    const { code, said } = await validate(`nonsense\n${valid}\n`);
    expect(code).toBe(65);
    expect(said).toContain('[not_json]');
    expect(said).toContain('2 events by OCSF 1.3.0: 1 valid, 1 not');
  });

  it('gives every finding to a program', async () => {
    const { said } = await validate('{"class_uid":1}\n', { format: 'json' });
    expect(JSON.parse(said)).toMatchObject({
      file: 'events.ndjson',
      line: 1,
      severity: 'error',
      code: 'class_uid_unknown',
      path: 'class_uid',
    });
  });

  it('names the releases that there are', async () => {
    await expect(validate('', { release: '1.33.0' })).rejects.toThrow(
      'there is no OCSF release "1.33.0" here. Did you mean 1.3.0?',
    );
  });
});
