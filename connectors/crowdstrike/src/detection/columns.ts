import { fileAt, hashesAt, userAt } from '../falcon/columns.ts';

function processAt(path: string): readonly string[] {
  const parent = `${path}.parent_process`;
  return [
    ...['uid', 'pid', 'name', 'cmd_line', 'created_time', 'terminated_time'].map((name) => `${path}.${name}`),
    ...userAt(`${path}.user`),
    ...fileAt(`${path}.file`),
    ...hashesAt(`${path}.file`),
    ...['uid', 'pid', 'name', 'cmd_line'].map((name) => `${parent}.${name}`),
    ...fileAt(`${parent}.file`),
  ];
}

/** Columns of a finding by Falcon, in `alerts` and `event_streams` alike. Append only. */
export const findingColumns: readonly string[] = [
  'metadata.tenant_uid',
  'metadata.event_code',
  'metadata.logged_time',
  'metadata.modified_time',
  'finding_info.uid',
  'finding_info.title',
  'finding_info.desc',
  'finding_info.src_url',
  'finding_info.types[]',
  'finding_info.analytic.uid',
  'finding_info.analytic.name',
  'finding_info.analytic.type_id',
  'finding_info.analytic.type',
  'finding_info.created_time',
  'finding_info.modified_time',
  'finding_info.first_seen_time',
  'finding_info.last_seen_time',
  'finding_info.attacks[].tactic.uid',
  'finding_info.attacks[].tactic.name',
  'finding_info.attacks[].technique.uid',
  'finding_info.attacks[].technique.name',
  'finding_info.attacks[].sub_technique.uid',
  'finding_info.attacks[].sub_technique.name',
  'confidence_score',
  'action_id',
  'action',
  'disposition_id',
  'disposition',
  'device.uid',
  'device.hostname',
  'device.name',
  'device.domain',
  'device.ip',
  'device.mac',
  'device.type_id',
  'device.type',
  'device.os.name',
  'device.os.type_id',
  'device.os.type',
  'device.first_seen_time',
  'device.last_seen_time',
  ...processAt('actor.process'),
  ...userAt('actor.user'),
  ...processAt('evidences[].process'),
  'evidences[].actor.user.uid',
  'evidences[].actor.user.name',
  'evidences[].actor.user.domain',
  'evidences[].src_endpoint.ip',
  'evidences[].src_endpoint.hostname',
  'evidences[].dst_endpoint.ip',
  'evidences[].dst_endpoint.hostname',
];

/** Those that came later, behind all that a stream had by then. Append only. */
export const laterFindingColumns: readonly string[] = [
  'comment',
  ...['provider', 'region', 'account.uid', 'account.type_id', 'account.type'].map((name) => `cloud.${name}`),
  ...fileAt('evidences[].file'),
  ...hashesAt('evidences[].file'),
  'evidences[].query.hostname',
  'evidences[].api.operation',
  'evidences[].api.service.name',
  'evidences[].src_endpoint.port',
  'evidences[].dst_endpoint.port',
  'evidences[].connection_info.direction_id',
  'evidences[].connection_info.direction',
  'evidences[].connection_info.protocol_name',
];

/** Those of the type of a name's lookup, the last of all. */
export const lookupColumns: readonly string[] = ['evidences[].query.type'];
