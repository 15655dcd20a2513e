import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from '../index.ts';
import { context } from './conform.ts';
import { baseMapping, eventOf, mapOne, mappingOf } from './map.fixture.ts';

/** Rules as they stand under `rules`; what base events require is in the fragment `base`. */
function rulesMapping(rules: string, head = 'format: json'): ReturnType<typeof mappingOf> {
  const indented = rules.trim().replaceAll('\n', '\n  ');
  return mappingOf(`version: 1
${head}
fragments: { base: { activity_id: Unknown, severity_id: Low } }
rules:
  ${indented}
`);
}

const plain = { class_uid: 0, activity_id: 0, severity_id: 2 };

describe('rules in rules', () => {
  const mapping = rulesMapping(`
- when: { $.kind: a }
  rules:
    - { when: { $.level: { gt: 3 } }, class: base_event, map: { include: base, message: high } }
    - { when: $.drop, skip: dropped }
- { class: base_event, map: { include: base, message: rest } }`);

  test('apply where the conditions around them hold too', () => {
    expect(mapOne(mapping, { kind: 'a', level: 5 })).toMatchObject({ message: 'high' });
    expect(mapOne(mapping, { kind: 'b', level: 5 })).toMatchObject({ message: 'rest' });
    expect(mapOne(mapping, { kind: 'a', drop: 1 })).toEqual({ skip: 'dropped' });
  });

  test('leave a record that none of them takes to the next rule', () => {
    expect(mapOne(mapping, { kind: 'a', level: 1 })).toMatchObject({ message: 'rest' });
  });
});

describe('the part of a rule', () => {
  test('says whether the rule applies, and gives fields to it and to the rules in it', () => {
    const mapping = rulesMapping(`
- match: { from: $.text, pattern: '(?<who>\\w+): (?<what>.*)' }
  rules:
    - when: { $match.who: root }
      rules:
        - match: { from: $match.what, pattern: 'did (?<deed>\\w+)' }
          class: base_event
          map: { include: base, message: $match.deed }
    - { class: base_event, map: { include: base, message: $match.what } }
- { class: base_event, map: { include: base } }`);
    expect(mapOne(mapping, { text: 'root: did that' })).toEqual({
      ...plain,
      message: 'that',
      unmapped: { match: { who: 'root' } },
    });
    expect(mapOne(mapping, { text: 'root: slept' })).toMatchObject({ message: 'slept' });
    expect(mapOne(mapping, { text: 'eve: did that' })).toMatchObject({ message: 'did that' });
    expect(mapOne(mapping, { text: 'nothing' })).toEqual({ ...plain, unmapped: { text: 'nothing' } });
  });

  test('keeps what is left of parts of one name apart', () => {
    const mapping = rulesMapping(`
- match: { from: $.text, pattern: '(?<a>\\w+) (?<b>.*)' }
  rules:
    - match: { from: $match.b, pattern: '(?<a>\\w+) (?<b>.*)' }
      class: base_event
      map: { include: base, message: $match.a }`);
    expect(mapOne(mapping, { text: 'one two three' })).toEqual({
      ...plain,
      message: 'two',
      unmapped: { match: { a: 'one' }, 'match (2)': { b: 'three' } },
    });
  });
});

describe('a choice by constants', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e', 'f'];
  const rules = kinds.map(
    (kind) =>
      `- { when: { $.kind: ${kind}, $.on: true }, class: base_event, map: { include: base, message: ${kind} } }`,
  );
  const mapping = rulesMapping(
    [
      ...rules,
      '- { when: { $.kind: [a, 7] }, class: base_event, map: { include: base, message: second } }',
      '- { class: base_event, map: { include: base, message: rest } }',
    ].join('\n'),
  );

  test('takes the first rule that applies, as if they were asked in order', () => {
    for (const kind of kinds) expect(mapOne(mapping, { kind, on: true })).toMatchObject({ message: kind });
    expect(mapOne(mapping, { kind: 'a', on: false })).toMatchObject({ message: 'second' });
    expect(mapOne(mapping, { kind: 'b', on: false })).toMatchObject({ message: 'rest' });
  });

  test('takes numbers and their texts for equal, and nothing for a name that objects inherit', () => {
    expect(mapOne(mapping, { kind: 7 })).toMatchObject({ message: 'second' });
    expect(mapOne(mapping, { kind: '7' })).toMatchObject({ message: 'second' });
    for (const kind of ['constructor', '__proto__', null, undefined, {}, []])
      expect(mapOne(mapping, { kind, on: true })).toMatchObject({ message: 'rest' });
  });

  test('takes a part out of its text only where a rule asks for it', () => {
    const asking = kinds.map(
      (kind) => `- when: { $line.kind: ${kind} }
  match: { from: $line.rest, pattern: '${kind} (?<value>\\d+)' }
  class: base_event
  map: { include: base, count: $match.value }`,
    );
    const text = rulesMapping(
      [...asking, '- { class: base_event, map: { include: base, message: $ } }'].join('\n'),
      "format: text\nparse: { line: { pattern: '(?<kind>\\w) (?<rest>.*)' } }",
    );
    for (const [index, kind] of kinds.entries())
      expect(mapOne(text, `${kind} ${kind} ${index}`)).toMatchObject({ count: index });
    expect(mapOne(text, 'a b 1')).toEqual({ ...plain, message: 'a b 1' });
    expect(mapOne(text, 'no line')).toEqual({ ...plain, message: 'no line' });
  });
});

describe('a value that is required for its rule', () => {
  const mapping = rulesMapping(`
- { when: { $.kind: a }, class: base_event, map: { include: base, message: one, count: { from: $.n, required: next } } }
- { when: { $.kind: a }, class: base_event, map: { include: base, message: two, count: { from: $.m, required: next } } }
- { when: { $.kind: [a, b] }, each: $.list, class: base_event, map: { include: base, message: '@.x', count: { from: '@.n', required: next } } }
- { when: { $.kind: c }, skip: never }
- { class: base_event, map: { include: base, message: rest } }`);

  test('leaves the record to the next rule where it is missing', () => {
    expect(mapOne(mapping, { kind: 'a', n: 1 })).toEqual({
      ...plain,
      message: 'one',
      count: 1,
      unmapped: { kind: 'a' },
    });
    expect(mapOne(mapping, { kind: 'a', n: 'x', m: 2 })).toMatchObject({
      message: 'two',
      count: 2,
      unmapped: { n: 'x' },
    });
    expect(mapOne(mapping, { kind: 'a' })).toMatchObject({ message: 'rest' });
    expect(mapOne(mapping, { kind: 'b', list: [{ x: 'item', n: 1 }] })).toMatchObject([{ message: 'item' }]);
    expect(mapOne(mapping, { kind: 'b', list: [{ x: 'item', n: 1 }, { x: 'other' }] })).toMatchObject({
      message: 'rest',
    });
  });

  test('can be a list that has no item', () => {
    const of = (required: string): ReturnType<typeof mappingOf> =>
      rulesMapping(
        `
- class: base_event
  map: { include: base, message: list, metadata.labels: { each: $.l, value: '@.n', required: ${required} } }
- { when: $.l, class: base_event, map: { include: base, message: rest } }`.replace(
          required === 'next' ? /^$/ : /\n- \{ when.*/,
          '',
        ),
      );
    expect(mapOne(of('next'), { l: [{ n: 'a' }] })).toEqual({ ...plain, message: 'list', metadata: { labels: ['a'] } });
    expect(mapOne(of('next'), { l: [{ x: 'a' }] })).toMatchObject({ message: 'rest' });
    expect(mapOne(of('true'), { l: [{ x: 'a' }] })).toMatchObject({ reject: 'required_missing' });
  });

  test('is explained by the rule that applied alone', () => {
    const { rule, attributes } = mapping.explain({ kind: 'a', m: 2 }, context);
    expect(rule?.name).toBe('rule 2');
    expect(attributes.filter(({ attribute }) => attribute === 'message')).toMatchObject([{ value: undefined }]);
  });
});

describe('several events', () => {
  test('share a record; the first has what none of them took', () => {
    const mapping = rulesMapping(`
- events:
    - { class: base_event, map: { include: base, message: $.a } }
    - { when: $.b, class: base_event, map: { include: base, message: $.b } }`);
    expect(mapOne(mapping, { a: 'one', b: 'two', c: 3 })).toEqual([
      { ...plain, message: 'one', unmapped: { c: 3 } },
      { ...plain, message: 'two' },
    ]);
    expect(mapOne(mapping, { a: 'one' })).toEqual([{ ...plain, message: 'one' }]);
  });

  test('come one for each item, with what is left of the item under the name of the list', () => {
    const mapping = rulesMapping(`
- { each: $.body.list, class: base_event, map: { include: base, message: '@.m', status: $.s } }
- { class: base_event, map: { include: base, message: none } }`);
    expect(mapOne(mapping, { s: 'x', rest: 1, body: { list: [{ m: 'a', n: 1 }, null, { m: 'b' }] } })).toEqual([
      { ...plain, message: 'a', status: 'x', unmapped: { list: { n: 1 }, rest: 1 } },
      { ...plain, message: 'b', status: 'x' },
    ]);
    expect(mapOne(mapping, { body: { list: { m: 'single' } } })).toMatchObject([{ message: 'single' }]);
    for (const list of [[], [null, ''], undefined, null])
      expect(mapOne(mapping, { body: { list } })).toMatchObject({ message: 'none' });
  });

  test('are refused as one where one of them lacks what is required, or where they are too many', () => {
    const mapping = rulesMapping(
      "- { each: $.list, class: base_event, map: { include: base, message: { from: '@.m', required: true } } }",
    );
    expect(mapOne(mapping, { list: [{ m: 'a' }, { n: 1 }] })).toMatchObject({ reject: 'required_missing' });
    const many = Array.from({ length: 10_001 }, () => ({ m: 'a' }));
    expect(mapOne(mapping, { list: many })).toMatchObject({ reject: 'too_many_events' });
    expect(mapOne(mapping, { list: many.slice(1) })).toHaveLength(10_000);
  });

  test('are told apart in explanations', () => {
    const mapping = rulesMapping("- { each: $.list, class: base_event, map: { include: base, message: '@.m' } }");
    const { attributes } = mapping.explain({ list: [{ m: 'a' }, { m: 'b' }] }, context);
    const messages = attributes.filter(({ attribute }) => attribute === 'message');
    expect(messages.map(({ event, value }) => [event, value])).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
  });
});

describe('objects with a condition', () => {
  test('are made only where it holds, and leave what they would have taken', () => {
    const mapping = baseMapping('metadata.product: { when: { $.v: { not: [none] } }, name: $.p, vendor_name: $.v }');
    expect(eventOf(mapping, { v: 'Acme', p: 'Wall' })).toEqual({
      metadata: { product: { name: 'Wall', vendor_name: 'Acme' } },
    });
    expect(eventOf(mapping, { v: 'none', p: 'Wall' })).toEqual({ unmapped: { v: 'none', p: 'Wall' } });
  });

  test('choose among the items of a loop', () => {
    const mapping = baseMapping(
      "enrichments: { each: $.list, map: { when: { '@.ok': true }, name: '@.n', value: '@.n', data: { from: '@.n' } } }",
    );
    expect(
      eventOf(mapping, {
        list: [
          { ok: true, n: 'a' },
          { ok: false, n: 'b' },
        ],
      }),
    ).toEqual({
      enrichments: [{ name: 'a', value: 'a', data: 'a' }],
      unmapped: { list: [{ ok: true }, { ok: false, n: 'b' }] },
    });
  });
});

describe('pairs', () => {
  const mapping = baseMapping(
    'message: $data.user\ncount: $data.n',
    "format: json\nparse: { data: { from: $.list, format: { pairs: { name: '@Name', value: '#text' } } } }",
  );

  test('are fields by name', () => {
    const list = [
      { '@Name': 'user', '#text': 'ada' },
      { '@Name': 'n', '#text': '3' },
      { '@Name': 'other', '#text': 'x' },
    ];
    expect(eventOf(mapping, { list })).toEqual({ message: 'ada', count: 3, unmapped: { data: { other: 'x' } } });
  });

  test('keep what is no pair, what comes twice and what stands beside the value', () => {
    const list = [{ '@Name': '__proto__', '#text': 1 }, { '@Name': 'a' }, 7, { '@Name': 'b', '#text': 1, more: 2 }];
    const { unmapped } = eventOf(mapping, { list: [...list, { '@Name': 'b', '#text': 2 }] });
    expect(unmapped).toEqual({
      data: JSON.parse('{"__proto__":1,"_rest":7,"b":[{"#text":1,"more":2},2]}') as unknown,
    });
    expect(eventOf(mapping, { list: 'text' })).toEqual({ unmapped: { list: 'text' } });
  });
});

describe('what is imported', () => {
  test('is used as if it stood in the document, and explained by its own file and line', () => {
    const mapping = mappingOf(`version: 1
format: json
import: ./shared.yaml
rules:
  - { class: base_event, map: { include: named, activity_id: Unknown, severity_id: { from: $.l, lookup: levels, default: Low } } }
`);
    expect(mapOne(mapping, { name: 'ada', l: 'b' })).toEqual({ ...plain, severity_id: 4, message: 'ada' });
    const { attributes } = mapping.explain({ name: 'ada' }, context);
    expect(attributes.find(({ attribute }) => attribute === 'message')).toEqual({
      attribute: 'message',
      file: './shared.yaml',
      line: 2,
      from: '$.name',
      value: 'ada',
    });
  });

  test('is read from files of the same package alone', () => {
    const here = fileURLToPath(import.meta.url);
    const read = importsOf(here);
    expect(read('../../schema/mapping.schema.json')).toContain('Sluice mapping');
    expect(read('../../../../package.json')).toBeUndefined();
    expect(read('./none.yaml')).toBeUndefined();
  });
});
