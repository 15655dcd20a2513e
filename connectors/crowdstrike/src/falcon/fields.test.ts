import { expect, test } from 'vitest';
import { Fields, isText } from './fields.ts';

test('only objects have fields', () => {
  for (const value of [undefined, null, 'x', 1, true, [], [{}]]) expect(Fields.of(value)).toBeUndefined();
  expect(Fields.of({})?.rest()).toBeUndefined();
});

test('a text says something and is no longer than a value may be', () => {
  expect([isText('x'), isText('x'.repeat(65_535))]).toEqual([true, true]);
  expect([isText(''), isText('x'.repeat(65_536)), isText(1), isText(null)]).toEqual(Array(4).fill(false));
  const fields = fieldsOf({ most: 'x'.repeat(65_535), more: 'x'.repeat(65_536), number: 7, empty: '', list: ['x'] });
  expect(fields.text('most')).toHaveLength(65_535);
  expect(fields.text('number')).toBe('7');
  for (const name of ['more', 'empty', 'list', 'none']) expect(fields.text(name), name).toBeUndefined();
  expect(Object.keys(fields.rest() ?? {})).toEqual(['more', 'empty', 'list']);
});

test('what is looked at is not taken, and what is taken can be given back', () => {
  const fields = fieldsOf({ a: 'x', b: 'y' });
  expect([fields.peek('a'), fields.raw('b'), fields.raw('toString')]).toEqual(['x', 'y', undefined]);
  expect(fields.rest()).toEqual({ a: 'x', b: 'y' });
  fields.take('a');
  fields.text('a');
  expect(fields.rest()).toEqual({ b: 'y' });
  fields.leave('a');
  expect(fields.rest()).toEqual({ a: 'x', b: 'y' });
});

test('the first field with a text is taken, and no other', () => {
  const fields = fieldsOf({ a: '', b: 'y', c: 'z' });
  expect(fields.first('none', 'a', 'b', 'c')).toBe('y');
  expect(fields.first('none', 'a')).toBeUndefined();
  expect(fields.rest()).toEqual({ a: '', c: 'z' });
});

test('an integer is what a number holds exactly', () => {
  const good = { a: '0', b: '-5', c: 7, d: '9007199254740991', e: '-9007199254740991' };
  const read = fieldsOf(good);
  expect(Object.keys(good).map((name) => read.integer(name))).toEqual([
    0, -5, 7, 9_007_199_254_740_991, -9_007_199_254_740_991,
  ]);
  expect(read.rest()).toBeUndefined();
  const bad = {
    a: '-',
    b: '1.5',
    c: '0x1',
    d: '9007199254740992',
    e: '99999999999999999999',
    f: ' 1',
    g: '1:',
    h: '1/',
  };
  const unread = fieldsOf(bad);
  for (const name of Object.keys(bad)) expect(unread.integer(name), name).toBeUndefined();
  expect(unread.rest()).toEqual(bad);
});

test('an integer is written with 17 characters at most', () => {
  const read = fieldsOf({ a: `${'0'.repeat(16)}1`, b: `${'0'.repeat(17)}1` });
  expect([read.integer('a'), read.integer('b')]).toEqual([1, undefined]);
});

test('a field is taken and given back wherever it stands', () => {
  const record = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`f${at}`, at]));
  const fields = fieldsOf(record);
  const all = Object.keys(record);
  for (const name of all) {
    fields.take(name);
    expect(Object.keys(fields.rest() ?? {}), name).toEqual(all.filter((other) => other !== name));
    fields.leave(name);
    expect(fields.rest(), name).toEqual(record);
  }
  for (const [at, name] of all.entries()) {
    fields.take(name);
    expect(Object.keys(fields.rest() ?? {}), name).toEqual(all.slice(at + 1));
  }
});

test('a port is one of 65536', () => {
  const good = { a: '0', b: 65_535 };
  const read = fieldsOf(good);
  expect([read.port('a'), read.port('b'), read.rest()]).toEqual([0, 65_535, undefined]);
  const bad = { a: '-1', b: 65_536, c: '000443', d: 'ssh' };
  const unread = fieldsOf(bad);
  for (const name of Object.keys(bad)) expect(unread.port(name), name).toBeUndefined();
  expect(unread.rest()).toEqual(bad);
});

test('times and addresses are taken where they are such', () => {
  const fields = fieldsOf({ time: '1768471200', never: '0', ip: '192.0.2.1', name: 'web1' });
  expect(fields.time('time')).toBe(1_768_471_200_000);
  expect(fields.ip('ip')).toBe('192.0.2.1');
  expect([fields.time('never'), fields.time('none'), fields.ip('name'), fields.ip('none')]).toEqual(
    Array(4).fill(undefined),
  );
  expect(fields.rest()).toEqual({ never: '0', name: 'web1' });
});

test('a field whose name means something to JavaScript is left over like any other', () => {
  const record: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":"x"}');
  const rest = fieldsOf(record).rest() ?? {};
  expect(Object.keys(rest)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(rest)).toBe(Object.prototype);
  expect(Object.getOwnPropertyDescriptor(rest, '__proto__')).toMatchObject({
    value: { polluted: true },
    enumerable: true,
    configurable: true,
    writable: true,
  });
});

function fieldsOf(record: unknown): Fields {
  const fields = Fields.of(record);
  if (fields === undefined) throw new Error('a record is an object');
  return fields;
}
