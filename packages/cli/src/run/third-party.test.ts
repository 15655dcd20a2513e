import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, sluice } from '../testing/child.ts';

const installed = join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), '..');

const mapping = `
version: 1
format: json
rules:
  - class: base_event
    map:
      activity_id: Unknown
      severity_id: Informational
      message: 'door \${.door}'
`;

const connector = (name: string): string => `
import { BatchBuilder } from '@sluice/connector';
import { readMapping } from '@sluice/mapping';
import * as z from 'zod';

const { format, emits, map } = readMapping(new URL('mapping.yaml', import.meta.url), { ocsf: '1.3.0' });

export default {
  contract: 1,
  name: '${name}',
  version: '1.0.0',
  stability: 'development',
  product: { vendor_name: 'Acme', name: 'Doors' },
  ocsf: '1.3.0',
  streams: [{
    name: 'doors',
    description: 'Doors that opened',
    config: z.strictObject({ doors: z.int().describe('How many.') }),
    delivery: 'at-least-once',
    format,
    emits,
    async *read({ config, cursor, now }) {
      const builder = new BatchBuilder();
      for (let door = cursor ?? 0; door < config.doors; door++) {
        const record = Buffer.from(JSON.stringify({ door }));
        builder.add(record, 0, record.length, { transport: 'test' });
      }
      yield builder.take({ receivedAt: now(), cursor: config.doors });
    },
    map,
  }],
};
`;

/** A folder in which Sluice is installed, with a connector in it. */
function folderWithConnector(reference: string, at: string): string {
  const folder = folderWith(`version: 1
lake: { folder: ./lake }
pipelines:
  doors: { connector: "${reference}", account: external_acme, threads: 2, config: { doors: 40 } }
`);
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['@sluice', 'zod']) symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  const module = join(folder, at);
  mkdirSync(dirname(module), { recursive: true });
  writeFileSync(module, connector('acme-doors'));
  writeFileSync(join(dirname(module), 'mapping.yaml'), mapping);
  return folder;
}

async function messagesAfterRun(folder: string): Promise<unknown> {
  const run = sluice(['run', 'sluice.yaml'], folder);
  expect(await run.ended, run.stderr()).toBe(0);
  const query = sluice(
    ['query', '--lake', 'lake', '--format', 'json', 'SELECT count(DISTINCT message) AS n FROM acme_doors_event'],
    folder,
  );
  expect(await query.ended, query.stderr()).toBe(0);
  return JSON.parse(query.stdout()) as unknown;
}

describe('a connector that did not come with Sluice', { timeout: 60_000 }, () => {
  it('runs from a module in TypeScript with its mapping beside it, on threads too', async () => {
    const folder = folderWithConnector('./my-connector.ts', 'my-connector.ts');
    expect(await messagesAfterRun(folder)).toEqual({ n: 40 });
  });

  it('runs from an installed package, on threads too', async () => {
    const name = '@acme/sluice-connector-edr';
    const folder = folderWithConnector(name, `node_modules/${name}/dist/index.js`);
    writeFileSync(
      join(folder, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', type: 'module', exports: { '.': './dist/index.js' } }),
    );
    expect(await messagesAfterRun(folder)).toEqual({ n: 40 });
  });
});
