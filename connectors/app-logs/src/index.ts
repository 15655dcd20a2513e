import { contractVersion, type Connector } from '@sluice/connector';
import { http } from './streams/http/stream.ts';
import { otlp } from './streams/otlp/stream.ts';
import { files } from './streams/files/stream.ts';

/** Application and access logs: JSON lines of any logger, combined and common access logs, plain text. */
export const connector: Connector = {
  contract: contractVersion,
  name: 'app-logs',
  version: '0.0.0',
  stability: 'alpha',
  product: { vendor_name: 'Sluice', name: 'App Logs' },
  ocsf: '1.3.0',
  defaultStream: 'files',
  streams: [files, http, otlp],
};
