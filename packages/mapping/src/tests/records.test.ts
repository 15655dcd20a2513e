import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRejection, isSkip } from '@sluice/connector';
import { baseMapping, eventOf, mapOne } from './map.fixture.ts';

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('formats', () => {
  test('key_value: names, quotes, words that are no field', () => {
    const mapping = baseMapping('message: $.msg', 'format: key_value');
    expect(eventOf(mapping, 'a=1  msg="x \\"y\\" z" b= word c=2')).toEqual({
      message: 'x "y" z',
      unmapped: { a: '1', c: '2', _rest: 'word' },
    });
    expect(mapOne(mapping, 'no field at all')).toMatchObject({ reject: 'malformed_key_value' });
    const other = baseMapping('message: $.b', 'format: { key_value: { separator: ";", assign: ":" } }');
    expect(eventOf(other, 'a:x y; b:two;c')).toEqual({ message: 'two', unmapped: { a: 'x y', _rest: 'c' } });
  });

  test('csv: quotes, missing and surplus values', () => {
    const mapping = baseMapping('message: $.b', 'format: { csv: { columns: [a, b, c] } }');
    expect(eventOf(mapping, '1,"x, ""y""",,4,5')).toEqual({
      message: 'x, "y"',
      unmapped: { a: '1', _rest: ['4', '5'] },
    });
    expect(eventOf(mapping, '1')).toEqual({ unmapped: { a: '1' } });
  });

  test('cef: header, extension and what stands before', () => {
    const mapping = baseMapping('message: $.extension.msg\ncount: $.extension.cnt', 'format: cef');
    const line = 'Jan 15 host CEF:0|Acme|Wall\\|2|1.0|100|Blocked|5|src=192.0.2.1 msg=a \\= b\\nc cnt=3';
    expect(eventOf(mapping, line)).toEqual({
      message: 'a = b\nc',
      count: 3,
      unmapped: {
        prefix: 'Jan 15 host',
        version: '0',
        device_vendor: 'Acme',
        device_product: 'Wall|2',
        device_version: '1.0',
        signature_id: '100',
        name: 'Blocked',
        severity: '5',
        extension: { src: '192.0.2.1' },
      },
    });
  });

  test('leef: both versions', () => {
    const mapping = baseMapping('message: $.extension.msg', 'format: leef');
    expect(eventOf(mapping, 'LEEF:1.0|Acme|Wall|1|login|msg=a b\tusr=x')).toMatchObject({
      message: 'a b',
      unmapped: { event_id: 'login', extension: { usr: 'x' } },
    });
    expect(eventOf(mapping, 'LEEF:2.0|Acme|Wall|1|login|x5E|msg=a b^usr=x')).toMatchObject({ message: 'a b' });
  });

  test('xml: children, attributes, text, lists', () => {
    const mapping = baseMapping(`message: $.Event.Data[1]['#text']\nstatus_code: $.Event.@id`, 'format: xml');
    const text =
      '<?xml version="1.0"?><Event id="7"><Data Name="a">x</Data><Data Name="b">y &lt; z</Data><Empty/></Event>';
    expect(eventOf(mapping, text)).toEqual({
      message: 'y < z',
      status_code: '7',
      unmapped: { Event: { Data: [{ '@Name': 'a', '#text': 'x' }, { '@Name': 'b' }] } },
    });
    for (const bad of ['<a>', '<a></b>', '<!DOCTYPE x><a/>', 'text', '<a/>text'])
      expect(mapOne(mapping, bad)).toMatchObject({ reject: 'malformed_xml' });
  });

  test('parts: json, url and user agent in a field; what is left goes under the name of the part', () => {
    const mapping = baseMapping(
      'message: $body.text\nstatus_code: $link.hostname\nstatus_detail: $agent.version',
      `format: json
parse:
  body: { from: $.body, format: json }
  link: { from: $body.url, format: url }
  agent: { from: $.agent, format: user_agent }`,
    );
    const record = {
      body: '{"text":"hi","url":"https://www.example.com:8443/a?b=c"}',
      agent: 'curl/8.1 (x86)',
      link: 'own',
    };
    expect(eventOf(mapping, record)).toEqual({
      message: 'hi',
      status_code: 'www.example.com',
      status_detail: '8.1',
      unmapped: {
        link: 'own',
        'link (2)': { scheme: 'https', port: '8443', path: '/a', query: 'b=c' },
        agent: { name: 'curl', platform: 'x86', products: [{ name: 'curl', version: '8.1' }] },
      },
    });
  });
});

describe('what is left', () => {
  test('a line of text stays in raw_data, or in unmapped where it is too long', () => {
    const mapping = baseMapping('status_code: $line.a', "format: text\nparse: { line: { pattern: '(?<a>\\w+) .*' } }");
    expect(eventOf(mapping, 'one two')).toEqual({ status_code: 'one', raw_data: 'one two' });
    const long = 'x'.repeat(70_000);
    expect(eventOf(mapping, long)).toEqual({ unmapped: { record: long } });
  });

  test('every text of a record is in the event somewhere', () => {
    const mapping = baseMapping(
      `message: $.a.b
status_code: $.c
metadata: { uid: '$.d[0].e', labels: $.f, loggers: { each: $.g, map: { name: '@.n', uid: '@.u.v' } } }
status_detail: { first: [$.h, $.i] }
count: $.j`,
    );
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'n', 'u', 'v', '__proto__', 'constructor'];
    let next = 0;
    const marker = fc.constant(null).map(() => `m${next++}#`);
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5, depthSize: 'small' },
        marker,
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 8 })
          .map((entries) =>
            JSON.parse(`{${entries.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join(',')}}`),
          ),
      ),
    }));
    fc.assert(
      fc.property(value, (record) => {
        const before = [...new Set(JSON.stringify(record).match(/m\d+#/g))];
        const after = JSON.stringify(mapOne(mapping, frozen(record)));
        expect(before.filter((text) => !after.includes(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile records', () => {
  const formats = ['json', 'text', 'key_value', 'cef', 'leef', 'xml', '{ csv: { columns: [a, __proto__, c] } }'];
  for (const format of formats) {
    test(`${format}: no text or value makes it throw, and the same gives the same`, () => {
      const source = format === 'text' ? '$' : '$.a';
      const parts =
        format === 'text'
          ? "parse: { p: { pattern: '(?<x>[^=]*)=(?<y>.*)' }, k: { from: $p.y, format: key_value } }"
          : '';
      const more =
        format === 'text'
          ? 'status_code: $k.__proto__\nstatus_detail: $p.x'
          : 'status_code: $.__proto__.a\ncount: $.constructor';
      const mapping = baseMapping(`message: ${source}\n${more}`, `format: ${format}\n${parts}`);
      const anything = fc.oneof(
        fc.anything({ withBigInt: true }),
        fc.json(),
        fc.string({ unit: 'binary' }),
        fc.string(),
      );
      const written = fc
        .array(
          fc.constantFrom('CEF:0|', '|', '=', '"', '\\', ' ', '<a>', '</a>', '<', '&#0;', '__proto__', 'LEEF:', ','),
        )
        .map((all) => all.join(''));
      fc.assert(
        fc.property(fc.oneof(anything, written), (record) => {
          const result = mapOne(mapping, record);
          expect(mapOne(mapping, record)).toEqual(result);
          expect(isSkip(result) || isRejection(result) || 'class_uid' in result).toBe(true);
        }),
        { numRuns: 300 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    }, 60_000);
  }

  test('names of prototypes are fields like any other', () => {
    const mapping = baseMapping('message: $.__proto__.a\nstatus_code: $.constructor.name\ncount: $.length');
    expect(eventOf(mapping, { a: 1 })).toEqual({ unmapped: { a: 1 } });
    expect(eventOf(mapping, ['x'])).toEqual({ unmapped: { record: ['x'] } });
    const record = JSON.parse('{"__proto__":{"a":"x","b":1},"constructor":{"name":"y"},"length":3,"toString":"z"}');
    const event = eventOf(mapping, record);
    expect(JSON.parse(JSON.stringify(event))).toEqual(
      JSON.parse('{"message":"x","status_code":"y","count":3,"unmapped":{"__proto__":{"b":1},"toString":"z"}}'),
    );
    expect(Object.getPrototypeOf(event['unmapped'])).toBe(Object.prototype);
  });
});
