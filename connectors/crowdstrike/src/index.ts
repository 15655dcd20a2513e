import { contractVersion, type Connector } from '@sluice/connector';
import { alerts } from './streams/alerts/stream.ts';
import { eventStreams } from './streams/event-streams/stream.ts';
import { fdr } from './streams/fdr/stream.ts';

/** CrowdStrike Falcon: what its sensors record, and what its cloud says. */
export const connector: Connector = {
  contract: contractVersion,
  name: 'crowdstrike',
  version: '0.0.0',
  stability: 'alpha',
  product: { vendor_name: 'CrowdStrike', name: 'Falcon' },
  ocsf: '1.3.0',
  streams: [fdr, alerts, eventStreams],
};
