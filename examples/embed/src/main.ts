import { folderStore, openLake } from '@sluice/core';
import type { Authentication } from '@sluice/ocsf/1.3.0';

const columns = ['user.name', 'src_endpoint.ip', 'service.name'];
const lake = await openLake({
  store: folderStore('lake'),
  region: 'eu-central-1',
  account: '111122223333',
  product: { vendor_name: 'Example', name: 'Front Door' },
  sources: [{ name: 'front-door', class: 'authentication', profiles: [], columns }],
  stateFolder: 'state',
});

const login: Authentication = {
  class_uid: 3002,
  activity_id: 1,
  severity_id: 1,
  time: Date.parse('2026-11-20T08:30:00Z'),
  user: { name: 'amira' },
  src_endpoint: { ip: '198.51.100.20' },
  service: { name: 'Front Door' },
  status_id: 1,
};

const { accepted, rejected, stored } = await lake.write([login]);
await lake.flush();
await stored;
await lake.close();
console.log(`${accepted} stored, ${rejected.length} rejected`);
