import { describe, expect, test } from 'vitest';
import { baseMapping, eventOf, mapOne, mappingOf } from './map.fixture.ts';

describe('values', () => {
  test('come from paths, constants and templates', () => {
    const mapping = baseMapping(
      "message: '${.user.name} from ${.list[1]}'\nstatus_detail: fixed\nstatus_code: $['odd key']",
    );
    const record = { user: { name: 'ada' }, list: ['a', 'b'], 'odd key': 5 };
    expect(eventOf(mapping, record)).toEqual({
      message: 'ada from b',
      status_detail: 'fixed',
      status_code: '5',
      unmapped: { list: ['a'] },
    });
  });

  test('a template is absent where one of its paths is', () => {
    const mapping = baseMapping("message: '${.a} ${.b}'");
    expect(eventOf(mapping, { a: 1 })).toEqual({ unmapped: { a: 1 } });
  });

  test('the first that is there and fits is taken, the others stay unmapped', () => {
    const mapping = baseMapping('count: { first: [$.a, $.b, 7] }');
    expect(eventOf(mapping, { a: 'many', b: '5' })).toEqual({ count: 5, unmapped: { a: 'many' } });
    expect(eventOf(mapping, { a: 3, b: 5 })).toEqual({ count: 3, unmapped: { b: 5 } });
    expect(eventOf(mapping, {})).toEqual({ count: 7 });
  });

  test('cases are tried in order', () => {
    const mapping = baseMapping(`
status_id:
  cases:
    - { when: { $.code: { gte: 500 } }, value: Failure }
    - { when: { $.code: [200, 204] }, value: Success }
    - { value: $.code }`);
    expect(eventOf(mapping, { code: 503 })).toEqual({ status_id: 2, unmapped: { code: 503 } });
    expect(eventOf(mapping, { code: '204' })).toEqual({ status_id: 1, unmapped: { code: '204' } });
    expect(eventOf(mapping, { code: 302 })).toEqual({ status_id: 99, status: '302' });
  });

  test('an id is given by itself, its text or its caption; what has none is Other with its text', () => {
    const mapping = baseMapping('status_id: $.status');
    expect(eventOf(mapping, { status: 1 })).toEqual({ status_id: 1 });
    expect(eventOf(mapping, { status: '2' })).toEqual({ status_id: 2 });
    expect(eventOf(mapping, { status: 'success' })).toEqual({ status_id: 1 });
    expect(eventOf(mapping, { status: 'odd' })).toEqual({ status_id: 99, status: 'odd' });
    expect(eventOf(mapping, { status: {} })).toEqual({ unmapped: { status: {} } });
  });

  test('lookups map texts, with a default', () => {
    const mapping = baseMapping('status_id: { from: $.a, lower: true, lookup: { ok: Success }, default: Failure }');
    expect(eventOf(mapping, { a: 'OK' })).toEqual({ status_id: 1 });
    expect(eventOf(mapping, { a: 'no' })).toEqual({ status_id: 2, unmapped: { a: 'no' } });
  });

  test('numbers are read from text, and nothing is rounded', () => {
    const mapping = baseMapping('count: $.a\nduration: { from: $.b, multiply: 1000 }');
    expect(eventOf(mapping, { a: '0x10', b: '1.1' })).toEqual({ count: 16, duration: 1100 });
    expect(eventOf(mapping, { a: '1.5', b: 'x' })).toEqual({ unmapped: { a: '1.5', b: 'x' } });
    expect(eventOf(mapping, { a: '9223372036854775807' })).toEqual({ count: 9_223_372_036_854_775_807n });
    expect(eventOf(mapping, { a: '9223372036854775808' })).toEqual({ unmapped: { a: '9223372036854775808' } });
  });

  test('times are read in their format and zone', () => {
    const read = (format: string, value: unknown): unknown =>
      eventOf(baseMapping(`start_time: { from: $.t, ${format} }`), { t: value })['start_time'];
    expect(read('time: iso', '2026-01-14T11:00:00.5+01:00')).toBe(Date.UTC(2026, 0, 14, 10, 0, 0, 500));
    expect(read('time: iso', '2026-01-14T10:00:00.123Z')).toBe(Date.UTC(2026, 0, 14, 10, 0, 0, 123));
    expect(read('time: iso', '2026-02-30T10:00:00Z')).toBeUndefined();
    expect(read('time: iso', '2026-01-14T10:00:00')).toBeUndefined();
    expect(read('time: iso, zone: Europe/Berlin', '2026-07-14T12:00:00')).toBe(Date.UTC(2026, 6, 14, 10));
    expect(read('time: unix', 1_768_384_800.25)).toBe(1_768_384_800_250);
    expect(read('time: unix_ns', '1768384800000000000')).toBe(1_768_384_800_000);
    expect(read("time: '%d/%b/%Y:%H:%M:%S %z'", '14/Jan/2026:10:00:00 +0200')).toBe(Date.UTC(2026, 0, 14, 8));
    expect(read("time: '%b %e %H:%M:%S', zone: UTC", 'Jan  5 10:00:00')).toBe(Date.UTC(2026, 0, 5, 10));
    expect(read("time: '%b %e %H:%M:%S', zone: UTC", 'Dec 31 10:00:00')).toBe(Date.UTC(2025, 11, 31, 10));
    expect(read("time: '%m/%d/%y %I:%M %p', zone: '-05:00'", '01/14/26 12:30 AM')).toBe(Date.UTC(2026, 0, 14, 5, 30));
  });

  test('lists come from lists, single values, pieces and loops', () => {
    const mapping = baseMapping(
      'metadata: { labels: { from: $.tags, split: "," }, loggers: [{ name: $.a }, { name: $.b }] }',
    );
    expect(eventOf(mapping, { tags: 'x, y,,z', a: 'one' })).toEqual({
      metadata: { labels: ['x', 'y', 'z'], loggers: [{ name: 'one' }] },
    });
    const looped = baseMapping('metadata.labels: { each: $.tags, value: "${@.k}=${@.v}" }');
    expect(eventOf(looped, { tags: [{ k: 'a', v: 1, more: 2 }, { k: 'b' }] })).toEqual({
      metadata: { labels: ['a=1'] },
      unmapped: { tags: [{ more: 2 }, { k: 'b' }] },
    });
  });

  test('functions of plugins are called with values of their types', () => {
    const mapping = baseMapping(
      'message: { call: reverse, args: [$.a] }\ncount: { call: twice, args: [$.b], default: 1 }',
    );
    expect(eventOf(mapping, { a: 'abc', b: '21' })).toEqual({ message: 'cba', count: 42 });
    expect(eventOf(mapping, { a: 'abc', b: 'many' })).toEqual({ message: 'cba', count: 1, unmapped: { b: 'many' } });
  });

  test('a required value rejects the records that lack it', () => {
    const mapping = baseMapping('message: { from: $.a, required: true }');
    expect(mapOne(mapping, { b: 1 })).toEqual({
      reject: 'required_missing',
      detail: 'message is required (rule 1), and the record has no value that fits',
    });
  });
});

describe('objects', () => {
  test('are left out where the record lacks what they require, and nothing of them is lost', () => {
    const mapping = mappingOf(`version: 1
format: json
rules:
  - class: network_activity
    map:
      activity_id: Open
      severity_id: Low
      dst_endpoint.ip: { from: $.dst, required: true }
      src_endpoint: { port: $.sport, ip: $.src }
`);
    const base = { class_uid: 4001, activity_id: 1, severity_id: 2, dst_endpoint: { ip: '192.0.2.1' } };
    expect(mapOne(mapping, { dst: '192.0.2.1', sport: 22 })).toEqual({ ...base, unmapped: { sport: 22 } });
    expect(mapOne(mapping, { dst: '192.0.2.1', sport: 22, src: '2001:db8::1' })).toEqual({
      ...base,
      src_endpoint: { ip: '2001:db8::1', port: 22 },
    });
  });
});

describe('rules', () => {
  const text = (otherwise: string): string => `version: 1
format: json
otherwise: ${otherwise}
rules:
  - { when: { any: [{ $.type: { starts_with: [heart, keep] } }, { $.n: { lt: 0 } }] }, skip: heartbeat }
  - { when: { $.type: { contains: bad, not: bad1 } }, reject: bad_type }
  - { when: { not: { $.type: { exists: true } }, $.old: { matches: '[a-z]+\\d' } }, skip: old }
`;
  test('are tried in order; a record that none is for is kept or skipped', () => {
    const mapping = mappingOf(text('reject'));
    expect(mapOne(mapping, { type: 'heartbeat' })).toEqual({ skip: 'heartbeat' });
    expect(mapOne(mapping, { n: -1 })).toEqual({ skip: 'heartbeat' });
    expect(mapOne(mapping, { type: 'bad2' })).toEqual({ reject: 'bad_type' });
    expect(mapOne(mapping, { old: 'ab1' })).toEqual({ skip: 'old' });
    expect(mapOne(mapping, { type: 'bad1' })).toMatchObject({ reject: 'no_rule_applies' });
    expect(mapOne(mappingOf(text('skip')), 'anything')).toEqual({ skip: 'no_rule_applies' });
  });
});

describe('explain', () => {
  test('says which rule applied, and for each attribute its line and where it came from', () => {
    const mapping = baseMapping('message: { first: [$.a, $.b] }\nmetadata.labels: { each: $.c, value: "@.d" }');
    const { rule, attributes, result } = mapping.explain(
      { b: 'x', c: [{ d: 1 }] },
      {
        config: {},
        receivedAt: 0,
        origin: { transport: 'test' },
      },
    );
    expect(rule).toEqual({ name: 'rule 1', line: 4 });
    expect(attributes).toEqual([
      { attribute: 'activity_id', line: 6, value: undefined },
      { attribute: 'severity_id', line: 7, value: undefined },
      { attribute: 'message', line: 8, from: '$.b', value: 'x' },
      { attribute: 'metadata.labels', line: 9, from: '@.d', value: 1 },
      { attribute: 'metadata.labels', line: 9, from: '$.c', value: [{ d: 1 }] },
    ]);
    expect(result).toMatchObject({ message: 'x' });
  });
});

describe('changes of texts and lists', () => {
  test('after_last and before_last look for the last of several marks', () => {
    const mapping = baseMapping(
      "message: { from: $.p, after_last: ['/', '\\'] }\nstatus: { from: $.p, before_last: ['/', '\\'] }",
    );
    expect(eventOf(mapping, { p: 'C:\\a/b\\c.exe' })).toEqual({ message: 'c.exe', status: 'C:\\a/b' });
    expect(eventOf(mapping, { p: 'c.exe' })).toEqual({ message: 'c.exe' });
    expect(eventOf(mapping, { p: '/etc/' })).toEqual({ status: '/etc' });
    expect(eventOf(mapping, { p: 7 })).toMatchObject({ message: '7' });
  });

  test('null_values of a value are no value there, and stay in unmapped', () => {
    const mapping = baseMapping("message: { from: $.a, null_values: [N/A, '0'] }\nstatus: $.a");
    expect(eventOf(mapping, { a: 'x' })).toEqual({ message: 'x', status: 'x' });
    expect(eventOf(mapping, { a: 0 })).toEqual({ status: '0' });
    const only = baseMapping('message: { from: $.a, null_values: N/A, default: none }');
    expect(eventOf(only, { a: 'N/A' })).toEqual({ message: 'none', unmapped: { a: 'N/A' } });
  });

  test('join makes a text of a list of scalars, and of nothing else', () => {
    const mapping = baseMapping("message: { from: $.a, join: ', ' }");
    expect(eventOf(mapping, { a: ['x', 1, null, true] })).toEqual({ message: 'x, 1, true' });
    expect(eventOf(mapping, { a: 'x' })).toEqual({ message: 'x' });
    expect(eventOf(mapping, { a: ['x', {}] })).toEqual({ unmapped: { a: ['x', {}] } });
    expect(eventOf(mapping, { a: [] })).toEqual({ unmapped: { a: [] } });
  });

  test('sum adds what is there, exactly beyond the range of doubles', () => {
    const mapping = baseMapping('count: { sum: [$.a, $.b] }');
    expect(eventOf(mapping, { a: 1, b: '2' })).toEqual({ count: 3 });
    expect(eventOf(mapping, { a: 1, b: 'x' })).toEqual({ count: 1, unmapped: { b: 'x' } });
    expect(eventOf(mapping, { c: 1 })).toEqual({ unmapped: { c: 1 } });
    const long = mappingOf(`version: 1
format: json
rules: [{ class: network_activity, map: { activity_id: Open, severity_id: Low, dst_endpoint.ip: 192.0.2.1, traffic.bytes: { sum: [$.a, 1] } } }]`);
    expect(mapOne(long, { a: '9007199254740993' })).toMatchObject({ traffic: { bytes: 9_007_199_254_740_994n } });
  });

  test('a template can be changed like any text', () => {
    const mapping = baseMapping("start_time: { from: '${.d} ${.t} ${.z}', time: '%Y-%m-%d %H:%M:%S %z' }");
    expect(eventOf(mapping, { d: '2026-01-15', t: '11:00:00', z: '+0100' })).toEqual({
      start_time: Date.UTC(2026, 0, 15, 10),
    });
    expect(eventOf(mapping, { d: '2026-01-15' })).toEqual({ unmapped: { d: '2026-01-15' } });
  });

  test('several time formats are tried in order; unix_any tells the unit by the size', () => {
    const mapping = baseMapping('start_time: { from: $.t, time: [iso, unix_any], zone: UTC }');
    const time = Date.UTC(2026, 0, 15, 10);
    for (const t of ['2026-01-15T10:00:00Z', time / 1000, time, time * 1000, `${time}000000`, `${time / 1000}.0`])
      expect(eventOf(mapping, { t })).toEqual({ start_time: time });
    expect(eventOf(mapping, { t: 'noon' })).toEqual({ unmapped: { t: 'noon' } });
  });
});

describe('tests of lists', () => {
  test('some asks the items; a single value counts as a list of one', () => {
    const mapping = baseMapping(
      "message: { cases: [{ when: { $.l: { some: { starts_with: a } } }, value: yes }, { value: 'no' }] }",
    );
    const messageOf = (l: unknown): unknown => eventOf(mapping, { l })['message'];
    expect([['b', 'ab'], 'abc', ['b'], [], null, { a: 1 }].map(messageOf)).toEqual([
      'yes',
      'yes',
      'no',
      'no',
      'no',
      'no',
    ]);
    const other = baseMapping('message: { cases: [{ when: { $.l: { some: { not: [a] } } }, value: other }] }');
    expect(eventOf(other, {})).not.toHaveProperty('message');
    expect(eventOf(other, { l: ['a', 'b'] })).toMatchObject({ message: 'other' });
  });
});
