import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningUpstream } from '@sluice/testing';

/** Puts a pipe in the place of the standard input: a new one for each run that begins to read. */
export async function startPiping(): Promise<RunningUpstream> {
  const original = Object.getOwnPropertyDescriptor(process, 'stdin');
  let pipe: PassThrough | undefined;
  const takeUp = (): PassThrough => {
    if (pipe === undefined || pipe.destroyed) pipe = new PassThrough();
    return pipe;
  };
  Object.defineProperty(process, 'stdin', { get: takeUp, configurable: true, enumerable: true });
  return {
    config: {},
    async feed(records) {
      const isOpen = (): boolean => pipe?.destroyed === false;
      for (let waited = 0; waited < 20_000 && !isOpen(); waited += 10) await sleep(10);
      pipe?.write(records.map((record) => `${record}\n`).join(''));
    },
    async stop() {
      pipe?.destroy();
      if (original !== undefined) Object.defineProperty(process, 'stdin', original);
    },
  };
}
