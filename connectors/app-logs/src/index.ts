import { contractVersion, type Connector } from '@sluice/connector';
import { http } from './streams/http/stream.ts';
import { otlp } from './streams/otlp/stream.ts';
import { journal } from './streams/journal/stream.ts';
import { stdin } from './streams/stdin/stream.ts';
import { files } from './streams/files/stream.ts';

/** Application and access logs, from files, HTTP, OpenTelemetry, the standard input and exported journals. */
export const connector: Connector = {
  contract: contractVersion,
  name: 'app-logs',
  version: '0.0.0',
  stability: 'alpha',
  product: { vendor_name: 'Sluice', name: 'App Logs' },
  ocsf: '1.3.0',
  defaultStream: 'files',
  streams: [files, http, otlp, stdin, journal],
};
