import type { Connector } from '@sluice/connector';
import { connector as appLogs } from '@sluice/connector-app-logs';
import { readMapping } from '@sluice/mapping';

const files = appLogs.streams.find(({ name }) => name === 'files');
if (files === undefined) throw new Error('app-logs has no stream called files');

/** Log files, read as app-logs reads them, with a mapping of one's own for the fields of one's own. */
export const connector: Connector = {
  ...appLogs,
  name: 'shop-logs',
  version: '1.0.0',
  stability: 'development',
  product: { vendor_name: 'Example', name: 'Shop' },
  streams: [{ ...files, ...readMapping(new URL('mapping.yaml', import.meta.url), { ocsf: '1.3.0' }) }],
};
