import { decodeRecord, createEventFinisher } from '@sluice/testing';
import { isRejection, type MapContext } from '@sluice/connector';
import { connector } from '../../index.ts';
import type { MessagesConfig } from './config.ts';
import { mapMessage } from './map.ts';
import { parseConfig } from './read.fixture.ts';
import { messages } from './stream.ts';

const finish = createEventFinisher(connector, messages);

export interface Mapped {
  readonly event: Readonly<Record<string, unknown>>;
  /** What is wrong with the event after completion; nothing, if all is well. */
  readonly problems: readonly string[];
}

/** Maps a record as the runtime would, completes it and checks it. A rejection has its reason as its problem. */
export function mapRecord(record: Buffer | string, options: Partial<MapContext<object>> = {}): Mapped {
  const context: MapContext<MessagesConfig> = {
    receivedAt: options.receivedAt ?? Date.UTC(2026, 0, 15, 12),
    origin: options.origin ?? { transport: 'udp', address: '192.0.2.1' },
    config: configFor(options.config ?? {}),
  };
  const text = decodeRecord(Buffer.from(record), 'text');
  const result = mapMessage(String(text), context);
  if (isRejection(result)) return { event: {}, problems: [result.reject] };
  const event: Record<string, unknown> = { ...result };
  return { event, problems: finish(event, context.receivedAt) };
}

const configs = new Map<string, MessagesConfig>();

/** The same object for equal settings, as a running pipeline has it. */
function configFor(settings: object): MessagesConfig {
  const key = JSON.stringify(settings);
  const config = configs.get(key) ?? parseConfig({ listen: [{ transport: 'udp', port: 0 }], ...settings });
  configs.set(key, config);
  return config;
}
