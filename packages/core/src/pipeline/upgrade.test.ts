import { portableEncoder } from '@sluice/parquet';
import type { Connector, MapResult } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FlushStep } from './flush-steps.ts';
import { listConnector, listStream } from './list-connector.fixture.ts';
import { numbered, Workbench } from './workbench.fixture.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await Workbench.open();
});
afterEach(() => bench.close());

const batches = [numbered(0, 100), numbered(100, 100)];

function dyingAt(step: FlushStep): (step: FlushStep) => void {
  return (now) => {
    if (now === step) throw new Error(`died at ${step}`);
  };
}

/** The next version: another mapping, another compressor, another number. */
const upgraded = {
  encoder: portableEncoder,
  connector: { ...listConnector, version: '2.0.0' } satisfies Connector,
  stream: {
    ...listStream,
    map: (record: unknown): MapResult => ({ ...(record as { class_uid: number }), status: 'mapped anew' }),
  },
};

test.each(['intended', 'storing', 'stored'] as const)(
  'what was begun is finished as it was staged by another version, after a crash at "%s"',
  async (step) => {
    await expect(bench.run({ batches }, { onStep: dyingAt(step) })).rejects.toThrow('died');
    const begun = (await bench.state.look('office')).intent?.objects.map(({ key }) => key) ?? [];
    expect(begun).toHaveLength(1);
    await bench.run({ batches: [...batches, numbered(200, 5)] }, upgraded);
    expect(await bench.messages()).toHaveLength(205);
    expect(new Set(await bench.messages()).size).toBe(205);
    expect([...bench.store.objects.keys()]).toEqual([...begun, expect.stringMatching(/\.gz\.parquet$/)]);
  },
);

test.each(['cut', 'sealed', 'staged'] as const)(
  'what was not begun is made anew by the other version, after a crash at "%s"',
  async (step) => {
    await expect(bench.run({ batches }, { onStep: dyingAt(step) })).rejects.toThrow('died');
    await bench.run({ batches }, upgraded);
    expect(new Set(await bench.messages()).size).toBe(200);
    expect([...bench.store.objects.keys()]).toEqual([expect.stringMatching(/\.gz\.parquet$/)]);
  },
);
