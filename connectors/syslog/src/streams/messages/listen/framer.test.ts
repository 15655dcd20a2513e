import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Framer } from './framer.ts';

const maxBytes = 480;

/** The messages of a stream that arrives in these chunks. */
function frame(chunks: readonly Buffer[], maxMessageBytes: number = maxBytes): string[] {
  const framer = new Framer(maxMessageBytes);
  const messages: string[] = [];
  const take = (): void => {
    while (framer.next()) messages.push(framer.bytes.toString('latin1', framer.start, framer.end));
  };
  for (const chunk of chunks) {
    framer.push(chunk);
    take();
  }
  framer.finish();
  take();
  return messages;
}

function frameText(text: string): string[] {
  return frame([Buffer.from(text, 'latin1')]);
}

test.each([
  ['line feeds', '<1>a\n<1>b\n', ['<1>a', '<1>b']],
  ['carriage returns and line feeds', '<1>a\r\n<1>b\r\n', ['<1>a', '<1>b']],
  ['NULs', '<1>a\0<1>b\0', ['<1>a', '<1>b']],
  ['octet counts', '4 <1>a5 <1>bc', ['<1>a', '<1>bc']],
  ['octet counts with a line feed inside', '5 <1>a\n5 <1>b\n', ['<1>a', '<1>b']],
  ['octet counts with a line feed behind', '4 <1>a\n4 <1>b\n', ['<1>a', '<1>b']],
  ['octet counts of messages of several lines', '6 <1>a\nb4 <1>c', ['<1>a\nb', '<1>c']],
  ['a counted message that is no syslog among others', '4 <1>a5 crash4 <1>b', ['<1>a', 'crash', '<1>b']],
  ['framings that change', '<1>a\n4 <1>b<1>c\n', ['<1>a', '<1>b', '<1>c']],
  ['messages without a priority', '2026-01-01 x\n12 monkeys\n', ['2026-01-01 x', '12 monkeys']],
  ['empty lines', '\n\n<1>a\n\r\n\0<1>b\n', ['<1>a', '<1>b']],
  ['a last message without its end', '<1>a\n<1>b', ['<1>a', '<1>b']],
  ['a counted message that is cut off', '9 <1>a', ['<1>a']],
  ['a stream that ends in a count', '<1>a\n12', ['<1>a', '12']],
  ['counts that nobody means', '999999999 <1>a\n<1>b\n', ['999999999 <1>a', '<1>b']],
  ['a count with a zero before it', '04 <1>a\n', ['04 <1>a']],
  ['counted messages that hold nothing', '4 <1>a2 \r\n4 <1>b', ['<1>a', '<1>b']],
  ['line ends before a message', '\r<1>a\n\r4 <1>b\0\r4 <1>c', ['<1>a', '<1>b', '<1>c']],
])('reads %s', (_name, text, expected) => {
  expect(frameText(text)).toEqual(expected);
});

test.each([
  ['a number that is no count', ['12', '34x\n<1>a\n'], ['1234x', '<1>a']],
  ['a number that is a whole line', ['1', '\n2\n', '12', '\n\n<1>a\n'], ['1', '2', '12', '<1>a']],
  ['a count', ['1', '0 <', '1>abcdefg<1>b\n'], ['<1>abcdefg', '<1>b']],
  ['a line before a count', ['<1>', 'a\n4 <1>b5 <1>cd'], ['<1>a', '<1>b', '<1>cd']],
  ['a line and its end', ['<1>a', '\n', '\n<1>b\r', '\n'], ['<1>a', '<1>b']],
])('reads on in %s that comes in several chunks', (_name, chunks, expected) => {
  expect(frame(chunks.map((chunk) => Buffer.from(chunk)))).toEqual(expected);
});

test('a message that is full before its line end has no second piece', () => {
  const full = `<13>${'x'.repeat(maxBytes - 4)}`;
  expect(frameText(`${full}\r\n<1>a\n`)).toEqual([full, '<1>a']);
  expect(frame([full, '\r\n<1>a\n'].map((chunk) => Buffer.from(chunk)))).toEqual([full, '<1>a']);
});

test('a short message in two chunks behind one that was too long is whole', () => {
  const long = `<13>${'x'.repeat(maxBytes)}\n`;
  const messages = frame([long, '<1>a', 'b\n'].map((chunk) => Buffer.from(chunk)));
  expect(messages.at(-1)).toBe('<1>ab');
  expect(messages).toHaveLength(3);
});

test('lets go of a chunk that is read', () => {
  const framer = new Framer(maxBytes);
  framer.push(Buffer.from('<1>a\n'));
  while (framer.next());
  expect(framer.bytes).toHaveLength(0);
});

test('gives the same messages however the bytes are split', () => {
  const part = fc.oneof(
    fc.constantFrom('\n', '\0', '\r\n', '<13>one\n', '9 <13>two\n\n', '700 <13>', '12 <', '3 ', '99999999 <', '0'),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.nat(1200).map((length) => 'x'.repeat(length)),
    fc.nat(400).map((length) => 'é€😀'.repeat(length)),
  );
  const stream = fc.array(part, { maxLength: 20 }).map((parts) => Buffer.from(parts.join('')));
  fc.assert(
    fc.property(stream, fc.array(fc.nat(), { maxLength: 30 }), (bytes, cuts) => {
      expect(frame(split(bytes, cuts))).toEqual(frame([bytes]));
      expect(frame(split(bytes, [...bytes.keys()]))).toEqual(frame([bytes]));
    }),
    { numRuns: 300 },
  );
});

test('keeps every byte of counted messages, whatever they hold', () => {
  const message = fc
    .uint8Array({ minLength: 1, maxLength: 2000 })
    .map((body) => Buffer.from(`<13>${latin1(body)}.`, 'latin1'));
  fc.assert(
    fc.property(fc.array(message, { maxLength: 8 }), (sent) => {
      const stream = Buffer.concat(sent.flatMap((bytes) => [Buffer.from(`${bytes.length} `), bytes]));
      expect(frame([stream], 65_535)).toEqual(sent.map((bytes) => bytes.toString('latin1')));
    }),
  );
});

test('keeps a message that is too long as pieces, none of which can pass for a message of its own', () => {
  const forged = '<86>Jan  1 00:00:00 host sshd[1]: Accepted password for root from 192.0.2.1 port 1 ssh2';
  const long = `<13>${'x'.repeat(maxBytes - 4)}${forged}`;
  const [first, second, ...more] = frameText(`${long}\n<13>next\n`);
  expect(first).toBe(long.slice(0, maxBytes));
  expect(second).toBe(`<46>1 - - sluice - continuation [sluice@32473 piece="2"] ${forged}`);
  expect(more).toEqual(['<13>next']);
});

test('keeps a counted message that is too long as pieces and goes on behind it', () => {
  const long = `<13>${'y'.repeat(1500)}`;
  const messages = frameText(`${long.length} ${long}8 <13>next`);
  const joined = messages.slice(0, -1).map((piece) => piece.replace(/^<46>.*?\] /, ''));
  expect(joined.join('')).toBe(long);
  expect(messages.slice(0, -1).every((piece) => piece.length <= maxBytes)).toBe(true);
  expect(messages.at(-1)).toBe('<13>next');
});

test('cuts long messages between characters', () => {
  const text = `<13>${'€'.repeat(1000)}`;
  const messages = frame([Buffer.from(text)]).map((piece) => Buffer.from(piece, 'latin1').toString());
  expect(messages.join('')).not.toContain('\u{fffd}');
  expect(messages.map((piece) => piece.replace(/^<46>.*?\] /, '')).join('')).toBe(text);
});

test.each([
  ['', 'x', 480],
  ['', 'é', 480],
  ['.', 'é', 479],
  ['.', '\u0080', 479],
  ['', '€', 478],
  ['.', '€', 479],
  ['..', '€', 480],
  ['', 'अ', 478],
  ['.', 'अ', 479],
  ['..', 'अ', 480],
  ['', '😀', 480],
  ['.', '😀', 477],
  ['..', '😀', 478],
  ['...', '😀', 479],
])('fills a piece of "%s" and then %s up to the last whole character', (before, character, bytes) => {
  const [first = ''] = frame([Buffer.from(`<13>${before}${character.repeat(500)}`)]);
  expect(first).toHaveLength(bytes);
});

test('fills a piece of bytes that are no text', () => {
  const [first = ''] = frame([Buffer.concat([Buffer.from('<13>'), Buffer.alloc(1000, 0x80)])]);
  expect(first).toHaveLength(maxBytes);
});

test('holds no more than one unfinished message, and lets go of a long one', () => {
  const framer = new Framer(65_535);
  for (let sent = 0; sent < 1000; sent += 1) {
    framer.push(Buffer.alloc(10_000, 0x78));
    while (framer.next()) expect(framer.end - framer.start).toBeLessThanOrEqual(65_535);
    expect(framer.heldBytes).toBeLessThanOrEqual(65_535);
  }
  framer.push(Buffer.from('\n'));
  while (framer.next());
  expect(framer.heldBytes).toBe(0);
});

test('holds little for the beginning of a message late in a chunk', () => {
  const framer = new Framer(65_535);
  framer.push(Buffer.from(`${'<13>whole\n'.repeat(1000)}<13>begun`));
  while (framer.next());
  expect(framer.unfinishedBytes).toBe(9);
  expect(framer.heldBytes).toBeLessThanOrEqual(256);
});

test('holds little for a sender of single bytes', () => {
  const framer = new Framer(65_535);
  for (const byte of Buffer.from('<13>slow')) {
    framer.push(Buffer.from([byte]));
    expect(framer.next()).toBe(false);
  }
  expect(framer.unfinishedBytes).toBe(8);
  expect(framer.heldBytes).toBeLessThanOrEqual(256);
});

function split(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
