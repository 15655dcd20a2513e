import { contractVersion, reject, type Connector, type MapResult, type Stream } from '@sluice/connector';
import { connector as appLogs } from '@sluice/connector-app-logs';
import { connector as syslog } from '@sluice/connector-syslog';
import { proposeSourceName, type CustomSource } from '@sluice/core';
import { queueShape, readQueue, rejectProblem, type QueueConfig } from '@sluice/queue';
import * as z from 'zod';
import type { VictimInput } from './victim-spec.ts';

/** A stream to run and everything that its pipeline wants to know of it. */
export interface VictimStream {
  readonly connector: Connector;
  // oxlint-disable-next-line typescript/no-explicit-any -- as in the contract
  readonly stream: Stream<any, any>;
  readonly config: unknown;
  readonly sources: readonly CustomSource[];
}

export async function victimStream(input: VictimInput): Promise<VictimStream> {
  switch (input.kind) {
    case 'file':
      return ready(appLogs, { paths: input.paths, follow: input.follow, format: 'json' });
    case 'tcp':
      return ready(syslog, { listen: [{ transport: 'tcp', port: input.port }] });
    case 'queue':
      return hiddenBriefly(await ready(queueOfObjects, input.config));
  }
}

async function ready(connector: Connector, given: unknown): Promise<VictimStream> {
  const [stream] = connector.streams;
  if (stream === undefined) throw new Error(`${connector.name} has no stream`);
  const parsed = await stream.config['~standard'].validate(given);
  if (parsed.issues !== undefined) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  const sources = stream.emits.map((emitted) => ({
    name: proposeSourceName(connector.name, emitted.class),
    ...emitted,
  }));
  return { connector, stream, config: parsed.value, sources };
}

/** What a killed reader had in hand comes again after seconds; a user's setting may not be so short. */
function hiddenBriefly(stream: VictimStream): VictimStream {
  return { ...stream, config: { ...(stream.config as QueueConfig), visibility_timeout: 4000 } };
}

/** Records as this test writes them into objects, which the messages of a queue name. */
const numberedObjects: Stream<QueueConfig, 'json'> = {
  name: 'objects',
  description: 'Numbered records of objects that a queue announces',
  config: z.strictObject(queueShape),
  delivery: 'at-least-once',
  shared: true,
  format: 'json',
  emits: [{ class: 'base_event', profiles: [], columns: [] }],
  read: (context) => readQueue(context, { content: 'objects', backoffMs: () => 200, maxBatchBytes: 20_000 }),
  map(record, { origin }): MapResult {
    const { n, time, isBad } = record as { readonly n: number; readonly time: number; readonly isBad?: boolean };
    if (isBad === true) return reject('bad_on_purpose');
    return (
      rejectProblem(record, origin) ?? {
        class_uid: 0,
        activity_id: 0,
        severity_id: 1,
        time,
        message: String(n),
        unmapped: { n: String(n) },
      }
    );
  },
};

const queueOfObjects: Connector = {
  contract: contractVersion,
  name: 'numbered',
  version: '1.0.0',
  stability: 'development',
  product: { vendor_name: 'Example', name: 'Numbered' },
  ocsf: '1.3.0',
  streams: [numberedObjects],
};
