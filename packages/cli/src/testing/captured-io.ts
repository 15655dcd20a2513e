import type { Io, Output } from '../terminal/io.ts';

/** A world of its own for one test: what is written is kept. */
export interface CapturedIo extends Io {
  out(): string;
  err(): string;
}

export function capturedIo(environment: Io['environment'] = {}): CapturedIo {
  const stdout = capture();
  const stderr = capture();
  return {
    stdout,
    stderr,
    environment,
    now: () => Date.parse('2026-03-03T12:00:00Z'),
    out: stdout.text,
    err: stderr.text,
  };
}

function capture(): Output & { readonly text: () => string } {
  let text = '';
  return {
    write: (more) => (text += more),
    drained: () => Promise.resolve(),
    isTty: false,
    columns: 120,
    rows: 40,
    text: () => text,
  };
}
