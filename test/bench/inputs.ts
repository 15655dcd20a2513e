import type { Connector } from '@sluice/connector';
import { proposeSourceName, type CustomSource } from '@sluice/core';
import { writeGatewayLog } from '../input/gateway-log.ts';
import { writeServiceLog } from '../input/service-log.ts';
import type { InputName } from './job.ts';

/** A log, and the connector that reads it. */
export interface Input {
  readonly what: string;
  /** Field of the log that DuckDB is to sort by. */
  readonly time: string;
  /** Module that exports the connector, for threads to load. */
  readonly connectorUrl: string;
  readonly load: () => Promise<Connector>;
  readonly write: (path: string, lines: number) => Promise<void>;
}

const appLogsUrl = import.meta.resolve('@sluice/connector-app-logs');
const gatewayUrl = new URL('gateway/connector.ts', import.meta.url).href;

export const inputs: Readonly<Record<InputName, Input>> = {
  service: {
    what: 'the log of a service, 365 bytes an event',
    time: 'time',
    connectorUrl: appLogsUrl,
    load: async () => (await import('@sluice/connector-app-logs')).connector,
    write: (path, lines) => writeServiceLog(path, { lines, seed: 1, start: Date.parse('2026-11-20T06:00:00Z') }),
  },
  gateway: {
    what: 'the flow log of a gateway, 1.75 KB, 74 fields and 104 columns an event',
    time: 'eventTime',
    connectorUrl: gatewayUrl,
    load: async () => (await import('./gateway/connector.ts')).connector,
    write: (path, lines) => writeGatewayLog(path, { lines, seed: 1, start: Date.parse('2026-11-20T06:00:00Z') }),
  },
};

/** A source for each class that the connector's first stream emits. */
export function sourcesOf({ name, streams }: Connector): readonly CustomSource[] {
  const emits = streams[0]?.emits ?? [];
  return emits.map((emitted) => ({ name: proposeSourceName(name, emitted.class), ...emitted }));
}
