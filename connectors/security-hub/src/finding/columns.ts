import type { EmittedClass } from '@sluice/connector';

const shared = [
  'status_id',
  'status',
  'comment',
  'confidence_score',
  'metadata.log_version',
  'metadata.product.uid',
  'metadata.product.feature.uid',
  'cloud.provider',
  'cloud.region',
  'cloud.account.uid',
  'cloud.account.name',
  'cloud.account.type_id',
  'cloud.account.type',
  'finding_info.uid',
  'finding_info.title',
  'finding_info.desc',
  'finding_info.types[]',
  'finding_info.created_time',
  'finding_info.modified_time',
  'finding_info.first_seen_time',
  'finding_info.last_seen_time',
  'finding_info.src_url',
  'finding_info.related_events[].uid',
  'finding_info.related_events[].product_uid',
  'finding_info.attacks[].tactic.uid',
  'finding_info.attacks[].tactic.name',
  'resources[].uid',
  'resources[].type',
  'resources[].region',
  'resources[].cloud_partition',
  'resources[].labels[]',
  'resources[].criticality',
  'resources[].data',
  'message',
];

const remediation = ['remediation.desc', 'remediation.references[]'];

const file = ['name', 'path', 'type_id', 'type'];

const vulnerabilities = [
  'cve.uid',
  'cve.created_time',
  'cve.modified_time',
  'cve.cvss[].base_score',
  'cve.cvss[].version',
  'cve.cvss[].vector_string',
  'cve.epss.score',
  'cwe.uid',
  'vendor_name',
  'severity',
  'references[]',
  'related_vulnerabilities[]',
  'is_exploit_available',
  'is_fix_available',
  'remediation.desc',
  'affected_packages[].name',
  'affected_packages[].version',
  'affected_packages[].architecture',
  'affected_packages[].epoch',
  'affected_packages[].release',
  'affected_packages[].fixed_in_version',
  'affected_packages[].package_manager',
  'affected_packages[].path',
  'affected_packages[].remediation.desc',
  ...file.map((name) => `affected_code[].file.${name}`),
  'affected_code[].start_line',
  'affected_code[].end_line',
].map((path) => `vulnerabilities[].${path}`);

const remoteEndpoint = [
  'ip',
  'hostname',
  'instance_uid',
  'mac',
  'port',
  'location.city',
  'location.country',
  'location.lat',
  'location.long',
  'location.isp',
  'autonomous_system.number',
  'autonomous_system.name',
];

const evidences = [
  'api.operation',
  'api.service.name',
  'actor.user.name',
  'actor.user.uid',
  ...remoteEndpoint.map((path) => `src_endpoint.${path}`),
  ...remoteEndpoint.map((path) => `dst_endpoint.${path}`),
  'connection_info.direction_id',
  'connection_info.direction',
  'connection_info.protocol_name',
  'query.hostname',
  'process.pid',
  'process.name',
  'process.created_time',
  'process.terminated_time',
  ...file.map((name) => `process.file.${name}`),
  'process.parent_process.pid',
  ...file.map((name) => `file.${name}`),
  'file.hashes[].algorithm_id',
  'file.hashes[].algorithm',
  'file.hashes[].value',
].map((path) => `evidences[].${path}`);

const malware = ['name', 'path', 'classification_ids[]', 'classifications[]'].map((path) => `malware[].${path}`);

const compliance = [
  'standards[]',
  'control',
  'requirements[]',
  'status_id',
  'status',
  'status_code',
  'status_detail',
].map((path) => `compliance.${path}`);

/** What the findings have beside that the newer Security Hub sends in OCSF. */
const sharedInOcsf = [
  'count',
  ...['uid', 'name', 'category', 'type_id', 'type'].map((name) => `finding_info.analytic.${name}`),
  'resources[].name',
  ...['uid', 'name', 'type_id', 'type'].map((name) => `resources[].owner.account.${name}`),
];

const vulnerabilitiesInOcsf = ['title', 'desc', 'cve.title', 'cve.desc', 'cve.cvss[].severity'].map(
  (path) => `vulnerabilities[].${path}`,
);

const evidencesInOcsf = [
  'data',
  ...['pid', 'name', 'uid', 'cmd_line', 'created_time', 'user.name', 'user.uid', 'parent_process.pid'].map(
    (name) => `actor.process.${name}`,
  ),
  ...file.map((name) => `actor.process.file.${name}`),
].map((path) => `evidences[].${path}`);

/** What was found in the data, and where it lies. */
const dataSecurity = [
  ...['category', 'confidentiality', 'data_lifecycle_state', 'detection_system'].flatMap((name) => [
    `data_security.${name}_id`,
    `data_security.${name}`,
  ]),
  ...['detection_pattern', 'pattern_match', 'policy.name', 'policy.uid'].map((name) => `data_security.${name}`),
  ...['name', 'uid', 'type_id', 'type', 'size'].map((name) => `databucket.${name}`),
  ...[...file, 'size'].map((name) => `databucket.file.${name}`),
  ...[...file, 'size'].map((name) => `file.${name}`),
];

/** Append only: the order is the order of the columns in every object from the first to the last. */
export const emits: readonly EmittedClass[] = [
  {
    class: 'compliance_finding',
    profiles: ['cloud'],
    columns: [...shared, ...remediation, ...compliance, ...sharedInOcsf],
  },
  {
    class: 'vulnerability_finding',
    profiles: ['cloud'],
    columns: [...shared, ...vulnerabilities, ...sharedInOcsf, ...vulnerabilitiesInOcsf],
  },
  {
    class: 'detection_finding',
    profiles: ['cloud', 'security_control'],
    columns: [
      ...shared,
      ...remediation,
      'action_id',
      'action',
      'disposition_id',
      'disposition',
      ...evidences,
      ...malware,
      ...vulnerabilities,
      ...sharedInOcsf,
      ...vulnerabilitiesInOcsf,
      ...evidencesInOcsf,
      'risk_level_id',
      'risk_level',
      'metadata.product.feature.name',
    ],
  },
  {
    class: 'data_security_finding',
    profiles: ['cloud'],
    columns: [...shared, ...sharedInOcsf, 'risk_level_id', 'risk_level', ...dataSecurity],
  },
];
