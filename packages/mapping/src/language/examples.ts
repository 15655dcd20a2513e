/** An example of the reference page: a document, a record, and the event that it becomes. */
export interface Example {
  readonly title: string;
  readonly says: string;
  readonly document: string;
  readonly record: unknown;
  readonly event: unknown;
}

/** Each is run by a test: the event is what the mapping makes of the record. */
export const examples: readonly Example[] = [
  {
    title: 'JSON',
    says: 'Paths begin with `$`, the record. A name or id of an enum can be written as its caption. What no attribute takes goes to `unmapped` by itself.',
    document: `version: 1
ocsf: 1.3.0
format: json
null_values: ['-']
rules:
  - name: login
    when: { $.event: [login, logout] }
    class: authentication
    map:
      activity_id: { from: $.event, lookup: { login: Logon, logout: Logoff } , default: Other }
      severity_id: Informational
      status_id: { from: $.ok, lookup: { true: Success, false: Failure } }
      time: { from: $.at, time: iso }
      user:
        name: { from: $.user.name, lower: true, default: unknown }
        uid: $.user.id
      src_endpoint.ip: { first: [$.client_ip, $.peer] }
      service.name: portal
      message: 'Login of \${.user.name}'
  - when: { $.event: ping }
    skip: heartbeat
`,
    record: {
      event: 'login',
      ok: false,
      at: '2026-01-15T10:00:00Z',
      user: { name: 'Ada', id: 7, team: 'blue' },
      client_ip: '-',
      peer: '192.0.2.7',
    },
    event: {
      class_uid: 3002,
      activity_id: 1,
      severity_id: 1,
      status_id: 2,
      time: 1_768_471_200_000,
      user: { name: 'ada', uid: '7' },
      src_endpoint: { ip: '192.0.2.7' },
      service: { name: 'portal' },
      message: 'Login of Ada',
      unmapped: { user: { team: 'blue' } },
    },
  },
  {
    title: 'Lines of text',
    says: 'Parts take a text apart. A rule with `when: $failed` is for the lines that the part matched. `include` takes a fragment.',
    document: `version: 1
format: text
parse:
  line: { pattern: '(?<time>\\w{3} [ \\d]\\d [\\d:]{8}) (?<host>\\S+) sshd\\[(?<pid>\\d+)\\]: (?<message>.*)' }
  failed: { from: $line.message, pattern: 'Failed (?<method>\\S+) for (invalid user )?(?<user>\\S+) from (?<ip>\\S+) port (?<port>\\d+) ssh2' }
fragments:
  common:
    severity_id: Informational
    time: { from: $line.time, time: '%b %e %H:%M:%S', zone: Europe/Berlin }
    message: $line.message
rules:
  - when: $failed
    class: authentication
    map:
      include: common
      activity_id: Logon
      status_id: Failure
      user.name: $failed.user
      src_endpoint: { ip: $failed.ip, port: $failed.port }
      service.name: sshd
      auth_protocol: $failed.method
  - class: base_event
    map: { activity_id: Unknown, severity_id: Unknown, message: $ }
`,
    record: 'Jan 15 11:00:00 bastion sshd[812]: Failed password for invalid user admin from 192.0.2.44 port 55222 ssh2',
    event: {
      class_uid: 3002,
      severity_id: 1,
      time: 1_768_471_200_000,
      message: 'Failed password for invalid user admin from 192.0.2.44 port 55222 ssh2',
      activity_id: 1,
      status_id: 2,
      user: { name: 'admin' },
      src_endpoint: { ip: '192.0.2.44', port: 55_222 },
      service: { name: 'sshd' },
      auth_protocol: 'password',
      raw_data:
        'Jan 15 11:00:00 bastion sshd[812]: Failed password for invalid user admin from 192.0.2.44 port 55222 ssh2',
      unmapped: { line: { host: 'bastion', pid: '812' } },
    },
  },
  {
    title: 'key=value, cases and required values',
    says: 'A class is emitted only with what it requires: a value that may be missing needs a `default`, or `required: true`, which rejects such records.',
    document: `version: 1
format: key_value
profiles: [security_control]
lookups:
  actions: { accept: Allowed, deny: Denied }
rules:
  - class: network_activity
    map:
      activity_id:
        cases:
          - { when: { $.action: deny }, value: Refuse }
          - { when: { $.bytes: { gt: 0 }, $.action: { not: [start] } }, value: Traffic }
          - { value: Open }
      action_id: { from: $.action, lookup: actions, default: Unknown }
      severity_id: Informational
      time: { from: $.ts, time: unix }
      src_endpoint: { ip: $.src, port: $.sport }
      dst_endpoint.ip: { from: $.dst, required: true }
      traffic.bytes: $.bytes
      duration: { from: $.seconds, multiply: 1000 }
`,
    record: 'ts=1768471200 action=deny src=192.0.2.1 sport=4711 dst=198.51.100.2 bytes=0 seconds=1.5 rule="no guests"',
    event: {
      class_uid: 4001,
      activity_id: 5,
      action_id: 2,
      severity_id: 1,
      time: 1_768_471_200_000,
      src_endpoint: { ip: '192.0.2.1', port: 4711 },
      dst_endpoint: { ip: '198.51.100.2' },
      traffic: { bytes: 0 },
      duration: 1500,
      unmapped: { rule: 'no guests' },
    },
  },
  {
    title: 'Many kinds of records, and several events of one',
    says: 'A rule can hold rules of its own, a part of its own (`match`), make several events (`events`), or one for each item of a list (`each`). An object with `when` is made only then.',
    document: `version: 1
format: json
fragments:
  common: { severity_id: Informational, time: { from: $.at, time: [iso, unix_any] }, metadata.event_code: $.kind }
rules:
  - when: { $.kind: [file_created, file_deleted] }
    class: file_activity
    map:
      include: common
      activity_id: { from: $.kind, lookup: { file_created: Create, file_deleted: Delete }, default: Unknown }
      actor.app_name: agent
      device: { hostname: { from: $.host, default: unknown }, type_id: Unknown }
      file:
        name: { from: $.path, after_last: ['/', '\\'], required: true }
        path: $.path
        type_id: Regular File
        parent_folder: { from: $.path, before_last: ['/', '\\'] }
        owner: { when: { $.owner: { not: nobody } }, name: $.owner }
  - when: { $.kind: report }
    rules:
      - when: { $.tags: { some: { starts_with: net } } }
        match: { from: $.text, pattern: '(?<count>\\d+) flows' }
        events:
          - class: base_event
            map: { include: common, activity_id: Unknown, count: $match.count }
          - each: $.flows
            class: network_activity
            map:
              include: common
              activity_id: Traffic
              dst_endpoint.ip: { from: '@.to', required: true }
              traffic.bytes: { sum: ['@.in', '@.out'] }
  - class: base_event
    map: { include: common, activity_id: Unknown }
`,
    record: {
      kind: 'report',
      at: 1_768_471_200,
      tags: ['daily', 'network'],
      text: '2 flows',
      flows: [
        { to: '192.0.2.1', in: 1, out: 2 },
        { to: '192.0.2.2', in: 3, port: 53 },
      ],
    },
    event: [
      {
        class_uid: 0,
        severity_id: 1,
        time: 1_768_471_200_000,
        metadata: { event_code: 'report' },
        activity_id: 0,
        count: 2,
        unmapped: { tags: ['daily', 'network'] },
      },
      {
        class_uid: 4001,
        severity_id: 1,
        time: 1_768_471_200_000,
        metadata: { event_code: 'report' },
        activity_id: 6,
        dst_endpoint: { ip: '192.0.2.1' },
        traffic: { bytes: 3 },
      },
      {
        class_uid: 4001,
        severity_id: 1,
        time: 1_768_471_200_000,
        metadata: { event_code: 'report' },
        activity_id: 6,
        dst_endpoint: { ip: '192.0.2.2' },
        traffic: { bytes: 3 },
        unmapped: { flows: { port: 53 } },
      },
    ],
  },
  {
    title: 'Loops, lists and functions',
    says: '`each` makes a list from a list; `@` is its item. `call` asks a function that a plugin adds (`reverse`, here).',
    document: `version: 1
format: json
rules:
  - class: detection_finding
    map:
      activity_id: Create
      severity_id: { from: $.severity, default: Unknown }
      finding_info:
        uid: { from: $.id, required: true }
        title: { from: $.title, default: Untitled }
        types: { from: $.tags, split: ',' }
      resources: { each: $.assets, map: { uid: '@.id', name: '@.host', labels: { each: '@.labels', value: '@' } } }
      metadata.labels: [sample, $.env]
      comment: { call: reverse, args: [$.note] }
      raw_data: { from: $, to_json: true }
`,
    record: {
      id: 'f-1',
      severity: 'Odd',
      tags: 'malware, tor',
      assets: [{ id: 'a1', host: 'web', labels: ['x', 'y'], rack: 4 }, { rack: 5 }],
      note: 'abc',
    },
    event: {
      class_uid: 2004,
      activity_id: 1,
      severity_id: 99,
      severity: 'Odd',
      finding_info: { uid: 'f-1', title: 'Untitled', types: ['malware', 'tor'] },
      resources: [{ uid: 'a1', name: 'web', labels: ['x', 'y'] }],
      metadata: { labels: ['sample'] },
      comment: 'cba',
      raw_data:
        '{"id":"f-1","severity":"Odd","tags":"malware, tor","assets":[{"id":"a1","host":"web","labels":["x","y"],"rack":4},{"rack":5}],"note":"abc"}',
      unmapped: { assets: [{ rack: 4 }, { rack: 5 }] },
    },
  },
  {
    title: 'CEF',
    says: 'The fields of the extension are under `extension`.',
    document: `version: 1
format: cef
rules:
  - when: { $.device_vendor: Acme }
    class: base_event
    map:
      activity_id: Unknown
      severity_id: { from: $.severity, lookup: { '3': Low, '5': Medium, '8': High }, default: Unknown }
      time: { from: $.extension.rt, time: unix_ms }
      message: $.name
      metadata.event_code: $.signature_id
`,
    record: 'CEF:0|Acme|Wall|2.0|100|Worm stopped|8|rt=1768471200000 src=192.0.2.9 msg=two words',
    event: {
      class_uid: 0,
      activity_id: 0,
      severity_id: 4,
      time: 1_768_471_200_000,
      message: 'Worm stopped',
      metadata: { event_code: '100' },
      unmapped: {
        version: '0',
        device_vendor: 'Acme',
        device_product: 'Wall',
        device_version: '2.0',
        extension: { src: '192.0.2.9', msg: 'two words' },
      },
    },
  },
];
