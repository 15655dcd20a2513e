import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExitCode } from '../exit-code.ts';
import { capturedIo } from '../testing/captured-io.ts';
import { smallFolderLake } from '../testing/small-lake.ts';
import { inspect, type InspectOptions } from './inspect-lake.ts';

let lake: string;
let object: string;
beforeAll(async () => {
  lake = await smallFolderLake();
  const folder = join(lake, 'ext/logins/region=eu-west-1/accountId=external_acme/eventDay=20260302');
  object = join(folder, readdirSync(folder)[0] ?? '');
});

async function look(
  places: readonly string[],
  options: Partial<InspectOptions> = {},
): Promise<{ code: ExitCode; said: string }> {
  const io = capturedIo();
  const code = await inspect(places, { format: 'table', show: 'warning', ...options }, io);
  return { code, said: io.out() };
}

describe('an inspection', () => {
  it('passes all that Sluice writes', async () => {
    const { code, said } = await look([lake]);
    expect(code).toBe(0);
    expect(said.match(/^pass {2}/gm)).toHaveLength(6);
    expect(said).toMatch(/\n6 objects, 9 rows, [\d.]+ KiB: 6 pass, 0 fail\n$/);
  });

  it('shows what an object holds', async () => {
    expect((await look([object])).said).toMatch(
      /^pass {2}.*\.parquet\n {6}1 row, [\d.]+ KiB, class 3002, 2026-03-02 12:00:01Z to 2026-03-02 12:00:01Z\n/,
    );
  });

  it('names the rule that a wrong place breaks, and where AWS says it', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'sluice-inspect-'));
    const wrong = join(copy, 'ext/logins/region=eu-west-1/accountid=external_acme/eventDay=20260303');
    mkdirSync(wrong, { recursive: true });
    cpSync(object, join(wrong, 'a.parquet'));
    const { code, said } = await look([copy]);
    expect(code).toBe(65);
    expect(said).toContain('error path-partitions: accountId: The key has accountid= where it should have accountId=');
    expect(said).toContain('error event-day-mismatch');
    expect(said).toContain('https://docs.aws.amazon.com/security-lake/latest/userguide/custom-sources.html');
    expect(said).toContain('1 object, 1 row,');
  });

  it('looks at the partitions above the folder that it is given', async () => {
    expect((await look([join(lake, 'ext/logins/region=eu-west-1/accountId=external_acme')])).code).toBe(0);
  });

  it('asks nothing of the path of a file that stands in no partition', async () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'sluice-inspect-')), 'object.parquet');
    cpSync(object, copy);
    expect((await look([copy])).code).toBe(0);
  });

  it('fails a file that is no Parquet, and goes on with the others', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'sluice-inspect-'));
    writeFileSync(join(copy, 'a.parquet'), 'not parquet at all');
    const { code, said } = await look([join(copy, 'a.parquet'), object]);
    expect(code).toBe(65);
    expect(said).toContain('error unreadable');
    expect(said).toContain('1 pass, 1 fail');
  });

  it('is one JSON object a line for programs', async () => {
    const { said } = await look([object], { format: 'json' });
    expect(JSON.parse(said)).toMatchObject({
      object,
      passes: true,
      rows: 1,
      classUids: [3002],
      findings: [{ rule: 'object-size', severity: 'info' }],
    });
  });

  it('shows advice only when it is asked for', async () => {
    expect((await look([object])).said).not.toContain('object-size');
    expect((await look([object], { show: 'info' })).said).toContain('info object-size');
  });

  it('says so when there is nothing to look at', async () => {
    await expect(look([mkdtempSync(join(tmpdir(), 'sluice-inspect-'))])).rejects.toThrow(
      'there is no Parquet object in',
    );
    await expect(look(['/nowhere'])).rejects.toThrow('there is no file or folder /nowhere');
  });
});
