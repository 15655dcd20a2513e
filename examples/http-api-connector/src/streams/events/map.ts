import { reject, type EmittedClass, type MapResult } from '@sluice/connector';
import type { Authentication } from '@sluice/ocsf/1.3.0';

/** What becomes a column; all else that an event holds goes to `unmapped`. Only ever append. */
export const emits: readonly EmittedClass[] = [
  {
    class: 'authentication',
    profiles: [],
    columns: ['user.name', 'src_endpoint.ip', 'service.name', 'status_id', 'status'],
  },
];

/** A login. Never throws: anything may come in as a record. */
export function mapEvent(record: unknown): MapResult {
  const { user, ...fields } = fieldsOf(record);
  if (typeof user !== 'string' || user === '') return reject('no_user', 'expected "user" to be the name of a user');
  const { at, ip, ok, note } = fields;
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  const unmapped = fieldsWithout(fields, {
    at: !Number.isNaN(time),
    ip: typeof ip === 'string',
    ok: typeof ok === 'boolean',
    note: typeof note === 'string',
  });
  return {
    class_uid: 3002,
    activity_id: 1,
    severity_id: 1,
    status_id: ok === true ? 1 : ok === false ? 2 : 0,
    ...(Number.isNaN(time) ? {} : { time }),
    user: { name: user },
    ...(typeof ip === 'string' ? { src_endpoint: { ip } } : {}),
    service: { name: 'example-http-api' },
    ...(typeof note === 'string' ? { message: note } : {}),
    ...(Object.keys(unmapped).length === 0 ? {} : { unmapped }),
  } satisfies Partial<Authentication>;
}

function fieldsOf(record: unknown): Readonly<Record<string, unknown>> {
  return typeof record === 'object' && record !== null && !Array.isArray(record) ? { ...record } : {};
}

/** What was not taken, or is of no use where it belongs, is kept. */
function fieldsWithout(
  fields: Readonly<Record<string, unknown>>,
  taken: Readonly<Record<string, boolean>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => taken[name] !== true));
}
