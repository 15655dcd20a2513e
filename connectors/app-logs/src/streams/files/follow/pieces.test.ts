import { expect, test } from 'vitest';
import { markWhole, pieceIn, type Piece } from './pieces.ts';

const time = '2026-01-15T12:00:00.123456789Z';
const docker = (log: string, stream = 'stdout'): string => `{"log":"${log}","stream":"${stream}","time":"${time}"}`;

/** In bytes that have others before and behind. */
function pieceOf(line: string): (Piece & { readonly content: string }) | undefined {
  const bytes = Buffer.from(`before\n${line}\nbehind`);
  const piece = pieceIn(bytes, 7, 7 + Buffer.byteLength(line));
  if (piece === undefined) return undefined;
  return { ...piece, content: bytes.toString('utf8', piece.contentStart, piece.contentEnd) };
}

test.each([
  [`${time} stdout F stock is low`, 'cri', 'stock is low', true],
  [`${time} stdout P stock is`, 'cri', 'stock is', false],
  [`${time} stderr P `, 'cri', '', false],
  ['2026-01-15T12:00:00Z stdout F stock is low', 'cri', 'stock is low', true],
  [docker('stock is low\\n'), 'docker', 'stock is low\\n', true],
  [docker('stock is'), 'docker', 'stock is', false],
  [docker(''), 'docker', '', false],
  [docker('\\n'), 'docker', '\\n', true],
  [docker('\\\\n'), 'docker', '\\\\n', false],
  [docker('\\\\\\n'), 'docker', '\\\\\\n', true],
  [docker('n'), 'docker', 'n', false],
  [docker('say \\"x\\",\\"stream\\":\\"std\\"\\n'), 'docker', 'say \\"x\\",\\"stream\\":\\"std\\"\\n', true],
])('%s is a piece of %s', (line, runtime, content, isLast) => {
  expect(pieceOf(line)).toMatchObject({ runtime, content, isLast });
});

test('standard output and error are told apart', () => {
  const streams = [`${time} stdout P a`, `${time} stderr P a`, docker('a'), docker('a', 'stderr')].map(
    (line) => pieceOf(line)?.stream,
  );
  expect(streams[0]).not.toBe(streams[1]);
  expect(streams[2]).not.toBe(streams[3]);
});

test.each([
  '',
  'stock is low',
  `${time} stdout X stock is low`,
  `${time} stdlog P stock is low`,
  `${time} stdout P:x stock is low`,
  `${time} stdout:P stock is low`,
  `${time} stdout Pstock is low`,
  `${time} stdout P`,
  `${time}stdout P stock is low`,
  '2026-01-15T12:00:0 stdout P stock is low',
  `2026-01-15T12:00:00.${'1'.repeat(20)}Z stdout P stock is low`,
  `2026-01-15 12:00:00.123456789Z stdout P stock is low`,
  '{"msg":"stock is low"}',
  '{"log":"stock is low"}',
  '{"log":5,"stream":"stdout"}',
  `{"Log":"stock is","stream":"stdout","time":"${time}"}`,
])('%j is none', (line) => {
  expect(pieceOf(line)).toBeUndefined();
});

test('a time may have forty characters with the blank behind it', () => {
  expect(pieceOf(`2026-01-15T12:00:00.${'1'.repeat(18)}Z stdout P stock is low`)).toMatchObject({
    content: 'stock is low',
  });
  expect(pieceOf(`2026-01-15T12:00:00.${'1'.repeat(19)}Z stdout P stock is low`)).toBeUndefined();
});

test('a piece of CRI is marked as a whole line, one of Docker needs no mark', () => {
  for (const [line, marked] of [
    [`${time} stdout P stock is`, `${time} stdout F stock is`],
    [docker('stock is'), docker('stock is')],
  ] as const) {
    const bytes = Buffer.from(line);
    const piece = pieceIn(bytes, 0, bytes.length);
    if (piece !== undefined) markWhole(bytes, piece);
    expect(bytes.toString()).toBe(marked);
  }
});
