import { clip } from './printable.ts';

/** A stretch of lines at the bottom of a terminal that is written anew in place; log lines go above it. */
export interface LiveBlock {
  show(lines: readonly string[]): void;
  /** Writes a line that stays, above the block. */
  writeAbove(line: string): void;
  /** Takes the block away. */
  clear(): void;
}

export interface Terminal {
  write(text: string): void;
  readonly columns: number;
  readonly rows: number;
}

export function createLiveBlock(terminal: Terminal): LiveBlock {
  let shown: readonly string[] = [];
  // Up over the lines of the block, then erase to the end of the screen.
  const erase = (): string => (shown.length === 0 ? '' : `\u001B[${shown.length}A\r\u001B[J`);
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  return {
    show(lines) {
      const fitting = lines.slice(0, Math.max(1, terminal.rows - 1)).map((line) => clip(line, terminal.columns - 1));
      terminal.write(erase() + text(fitting));
      shown = fitting;
    },
    writeAbove(line) {
      terminal.write(`${erase()}${line}\n${text(shown)}`);
    },
    clear() {
      terminal.write(erase());
      shown = [];
    },
  };
}
