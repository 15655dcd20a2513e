import { contractVersion, type Connector } from '@sluice/connector';
import { messages } from './streams/messages/stream.ts';

/** Syslog of any program or device. */
export const connector: Connector = {
  contract: contractVersion,
  name: 'syslog',
  version: '0.0.0',
  stability: 'alpha',
  product: { vendor_name: 'IETF', name: 'Syslog' },
  ocsf: '1.3.0',
  streams: [messages],
};

export type { MessagesConfig } from './streams/messages/config.ts';
