import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapContext, MapResult } from '@sluice/connector';
import { createEventFinisher } from '@sluice/testing';
import { expect, test } from 'vitest';
import { connector } from '../../index.ts';
import type { FdrConfig } from './config.ts';
import { mapRecord } from './map.ts';
import { fdr } from './stream.ts';
import { fdrConfigOf } from './config.fixture.ts';

/** Real records that stand beside the repository where it is developed; they are not part of it. */
const samples = join(import.meta.dirname, '../../../../../../shared/samples/crowdstrike/fdr/cribl');
const files = [
  'Crowdstrike_Sample_1.log',
  'Crowdstrike_Network.txt',
  'Crowdstrike_process.txt',
  'Crowdstrike_aimaster_sample1.log',
];

function eventOf(result: MapResult): Record<string, unknown> {
  if (Array.isArray(result) || !('class_uid' in result)) throw new Error(JSON.stringify(result));
  const { ...event }: Record<string, unknown> = result;
  return event;
}

test.skipIf(!existsSync(samples)).each(files)(
  'each real record of %s becomes a valid event (needs ../shared)',
  (file) => {
    const finish = createEventFinisher(connector, fdr);
    const path = file.includes('aimaster') ? 's3://bucket/fdrv2/aidmaster/part-0.gz' : 's3://bucket/data/part-0.gz';
    const context: MapContext<FdrConfig> = { config: fdrConfigOf(), receivedAt: 0, origin: { transport: 's3', path } };
    const classes = new Map<string, number>();
    for (const line of readFileSync(join(samples, file), 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const result = mapRecord(JSON.parse(line), context);
      const event = eventOf(result);
      expect(finish(event, 1)).toEqual([]);
      const name = `${String(event['class_uid'])} ${String((event['metadata'] as { log_name?: string }).log_name)}`;
      classes.set(name, (classes.get(name) ?? 0) + 1);
    }
    console.log(file, Object.fromEntries(classes));
  },
);
