import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBucketServer, type BucketServer } from './testing/bucket-server.ts';
import { folderWith, sluice, type Child } from './testing/child.ts';

const ticker = fileURLToPath(new URL('../fixtures/connectors/ticker.js', import.meta.url));
let server: BucketServer;
let folder: string;
let run: Child;

function command(...args: readonly string[]): Child {
  return sluice(args, folder, {
    AWS_ACCESS_KEY_ID: 'example',
    AWS_SECRET_ACCESS_KEY: 'example',
    XDG_CACHE_HOME: join(folder, 'cache'),
  });
}

beforeAll(async () => {
  server = await openBucketServer('my-lake');
  const bucket = `bucket: my-lake, region: us-east-1, endpoint: "${server.endpoint}", path_style: true, checksums: when_required`;
  folder = folderWith(`version: 1
lake: { ${bucket} }
dead_letters: { ${bucket}, prefix: dead/ }
pipelines:
  one:
    connector: ${ticker}
    account: external_acme
    config: { records: 250 }
    sources: { base_event: { name: ticks, location: "s3://my-lake/ext/ticks/1.0/" } }
`);
  run = command('run', 'sluice.yaml');
  await run.ended;
}, 30_000);
afterAll(() => server.close());

describe('a lake in a bucket', { timeout: 30_000 }, () => {
  it('is written under the location that Security Lake gave', async () => {
    expect(await run.ended).toBe(0);
    expect([...server.objects.keys()]).toEqual([
      expect.stringMatching(
        /^ext\/ticks\/1\.0\/region=us-east-1\/accountId=external_acme\/eventDay=\d{8}\/[0-9a-f]+\.zstd\.parquet$/,
      ),
    ]);
  });

  it('is inspected where it is', async () => {
    const child = command('inspect', '--config', 'sluice.yaml');
    expect(await child.ended).toBe(0);
    expect(child.stdout()).toContain('pass  s3://my-lake/ext/ticks/1.0/region=us-east-1/');
  });

  it('is inspected by address, with the settings of the command line', async () => {
    const child = command('inspect', 's3://my-lake/ext/ticks', '--endpoint', server.endpoint, '--path-style');
    expect(await child.ended).toBe(0);
    expect(child.stdout()).toContain('1 object, 250 rows');
  });

  it('is asked in SQL, each object fetched once', async () => {
    const answers = [];
    const before = server.requests.length;
    for (let times = 0; times < 2; times++) {
      const child = command(
        'query',
        '--config',
        'sluice.yaml',
        '--format',
        'csv',
        'SELECT count(*) AS n FROM ticks_1_0',
      );
      expect(await child.ended).toBe(0);
      answers.push(child.stdout());
    }
    expect(answers).toEqual(['n\r\n250\r\n', 'n\r\n250\r\n']);
    expect(server.requests.slice(before).filter((request) => request.endsWith('.parquet'))).toHaveLength(1);
  });

  it('lists its tables without fetching an object', async () => {
    const before = server.requests.length;
    const child = command('query', '--lake', 's3://my-lake', '--endpoint', server.endpoint, '--path-style');
    expect(await child.ended).toBe(0);
    expect(child.stdout()).toContain('amazon_security_lake_table_us_east_1_ext_ticks_1_0');
    expect(server.requests.slice(before)).toEqual(['GET ']);
  });

  it('exits with 69 when it cannot be reached', async () => {
    const child = command('query', '--lake', 's3://my-lake', '--endpoint', 'http://127.0.0.1:1', '--path-style');
    expect(await child.ended).toBe(69);
    expect(child.stderr()).toMatch(/^sluice: .*my-lake/);
  });

  it('has to be in a region', async () => {
    const child = sluice(['query', '--lake', 's3://my-lake'], mkdtempSync(join(tmpdir(), 'sluice-cli-')), {
      AWS_REGION: '',
      AWS_DEFAULT_REGION: '',
    });
    expect(await child.ended).toBe(2);
    expect(child.stderr()).toContain('which region is bucket "my-lake" in? Say --region or set AWS_REGION');
  });
});
