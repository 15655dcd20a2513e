import { contractVersion, type Connector } from '@sluice/connector';
import { findings } from './streams/findings/stream.ts';
import { files } from './streams/files/stream.ts';

/** Findings of AWS Security Hub: its own controls, GuardDuty, Inspector, Macie, and every third party that reports there. */
export const connector: Connector = {
  contract: contractVersion,
  name: 'security-hub',
  version: '0.0.0',
  stability: 'alpha',
  product: { vendor_name: 'AWS', name: 'Security Hub' },
  ocsf: '1.3.0',
  defaultStream: 'findings',
  streams: [findings, files],
};
