import type { ColumnDeclaration } from '../src/index.ts';
import { Random } from './random.ts';

/** Process Activity, 94 leaf columns with the base columns. */
export const procDeclaration: ColumnDeclaration = {
  classUid: 1007,
  profiles: ['cloud', 'datetime', 'host', 'security_control'],
  columns: [
    'start_time',
    'end_time',
    'duration',
    'count',
    'timezone_offset',
    'exit_code',
    'action',
    'action_id',
    'disposition',
    'disposition_id',
    'device.hostname',
    'device.type_id',
    'device.type',
    'device.uid',
    'device.ip',
    'device.os.name',
    'device.os.type_id',
    'device.os.version',
    'device.domain',
    'process.pid',
    'process.uid',
    'process.name',
    'process.cmd_line',
    'process.created_time',
    'process.integrity',
    'process.integrity_id',
    'process.file.name',
    'process.file.path',
    'process.file.type_id',
    'process.file.size',
    'process.file.hashes[].algorithm',
    'process.file.hashes[].algorithm_id',
    'process.file.hashes[].value',
    'process.user.name',
    'process.user.uid',
    'process.user.type_id',
    'process.user.groups[].name',
    'process.user.groups[].uid',
    'process.session.uid',
    'process.parent_process.pid',
    'process.parent_process.uid',
    'process.parent_process.name',
    'process.parent_process.cmd_line',
    'process.parent_process.file.path',
    'actor.process.pid',
    'actor.process.name',
    'actor.process.file.path',
    'actor.user.name',
    'actor.user.uid',
    'actor.session.uid',
    'actor.app_name',
    'attacks[].version',
    'attacks[].technique.uid',
    'attacks[].technique.name',
    'attacks[].tactics[].uid',
    'attacks[].tactics[].name',
  ],
};

/** Events in order of time. */
export function* procEvents(count: number, seed = 2): Generator<Record<string, unknown>> {
  const random = new Random(seed);
  let time = 1_767_225_600_000;
  for (let row = 0; row < count; row++) {
    time += random.below(40);
    yield procEvent(random, time);
  }
}

function procEvent(random: Random, time: number): Record<string, unknown> {
  const host = random.logUniform(3000);
  const file = random.logUniform(4000);
  const parent = random.logUniform(4000);
  const user = random.logUniform(800);
  const suspicious = random.below(25) === 0;
  const path = `/opt/app-${file % 90}/bin/tool-${file}`;
  const parentPath = `/usr/lib/service-${parent % 70}/run-${parent}`;
  const pid = random.below(4_194_304);
  return {
    time,
    time_dt: new Date(time).toISOString(),
    class_uid: 1007,
    class_name: 'Process Activity',
    category_uid: 1,
    category_name: 'System Activity',
    activity_id: 1,
    activity_name: 'Launch',
    type_uid: 100_701,
    type_name: 'Process Activity: Launch',
    severity_id: suspicious ? 4 : 1,
    severity: suspicious ? 'High' : 'Informational',
    status_id: 1,
    status: 'Success',
    status_code: null,
    status_detail: null,
    message: null,
    metadata: {
      version: '1.3.0',
      profiles: ['cloud', 'datetime', 'host', 'security_control'],
      product: { name: 'Endpoint Sensor', vendor_name: 'Example Endpoint', version: '6.58.17212' },
      uid: random.uuid(),
      event_code: 'ProcessRollup2',
      original_time: new Date(time).toISOString(),
      logged_time: time + random.below(5000),
      log_name: 'process',
      log_provider: 'sensor',
    },
    observables: [
      { name: 'device.hostname', value: `host-${host}.example.com`, type: 'Hostname', type_id: 1 },
      { name: 'process.name', value: `tool-${file}`, type: 'Process Name', type_id: 9 },
      { name: 'actor.user.name', value: `user${user}`, type: 'User Name', type_id: 4 },
    ],
    raw_data: null,
    unmapped: random.below(4) === 0 ? { sensor: { build: `b-${random.below(30)}` }, flags: random.below(4096) } : {},
    cloud: { provider: 'AWS', account: { uid: '111122223333' }, region: 'eu-central-1' },
    start_time: time,
    end_time: null,
    duration: null,
    count: 1,
    timezone_offset: 60,
    exit_code: null,
    action: 'Allowed',
    action_id: 1,
    disposition: 'Allowed',
    disposition_id: 1,
    device: {
      hostname: `host-${host}.example.com`,
      type_id: 1,
      type: 'Server',
      uid: random.hex(16),
      ip: `10.1.${host >> 8}.${host & 255}`,
      os: { name: 'Linux', type_id: 200, version: '6.1.0' },
      domain: 'example.com',
    },
    process: {
      pid,
      uid: random.uuid(),
      name: `tool-${file}`,
      cmd_line: `${path} --job ${random.hex(8)} --region eu-central-1 --attempt ${random.below(5)}`,
      created_time: time - random.below(50),
      integrity: 'System',
      integrity_id: 5,
      file: {
        name: `tool-${file}`,
        path,
        type_id: 1,
        size: 4096 + file * 37,
        hashes: [
          { algorithm: 'SHA-256', algorithm_id: 3, value: file.toString(16).padStart(64, 'a') },
          { algorithm: 'MD5', algorithm_id: 1, value: file.toString(16).padStart(32, 'b') },
        ],
      },
      user: {
        name: `user${user}`,
        uid: String(1000 + user),
        type_id: user % 9 === 0 ? 2 : 1,
        groups:
          user % 3 === 0
            ? [
                { name: 'staff', uid: '20' },
                { name: 'wheel', uid: '0' },
              ]
            : [],
      },
      session: { uid: random.hex(8) },
      parent_process: {
        pid: random.below(65_536),
        uid: random.uuid(),
        name: `run-${parent}`,
        cmd_line: `${parentPath} -c /etc/example/${parent}.conf`,
        file: { path: parentPath },
      },
      tid: pid + random.below(8),
    },
    actor: {
      process: { pid: random.below(65_536), name: `run-${parent}`, file: { path: parentPath } },
      user: { name: `user${user}`, uid: String(1000 + user) },
      session: { uid: random.hex(8) },
      app_name: 'systemd',
    },
    attacks: suspicious
      ? [
          {
            version: '15.1',
            technique: { uid: 'T1059', name: 'Command and Scripting Interpreter' },
            tactics: [
              { uid: 'TA0002', name: 'Execution' },
              { uid: 'TA0003', name: 'Persistence' },
            ],
          },
        ]
      : [],
  };
}
