import { expect, test, vi } from 'vitest';
import { ExportEntries } from './export-entries.ts';

const binary = (name: string, value: Buffer): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(value.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, value, Buffer.from('\n')]);
};

const written = Buffer.concat([
  Buffer.from('__REALTIME_TIMESTAMP=1768478400123456\nMESSAGE=a=b\nTAG=x\nTAG=y\n\n'),
  Buffer.from('PRIORITY=3\n'),
  binary('MESSAGE', Buffer.from('two\n\nlines')),
  binary('RAW', Buffer.from([0xff, 0x0a, 0x00])),
  Buffer.from('\n'),
]);

const entries = [
  { __REALTIME_TIMESTAMP: '1768478400123456', MESSAGE: 'a=b', TAG: ['x', 'y'] },
  { PRIORITY: '3', MESSAGE: 'two\n\nlines', RAW: [255, 10, 0] },
];

test.each([1, 2, 7, 1000])('entries come out whole from pieces of %i bytes, each with where it ends', (size) => {
  const reader = new ExportEntries(100);
  const found = [];
  for (let at = 0; at < written.length; at += size) found.push(...reader.push(written.subarray(at, at + size)));
  expect(found.map(({ json }) => JSON.parse(Buffer.from(json).toString()) as unknown)).toEqual(entries);
  expect(found.map(({ end }) => end)).toEqual([100 + written.indexOf('\n\n') + 2, 100 + written.length]);
  expect(reader.flush()).toBeUndefined();
});

test('an entry comes out with the piece that ends it', () => {
  const reader = new ExportEntries();
  const ends = [...written].flatMap((byte, at) => reader.push(Buffer.of(byte)).map(() => at + 1));
  expect(ends).toEqual([written.indexOf('\n\n') + 2, written.length]);
  const field = binary('RAW', Buffer.from('some bytes'));
  expect(reader.push(Buffer.concat([Buffer.from('A=b\n'), field.subarray(0, -3)]))).toEqual([]);
  expect(reader.push(Buffer.concat([field.subarray(-3), Buffer.from('\n')]))).toHaveLength(1);
});

test('a large field is put together once, however many pieces it comes in', () => {
  const field = binary('COREDUMP', Buffer.alloc(100_000, 'x\n'));
  const concat = vi.spyOn(Buffer, 'concat');
  const reader = new ExportEntries();
  for (let at = 0; at < field.length; at += 1000) reader.push(field.subarray(at, at + 1000));
  expect(concat).toHaveBeenCalledTimes(2);
  concat.mockRestore();
  expect(reader.push(Buffer.from('\n'))).toHaveLength(1);
});

test('an entry whose blank line is missing comes out at the end', () => {
  const reader = new ExportEntries();
  expect(reader.push(Buffer.from('MESSAGE=last\n'))).toEqual([]);
  const last = reader.flush();
  expect(Buffer.from(last?.json ?? []).toString()).toBe('{"MESSAGE":"last"}');
  expect(last?.isCut).toBe(false);
});

const eight = Buffer.from([8, 0, 0, 0, 0, 0, 0, 0]);

test.each<[what: string, bytes: Buffer, field: object]>([
  ['its value', Buffer.from('MESSAGE=ha'), { MESSAGE: 'ha' }],
  ['its line feed', Buffer.from('MESSAGE=half'), { MESSAGE: 'half' }],
  ['its name', Buffer.from('MESS'), { MESS: '' }],
  ['its length', Buffer.from('MESSAGE\n\u0001\0'), { MESSAGE: '' }],
  ['its bytes', Buffer.concat([Buffer.from('MESSAGE\n'), eight, Buffer.from('ha')]), { MESSAGE: 'ha' }],
  ['the line feed behind its bytes', binary('RAW', Buffer.from([0xff, 0])).subarray(0, -1), { RAW: [255, 0] }],
])('an entry whose last field is cut within %s comes out at the end with what is there', (_, bytes, field) => {
  const before = 'A=b\n\nC=d\n';
  for (const size of [1, 3, 100]) {
    const reader = new ExportEntries();
    const all = Buffer.concat([Buffer.from(before), bytes]);
    for (let at = 0; at < all.length; at += size) reader.push(all.subarray(at, at + size));
    const last = reader.flush();
    expect(JSON.parse(Buffer.from(last?.json ?? []).toString())).toEqual({ C: 'd', ...field });
    expect([last?.isCut, last?.end]).toEqual([true, before.length]);
  }
});

test('a last field that begins with its sign is refused', () => {
  const reader = new ExportEntries();
  reader.push(Buffer.from('=x'));
  expect(() => reader.flush()).toThrow('no export of the journal');
});

test.each([
  ['a line that begins with its sign', Buffer.from('=x\n')],
  ['a length that nothing has', Buffer.concat([Buffer.from('MESSAGE\n'), Buffer.alloc(8, 0xff), Buffer.from('\n')])],
  [
    'a length that is not true',
    Buffer.concat([Buffer.from('M\n'), Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('ab\n')]),
  ],
])('%s is refused', (_, bytes) => {
  expect(() => new ExportEntries().push(bytes)).toThrow('no export of the journal');
});

test('an entry says where in the journal it stands, where it does', () => {
  const [one, two, three] = new ExportEntries().push(
    Buffer.from('__CURSOR=c-1\nA=b\n\nA=b\n\n__CURSOR\n\u0001\0\0\0\0\0\0\0x\n\n'),
  );
  expect([one?.cursor, two?.cursor, three?.cursor]).toEqual(['c-1', undefined, 'x']);
  expect([one?.end, two?.end]).toEqual([18, 23]);
});

test('a cursor that is no text is none', () => {
  const bytes = Buffer.concat([binary('__CURSOR', Buffer.from([0xff])), Buffer.from('\n')]);
  expect(new ExportEntries().push(bytes)[0]?.cursor).toBeUndefined();
});

test('a name of one letter is a field', () => {
  expect(Buffer.from(new ExportEntries().push(Buffer.from('A=\n\n'))[0]?.json ?? []).toString()).toBe('{"A":""}');
});

test('an entry of many fields is no larger than what is written of it', () => {
  const fields = Array.from({ length: 10_000 }, (_, n) => `FIELD_${n}=x\n`).join('');
  const reader = new ExportEntries();
  expect(reader.push(Buffer.from(fields))).toEqual([]);
  expect(reader.push(Buffer.from('\n'))).toHaveLength(1);
});

test('an entry of more than 64 MiB is refused, in one field or in many, and one after a large one is read', () => {
  const half = Buffer.alloc(32 * 1024 * 1024, 'x');
  const large = (name: string): Buffer => Buffer.concat([Buffer.from(`${name}=`), half, Buffer.from('\n')]);
  const reader = new ExportEntries();
  expect(reader.push(large('A'))).toEqual([]);
  expect(reader.push(Buffer.from('\n'))).toHaveLength(1);
  expect(reader.push(large('B'))).toEqual([]);
  expect(() => reader.push(large('C'))).toThrow('no export of the journal');
  expect(() => new ExportEntries().push(Buffer.alloc(64 * 1024 * 1024 + 1, 'x'))).toThrow(
    expect.objectContaining({ code: 'bad_config' }),
  );
});
