import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapContext, MapResult } from '@sluice/connector';
import { createEventFinisher } from '@sluice/testing';
import { expect, test } from 'vitest';
import { connector } from '../index.ts';

/** Real records that stand beside the repository where it is developed; they are not part of it. */
const samples = join(import.meta.dirname, '../../../../../shared/samples/crowdstrike');

function eventOf(result: MapResult): Record<string, unknown> {
  if (Array.isArray(result) || !('class_uid' in result)) throw new Error(JSON.stringify(result));
  return result;
}

test.skipIf(!existsSync(samples)).each([
  ['alerts', 'alerts-api/cribl/cribl_crowdstrike_alerts_v1.d/000.raw', 1],
  ['alerts', 'alerts-api/cribl/cribl_crowdstrike_alerts_v2.d/000.raw', 1],
  ['event_streams', 'event-streams/panther-eventstreams.jsonl', 5],
])('each real record of %s in %s becomes a valid finding (needs ../shared)', (name, file, count) => {
  const stream = connector.streams.find((candidate) => candidate.name === name);
  if (stream === undefined) throw new Error(`no stream ${name}`);
  const finish = createEventFinisher(connector, stream);
  const text = readFileSync(join(samples, file), 'utf8');
  const records = file.endsWith('.jsonl') ? text.trim().split('\n') : [text];
  const context: MapContext<unknown> = { config: {}, receivedAt: 1, origin: { transport: 'https' } };
  const events = records.map((record) => eventOf(stream.map(JSON.parse(record), context)));
  expect(events).toHaveLength(count);
  for (const event of events) {
    expect(event).toMatchObject({ class_uid: 2004, actor: {}, finding_info: { attacks: [{}] } });
    expect(finish(event, 1)).toEqual([]);
  }
});
