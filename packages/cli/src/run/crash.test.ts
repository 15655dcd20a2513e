import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, sluice } from '../testing/child.ts';

/** Gives two records, and dies when they are stored; then two more, where `dies` is nothing. */
const connector = (dies: string): string => `
const lines = ['m0', 'm1', 'm2', 'm3'];
export default {
  contract: 1, name: 'lines', version: '1.0.0', stability: 'development', ocsf: '1.3.0',
  product: { vendor_name: 'Example', name: 'Lines' },
  streams: [{
    name: 'lines', description: 'Lines', delivery: 'at-least-once', format: 'text',
    config: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }), jsonSchema: { input: () => ({}), output: () => ({}) } } },
    emits: [{ class: 'base_event', profiles: [], columns: [] }],
    async *read({ cursor = 0, now }) {
      for (let at = cursor; at < lines.length; at += 2) {
        const bytes = new Uint8Array(Buffer.from(lines[at] + lines[at + 1]));
        const stored = Promise.withResolvers();
        const settle = async () => stored.resolve();
        yield { bytes, bounds: new Uint32Array([0, 2, 2, 4]), receivedAt: now(), origins: [{ transport: 'list' }], cursor: at + 2, settle };
        ${dies === '' ? '' : `await stored.promise; ${dies}; await new Promise((resolve) => setTimeout(resolve, 60_000));`}
      }
    },
    map: (line) => ({ class_uid: 0, activity_id: 0, severity_id: 1, time: 1772359200000, message: line, metadata: { profiles: [] } }),
  }],
};`;
const config = `
version: 1
lake: { folder: ./lake }
flush: { max_age: 1s }
pipelines: { office: { connector: ./lines.mjs, account: external_acme } }`;

test.each([
  ['an exception that nobody catches', `setTimeout(() => { throw new Error('out of the blue'); })`],
  ['a rejection that nobody handles', `void Promise.reject(new Error('out of the blue'))`],
])(
  '%s ends the run with 1 and says so once; the next run goes on',
  async (_, dies) => {
    const folder = folderWith(config);
    writeFileSync(join(folder, 'lines.mjs'), connector(dies));
    const run = ['run', 'sluice.yaml', '--log-format', 'json'];
    const dead = sluice(run, folder);
    expect(await dead.ended, dead.stderr()).toBe(1);
    const errors = dead.log().filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([
      {
        msg: 'stopped by an error that nobody caught; this is a fault in Sluice or in a connector',
        error: 'out of the blue',
        stack: expect.stringContaining('lines.mjs') as unknown,
      },
    ]);
    writeFileSync(join(folder, 'lines.mjs'), connector(''));
    const next = sluice(run, folder);
    expect(await next.ended, next.stderr()).toBe(0);
    // The first two were stored before the fault, and are not read again.
    expect(next.log().at(-1)).toMatchObject({ msg: 'summary', received_events: 2, stored_events: 2 });
    const rows = sluice(['query', '--lake', 'lake', '--format', 'json', 'SELECT message FROM lines_event'], folder);
    expect(await rows.ended, rows.stderr()).toBe(0);
    expect(rows.stdout().match(/m\d/g)?.toSorted()).toEqual(['m0', 'm1', 'm2', 'm3']);
  },
  60_000,
);
