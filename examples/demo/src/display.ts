import { createLiveBlock } from '@sluice/cli';
import type { Progress } from './progress.ts';
import { counted, sized } from './text-table.ts';

/** Shows how far the day is: one line that changes on a terminal, a line a second elsewhere. */
export interface Display {
  update(clock: number, sent: number, progress: Progress): void;
  /** Writes a line that stays. */
  line(text?: string): void;
  end(): void;
}

export interface Screen {
  write(text: string): void;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

const redrawMs = 100;
const lineMs = 1000;

export function createDisplay(screen: Screen, now: () => number): Display {
  const live = screen.isTTY === true ? createLiveBlock(terminalOf(screen)) : undefined;
  const pace = paceOf(now);
  let shownAt = -Infinity;
  return {
    update(clock, sent, progress) {
      const time = now();
      if (time - shownAt < (live === undefined ? lineMs : redrawMs)) return;
      shownAt = time;
      const lines = progressLines(clock, sent, pace(progress.received), progress);
      if (live === undefined) screen.write(`${lines.join('  ')}\n`);
      else live.show(lines);
    },
    line: (text = '') => (live === undefined ? screen.write(`${text}\n`) : live.writeAbove(text)),
    end: () => live?.clear(),
  };
}

/** Two lines that fit a narrow terminal. */
function progressLines(clock: number, sent: number, perSecond: number, progress: Progress): readonly string[] {
  const time = new Date(clock).toISOString().slice(0, 16).replace('T', ' ');
  const coming = [
    time,
    `sent ${counted(sent)}`,
    `in ${counted(progress.received)}`,
    `mapped ${counted(progress.mapped)}`,
    `rejected ${counted(progress.rejected)}`,
  ];
  const going = [
    `stored ${counted(progress.stored)} in ${counted(progress.objects)} objects`,
    `${counted(perSecond)}/s`,
    `backlog ${sized(progress.backlogBytes)}`,
  ];
  return [coming.join('  '), going.join('  ')];
}

/** Records a second since the update before. */
function paceOf(now: () => number): (received: number) => number {
  let before = { at: now(), received: 0 };
  return (received) => {
    const at = now();
    const perSecond = ((received - before.received) / Math.max(1, at - before.at)) * 1000;
    before = { at, received };
    return perSecond;
  };
}

function terminalOf(screen: Screen): { write(text: string): void; readonly columns: number; readonly rows: number } {
  return {
    write: (text) => screen.write(text),
    get columns() {
      return (screen.columns ?? 0) > 0 ? (screen.columns ?? 0) : 120;
    },
    get rows() {
      return (screen.rows ?? 0) > 0 ? (screen.rows ?? 0) : 40;
    },
  };
}
