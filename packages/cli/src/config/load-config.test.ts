import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig, type LoadedConfig } from './load-config.ts';

const connector = fileURLToPath(new URL('../../fixtures/wrong-configs/connectors/sockets.js', import.meta.url));
const pipeline = `
  office:
    connector: ${connector}
    account: external_acme
    config: { listen: [{ transport: udp, port: 5514 }] }`;

async function load(
  text: string,
  environment: Record<string, string> = {},
): Promise<LoadedConfig & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-config-'));
  writeFileSync(join(folder, 'sluice.yaml'), text);
  return { ...(await loadConfig(join(folder, 'sluice.yaml'), environment)), folder };
}

describe('a configuration', () => {
  it('takes relative paths from its own folder and fills in defaults', async () => {
    const { plan, problems, folder } = await load(`version: 1\nlake: { folder: ./lake }\npipelines:${pipeline}\n`);
    expect(problems).toEqual([]);
    expect(plan).toMatchObject({
      lake: { kind: 'folder', folder: join(folder, 'lake') },
      deadLetters: { kind: 'folder', folder: join(folder, 'dead-letters') },
      state: { kind: 'folder', folder: join(folder, 'state') },
      region: 'us-east-1',
      drainForMs: 60_000,
    });
    expect(plan?.pipelines[0]).toMatchObject({
      flush: {
        maxAgeMs: 300_000,
        maxObjectBytes: 268_435_456,
        maxMemoryBytes: 67_108_864,
        maxSpilledBytes: 2_147_483_648,
        maxOpenObjects: 400,
      },
      sources: [{ source: { name: 'sockets-event' } }, { source: { name: 'sockets-auth' } }],
      config: { listen: [{ transport: 'udp', address: '127.0.0.1', port: 5514 }], follow: true },
    });
  });

  it('keeps the zeros that an account begins with', async () => {
    const text = `version: 1\nlake: { folder: ./lake }\npipelines:${pipeline.replace('external_acme', '001122223333')}\n`;
    expect((await load(text)).plan?.pipelines[0]?.account).toBe('001122223333');
  });

  it('reads a variable as the type that its place asks for', async () => {
    const text = `version: 1\nlake: { folder: "\${FOLDER}" }\npipelines:${pipeline.replace('5514', '"${PORT}"')}\n`;
    const { plan, problems, folder } = await load(text, { FOLDER: '12', PORT: '6514' });
    expect(problems).toEqual([]);
    expect(plan?.lake).toEqual({ kind: 'folder', folder: join(folder, '12') });
    expect(plan?.pipelines[0]?.config).toMatchObject({ listen: [{ port: 6514 }] });
  });

  it('cannot be given structure by a variable', async () => {
    const { plan } = await load(`version: 1\nlake: { folder: "\${FOLDER}" }\npipelines:${pipeline}\n`, {
      FOLDER: 'x, region: eu-west-1 }\nstate: /etc #',
    });
    expect(plan?.region).toBe('us-east-1');
    expect(plan?.state).toMatchObject({ kind: 'folder', folder: expect.stringMatching(/state$/) });
  });

  it('lets anchors stand for repeated settings', async () => {
    const text = `version: 1
lake: { folder: ./lake }
pipelines:
  a: { connector: ${connector}, account: external, config: { listen: &udp [{ transport: udp, port: 1 }] } }
  b: { connector: ${connector}, account: external, config: { listen: *udp } }
`;
    const { problems } = await load(text);
    expect(problems.map(({ message }) => message)).toEqual([
      'UDP port 1 is taken by pipelines.a.config.listen[0].port (line 4)',
    ]);
  });

  it('takes the prefix of a source from the location that Security Lake gave', async () => {
    const text = `version: 1
lake: { bucket: my-lake, region: us-east-1 }
pipelines:${pipeline}
    sources:
      authentication: { name: a, location: "s3://my-lake/ext/a/1.0", role_arn: "arn:aws:iam::111122223333:role/w", external_id: 007 }
      base_event: b
`;
    const { plan, problems } = await load(text);
    expect(problems).toEqual([]);
    expect(plan?.pipelines[0]?.sources).toMatchObject([
      { source: { name: 'b', class: 'base_event' } },
      {
        source: { name: 'a', prefix: 'ext/a/1.0/' },
        role: { roleArn: 'arn:aws:iam::111122223333:role/w', externalId: '007' },
      },
    ]);
  });

  it('lets two pipelines of one stream share their sources', async () => {
    const second = pipeline.replace('office', 'branch').replace('5514', '5515');
    expect((await load(`version: 1\nlake: { folder: ./lake }\npipelines:${pipeline}${second}\n`)).problems).toEqual([]);
  });

  it('is warned of a pace that Security Lake does not want, and still runs', async () => {
    const text = `version: 1\nlake: { bucket: aws-security-data-lake-us-east-1-abc, region: us-east-1 }\nflush: { max_age: 1m }\npipelines:${pipeline}\n`;
    const { plan, problems } = await load(text);
    expect(problems).toMatchObject([{ severity: 'warning', position: { line: 3 } }]);
    expect(plan).toBeDefined();
  });

  it('that is not there is a problem like others', async () => {
    expect((await loadConfig('/nowhere/sluice.yaml', {})).problems).toMatchObject([
      { code: 'unreadable', severity: 'error' },
    ]);
  });

  it('that is far too large is refused unread', async () => {
    expect((await load(`#${'x'.repeat(2_000_000)}`)).problems).toMatchObject([{ code: 'unreadable' }]);
  });
});
