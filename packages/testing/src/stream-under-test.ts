import type { Connector, MapContext, Origin, Stream } from '@sluice/connector';

// oxlint-disable-next-line typescript/no-explicit-any -- as in Connector: configuration and format are the stream's own
export type AnyStream = Stream<any, any>;

/** The stream of this name. Throws with the names there are. */
export function streamOf(connector: Connector, name: string): AnyStream {
  const stream = connector.streams.find((candidate) => candidate.name === name);
  if (stream !== undefined) return stream;
  const names = connector.streams.map((candidate) => candidate.name).join(', ');
  throw new Error(`Connector ${connector.name} has no stream ${name}; it has ${names}.`);
}

/** What a user would write, parsed with the stream's own schema. Throws with its complaints. */
export async function parseConfig(stream: AnyStream, config: unknown): Promise<unknown> {
  const parsed = await stream.config['~standard'].validate(config);
  if (parsed.issues === undefined) return parsed.value;
  const issues = parsed.issues.map(({ message, path }) => `${(path ?? []).map(keyOf).join('.')}: ${message}`);
  throw new Error(`Stream ${stream.name} does not take the configuration of its test: ${issues.join('; ')}`);
}

function keyOf(segment: unknown): string {
  return typeof segment === 'object' && segment !== null && 'key' in segment ? String(segment.key) : String(segment);
}

export interface MapFacts {
  readonly config?: unknown;
  readonly origin?: Origin | undefined;
  readonly receivedAt?: number | undefined;
}

const defaultReceivedAt = Date.UTC(2026, 0, 15, 12);
const defaultOrigin: Origin = { transport: 'test', address: '192.0.2.250' };

/** The context that `map` is tested in. */
export async function mapContext(stream: AnyStream, facts: MapFacts): Promise<MapContext<unknown>> {
  return {
    config: await parseConfig(stream, facts.config ?? {}),
    receivedAt: facts.receivedAt ?? defaultReceivedAt,
    origin: facts.origin ?? defaultOrigin,
  };
}
