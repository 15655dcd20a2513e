import { join } from 'node:path';
import type { Connector, Origin } from '@sluice/connector';
import { connector as appLogs } from '@sluice/connector-app-logs';
import { connector as securityHub } from '@sluice/connector-security-hub';
import { connector as syslog } from '@sluice/connector-syslog';

export interface Contestant {
  readonly connector: Connector;
  readonly stream: string;
  /** Where the records come from: the golden cases of the stream. */
  readonly fixtures: string;
  /** What a user would write. */
  readonly config: unknown;
  readonly origin: Origin;
}

const below = (path: string): string => join(import.meta.dirname, '../../../connectors', path);

/** The streams of our connectors, one entry for each way of mapping. */
export const contestants: readonly Contestant[] = [
  {
    connector: appLogs,
    stream: 'files',
    fixtures: below('app-logs/src/streams/files/fixtures'),
    config: { paths: ['app.log'] },
    origin: { transport: 'file', path: 'app.log' },
  },
  {
    connector: securityHub,
    stream: 'findings',
    fixtures: below('security-hub/src/streams/findings/fixtures'),
    config: { queue_url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/findings' },
    origin: { transport: 'sqs' },
  },
  {
    connector: syslog,
    stream: 'messages',
    fixtures: below('syslog/src/streams/messages/fixtures'),
    config: { listen: [{ transport: 'udp', port: 5514 }] },
    origin: { transport: 'udp', address: '192.0.2.1' },
  },
];
