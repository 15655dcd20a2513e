import { connector as appLogs } from '@sluice/connector-app-logs';
import { contractVersion, type Connector, type Stream } from '@sluice/connector';
import { flowColumns } from './columns.ts';
import { mapFlow } from './map-flow.ts';

const files = appLogs.streams.find(({ name }) => name === 'files');
if (files === undefined) throw new Error('app-logs has no stream of files.');

// oxlint-disable-next-line typescript/no-explicit-any -- the configuration is that of app-logs
const flows: Stream<any, 'json'> = {
  name: 'flows',
  description: 'The flow log of a gateway, read as app-logs reads files.',
  config: files.config,
  delivery: files.delivery,
  format: 'json',
  emits: [
    {
      class: 'network_activity',
      profiles: ['cloud', 'host', 'security_control'],
      columns: flowColumns,
    },
  ],
  read: (context) => files.read(context),
  map: mapFlow,
};

/** What a vendor would write for the log of `test/input/gateway-log.ts`. */
export const connector: Connector = {
  contract: contractVersion,
  name: 'gateway',
  version: '0.0.0',
  stability: 'development',
  product: { vendor_name: 'Example Networks', name: 'Edge Gateway' },
  ocsf: '1.3.0',
  streams: [flows],
};
