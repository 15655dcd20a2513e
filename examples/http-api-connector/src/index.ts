import { contractVersion, type Connector } from '@sluice/connector';
import { events } from './streams/events/stream.ts';

export const connector: Connector = {
  contract: contractVersion,
  name: 'example-http-api',
  version: '0.0.0',
  stability: 'development',
  product: { vendor_name: 'Example Http Api', name: 'Example Http Api' },
  ocsf: '1.3.0',
  streams: [events],
};
