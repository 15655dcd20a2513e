import { loadCatalogue } from '@sluice/ocsf';
import { columnSchema, type ColumnSchema } from '../../src/index.ts';
import type { Event } from './encode.ts';

export const authentication: ColumnSchema = columnSchema(loadCatalogue('1.3.0'), {
  classUid: 3002,
  profiles: ['host', 'datetime'],
  columns: ['user.name', 'src_endpoint.ip', 'src_endpoint.port', 'device.hostname', 'auth_factors[].factor_type_id'],
});

const day = '20260302';
export const key = `ext/app/region=eu-central-1/accountId=111122223333/eventDay=${day}/a.zstd.parquet`;
const start = Date.UTC(2026, 2, 2);

function authenticationEvent(index: number): Event {
  return {
    time: start + index * 1000,
    time_dt: new Date(start + index * 1000).toISOString(),
    class_uid: 3002,
    category_uid: 3,
    activity_id: 1,
    type_uid: 300_201,
    severity_id: 1,
    metadata: { version: '1.3.0', profiles: ['host', 'datetime'], product: { name: 'App', vendor_name: 'Example' } },
    user: { name: `user${index % 50}` },
    src_endpoint: { ip: `192.0.2.${index % 250}`, port: 1024 + index },
    observables: [{ name: 'user.name', value: `user${index % 50}`, type: 'User Name', type_id: 4 }],
    unmapped: index % 2 === 0 ? { request: { id: `r${index}` } } : undefined,
  };
}

export function authenticationEvents(count: number): readonly Event[] {
  return Array.from({ length: count }, (_, index) => authenticationEvent(index));
}
