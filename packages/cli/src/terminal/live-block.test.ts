import { describe, expect, it } from 'vitest';
import { createLiveBlock } from './live-block.ts';

function screen(
  columns = 40,
  rows = 10,
): { written: string[]; write(text: string): void; columns: number; rows: number } {
  const written: string[] = [];
  return { written, columns, rows, write: (text) => void written.push(text) };
}

describe('a live block', () => {
  it('takes its old lines away before it writes new ones', () => {
    const terminal = screen();
    const block = createLiveBlock(terminal);
    block.show(['a', 'b']);
    block.show(['c']);
    expect(terminal.written).toEqual(['a\nb\n', '\u001B[2A\r\u001B[Jc\n']);
  });

  it('stays below a line that is written above it', () => {
    const terminal = screen();
    const block = createLiveBlock(terminal);
    block.show(['a']);
    block.writeAbove('news');
    expect(terminal.written.at(-1)).toBe('\u001B[1A\r\u001B[Jnews\na\n');
  });

  it('never grows past the screen, whose lines it could not take away', () => {
    const terminal = screen(10, 3);
    createLiveBlock(terminal).show(['x'.repeat(50), 'b', 'c', 'd']);
    expect(terminal.written).toEqual([`${'x'.repeat(8)}…\nb\n`]);
  });
});
