import { type Connector, type EmittedClass, type MapContext, type MapResult, type Origin } from '@sluice/connector';
import { type Catalogue, isRelease, loadCatalogue } from '@sluice/ocsf';

/** What turns records into events, and what it declares of them: a connector's stream, or a mapping document. */
export interface MappingSubject {
  readonly catalogue: Catalogue;
  /** What becomes `metadata.product` where an event says nothing else. */
  readonly product: { readonly vendor_name: string; readonly name: string };
  readonly emits: readonly EmittedClass[];
  readonly format: 'json' | 'text' | 'bytes';
  readonly context: MapContext<unknown>;
  map(record: unknown, context: MapContext<unknown>): MapResult;
}

export interface SubjectOptions {
  /** What a user would write; parsed with the stream's own schema. Default nothing. */
  readonly config?: unknown;
  readonly origin?: Origin;
  /** Epoch milliseconds. Default 2026-01-15T12:00:00Z, so that reports are the same each time. */
  readonly receivedAt?: number;
}

const defaultReceivedAt = Date.UTC(2026, 0, 15, 12);
const defaultOrigin: Origin = { transport: 'test', address: '192.0.2.250' };

/** What the runtime would tell `map`, frozen in time. */
export function contextOf(config: unknown, { origin, receivedAt }: SubjectOptions = {}): MapContext<unknown> {
  return { config, receivedAt: receivedAt ?? defaultReceivedAt, origin: origin ?? defaultOrigin };
}

/** A stream of a connector by its name. Throws where there is none, or where its configuration is wrong. */
export function subjectOfStream(connector: Connector, name: string, options: SubjectOptions = {}): MappingSubject {
  const stream = connector.streams.find((candidate) => candidate.name === name);
  if (stream === undefined) {
    const names = connector.streams.map((candidate) => candidate.name).join(', ');
    throw new Error(`Connector ${connector.name} has no stream ${name}; it has ${names}.`);
  }
  if (!isRelease(connector.ocsf)) throw new Error(`${connector.name} is for OCSF ${connector.ocsf}, which is unknown.`);
  const parsed = stream.config['~standard'].validate(options.config ?? {});
  if (parsed instanceof Promise) throw new TypeError(`The configuration of ${name} is validated asynchronously.`);
  if (parsed.issues !== undefined) throw new Error(`Bad configuration of ${name}: ${JSON.stringify(parsed.issues)}`);
  return {
    catalogue: loadCatalogue(connector.ocsf),
    product: connector.product,
    emits: stream.emits,
    format: stream.format,
    context: contextOf(parsed.value, options),
    map: (record, context) => stream.map(record, context),
  };
}
