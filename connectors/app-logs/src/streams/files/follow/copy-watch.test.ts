import { rmSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Trace } from './copies.ts';
import { CopyWatch, type Verdict } from './copy-watch.ts';
import type { FoundFile } from './discover.ts';
import { Head } from './fingerprint.ts';
import type { FollowedFile } from './followed-file.ts';

let folder = '';
let clock = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-copy-watch-'));
  clock = 1_000_000;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const words = Array.from({ length: 200 }, (_, line) => `line ${line} of the log\n`).join('');
const few = 'one line\n';

/** Of a file of these words that was read up to an offset. */
function traceOf(text: string, offset = text.length): Trace {
  const bytes = Buffer.from(text);
  const head = new Head(bytes.subarray(0, 1024));
  return { head, offset, tail: bytes.subarray(Math.max(0, offset - 256), offset) };
}

/** A log that is being read. */
function logOf(trace: Trace, more: Partial<FollowedFile> = {}): FollowedFile {
  const path = join(folder, 'app.log');
  return {
    id: '1:1',
    path,
    missingSince: undefined,
    isDrained: true,
    unreadBytes: 0,
    position: trace.head.positionAt(path, trace.offset),
    trace,
    formerTraces: [],
    isAsleep: false,
    seeFound() {},
    skipToEnd: () => Promise.resolve(),
    refresh: () => Promise.resolve(false),
    next: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
    ...more,
  };
}

async function newcomer(name: string, content: string | Uint8Array): Promise<FoundFile> {
  const path = join(folder, name);
  await writeFile(path, content);
  const { size, mtimeMs } = await stat(path);
  return { id: '1:2', path, size, modifiedMs: mtimeMs };
}

interface Judging {
  readonly isFirstSearch?: boolean;
}

function judge(
  watch: CopyWatch,
  found: FoundFile,
  followed: readonly FollowedFile[],
  { isFirstSearch = false }: Judging = {},
): Promise<Verdict> {
  return watch.judge({ found, isPacked: found.path.endsWith('.gz'), isFirstSearch }, followed);
}

const waiting = { kind: 'wait' };
const fresh = { kind: 'new' };
const at = (found: FoundFile, { head, offset, tail }: Trace): Verdict => ({
  kind: 'from',
  position: head.positionAt(found.path, offset, tail),
});

test('a copy waits until its original is truncated, and is read on from where that had come to', async () => {
  const watch = new CopyWatch({ canWait: true });
  const found = await newcomer('app.log.1', `${words}one more\n`);
  const other = logOf(traceOf(`x${words}`), { id: '1:3', path: join(folder, 'app') });
  expect(await judge(watch, found, [other, logOf(traceOf(words))])).toEqual(waiting);
  const truncated = logOf(traceOf(few), { formerTraces: [traceOf(`y${words}`), traceOf(words)] });
  expect(await judge(watch, found, [other, truncated])).toEqual(at(found, traceOf(words)));
});

test('what says something else, or stands under a name of its own, is new', async () => {
  const watch = new CopyWatch({ canWait: true });
  const log = logOf(traceOf(words));
  expect(await judge(watch, await newcomer('app.log.1', `x${words}`), [log])).toEqual(fresh);
  expect(await judge(watch, await newcomer('copy of app.log', words), [log])).toEqual(fresh);
});

test('a copy that is being made waits for as long as it grows, and five seconds more', async () => {
  const watch = new CopyWatch({ canWait: true });
  const other = logOf(traceOf(few), { id: '1:3', formerTraces: [traceOf(`x${words}`)] });
  const followed = [other, logOf(traceOf(few), { formerTraces: [traceOf(words)] })];
  expect(await judge(watch, await newcomer('app.log.1', words.slice(0, 2000)), followed)).toEqual(waiting);
  clock += 4000;
  const grown = await newcomer('app.log.1', words.slice(0, 3000));
  expect(await judge(watch, grown, followed)).toEqual(waiting);
  clock += 5000;
  expect(await judge(watch, grown, followed)).toEqual(waiting);
  clock += 1;
  expect(await judge(watch, grown, followed)).toEqual(fresh);
});

test('a copy of another file, or of one that is truncated once more, is waited for anew', async () => {
  for (const change of [
    (log: FollowedFile): FollowedFile => ({ ...log, id: '1:4' }),
    (log: FollowedFile): FollowedFile => Object.assign(log, { formerTraces: [traceOf(`x${words}`), traceOf(words)] }),
  ]) {
    const watch = new CopyWatch({ canWait: true });
    const found = await newcomer('app.log.1', words.slice(0, 2000));
    const log = logOf(traceOf(few), { formerTraces: [traceOf(words)] });
    expect(await judge(watch, found, [log])).toEqual(waiting);
    clock += 6000;
    expect(await judge(watch, found, [change(log)])).toEqual(waiting);
  }
});

test('where nothing is searched again, a part of a copy is new, and so is what might yet be told', async () => {
  const watch = new CopyWatch({ canWait: false });
  const truncated = logOf(traceOf(few), { formerTraces: [traceOf(words)] });
  expect(await judge(watch, await newcomer('app.log.1', words.slice(0, 2000)), [truncated])).toEqual(fresh);
  const whole = logOf(traceOf(words));
  expect(await judge(watch, await newcomer('app.log.1', words.slice(0, 2000)), [whole])).toEqual(fresh);
  const unread = logOf(traceOf(words, 0), { unreadBytes: words.length });
  expect(await judge(watch, await newcomer('app.log.1', words), [unread])).toEqual(fresh);
  expect(await judge(watch, await newcomer('app.log.1.gz', gzipSync(`x${words}`)), [])).toEqual(fresh);
});

test.each([
  ['waits for its original to be read', {}, words, waiting],
  ['is new where there is nothing to be read of the other', { unreadBytes: 0 }, words, fresh],
  ['is new where it begins otherwise', {}, `x${words}`, fresh],
  ['is new where enough was read to tell', { trace: { ...traceOf(words), tail: Buffer.alloc(256) } }, words, fresh],
])('a copy that is found together with its original %s', async (_, more, text, verdict) => {
  const watch = new CopyWatch({ canWait: true });
  const log = logOf(traceOf(words, 0), { unreadBytes: 1, ...more });
  expect(await judge(watch, await newcomer('app.log.1', text), [log])).toEqual(verdict);
});

test('a copy whose original is gone is read on from where that was left, or from its end', async () => {
  for (const [text, trace] of [
    [words, traceOf(words)],
    [`${words}one more\n`, traceOf(words)],
    [words.slice(0, 2000), traceOf(words)],
  ] as const) {
    const watch = new CopyWatch({ canWait: true });
    const found = await newcomer('app.log.1', text);
    expect(await judge(watch, found, [logOf(trace)])).toEqual(waiting);
    const whole = at(found, trace);
    const part = { kind: 'from', position: trace.head.positionAt(found.path, found.size) };
    expect(await judge(watch, found, [])).toEqual(text.length < words.length ? part : whole);
  }
});

test('what is compressed is looked at once it has the size of the search before, and not again while nothing moves', async () => {
  const watch = new CopyWatch({ canWait: true });
  const log = logOf(traceOf(words));
  const half = await newcomer('app.log.1.gz', gzipSync(words).subarray(0, 30));
  expect(await judge(watch, half, [log])).toEqual(waiting);
  const found = await newcomer('app.log.1.gz', gzipSync(words));
  await rm(found.path);
  // It is not opened yet, because it has grown.
  expect(await judge(watch, found, [log])).toEqual(waiting);
  await writeFile(found.path, gzipSync(words));
  expect(await judge(watch, found, [log])).toEqual(waiting);
  await rm(found.path);
  // Nor is it opened again.
  expect(await judge(watch, found, [log])).toEqual(waiting);
  await expect(judge(watch, found, [])).rejects.toThrow('ENOENT');
  await expect(judge(watch, { ...found, size: found.size + 1 }, [log], { isFirstSearch: true })).rejects.toThrow(
    'ENOENT',
  );
  await expect(
    judge(watch, found, [Object.assign(log, { formerTraces: [traceOf(few)] })], { isFirstSearch: true }),
  ).rejects.toThrow('ENOENT');
});

test('what is compressed is read on from where its original was left, and says that it is all of it where it is less', async () => {
  for (const text of [words, words.slice(0, 2000)]) {
    const watch = new CopyWatch({ canWait: true });
    const found = await newcomer('app.log.1.gz', gzipSync(text));
    const log = logOf(traceOf(words));
    expect(await judge(watch, found, [log], { isFirstSearch: true })).toEqual(waiting);
    const { position } = at(found, traceOf(words)) as Extract<Verdict, { kind: 'from' }>;
    const expected = text === words ? position : { ...position, packed: found.size };
    expect(await judge(watch, found, [])).toEqual({ kind: 'from', position: expected });
    // It is settled: nothing is known of it any more.
    await rm(found.path);
    await expect(judge(watch, found, [log], { isFirstSearch: true })).rejects.toThrow('ENOENT');
  }
});

test('what is compressed and of no one is new at the first search, at any other one search later', async () => {
  const watch = new CopyWatch({ canWait: true });
  const found = await newcomer('app.log.1.gz', gzipSync(`x${words}`));
  const followed = [logOf(traceOf(words))];
  expect(await judge(watch, found, followed, { isFirstSearch: true })).toEqual(fresh);
  // Twice, because what was judged is forgotten.
  for (const verdict of [waiting, fresh, waiting, fresh]) expect(await judge(watch, found, followed)).toEqual(verdict);
});

test.each([
  ['is leaving', { missingSince: 0 }, waiting],
  ['had the same name', { path: 'app.log.1' }, waiting],
  ['was truncated', { formerTraces: [traceOf(`x${few}`)] }, waiting],
  ['stays where it is', {}, fresh],
])('of a file of which little was read and that %s, something compressed may be the copy', async (_, more, verdict) => {
  const watch = new CopyWatch({ canWait: true });
  const found = await newcomer('app.log.1.gz', gzipSync(few));
  const log = logOf(traceOf(few), 'path' in more ? { path: join(folder, more.path) } : more);
  expect(await judge(watch, found, [log], { isFirstSearch: true })).toEqual(verdict);
});

test('of a file of which 1,024 bytes were read, something compressed may be the copy, by its name', async () => {
  const found = await newcomer('app.log.1.gz', gzipSync(words));
  const verdictBeside = (log: FollowedFile): Promise<Verdict> =>
    judge(new CopyWatch({ canWait: true }), found, [log], { isFirstSearch: true });
  expect(await verdictBeside(logOf(traceOf(words, 1023)))).toEqual(fresh);
  expect(await verdictBeside(logOf(traceOf(words, 1024)))).toEqual(waiting);
  expect(await verdictBeside(logOf(traceOf(words), { path: join(folder, 'other.log'), missingSince: 0 }))).toEqual(
    fresh,
  );
});

test('what could not be read is judged as if it had never been seen', async () => {
  const watch = new CopyWatch({ canWait: true });
  const found = await newcomer('app.log.1.gz', gzipSync(`x${words}`));
  const followed = [logOf(traceOf(words))];
  await rm(found.path);
  await expect(judge(watch, found, followed, { isFirstSearch: true })).rejects.toThrow('ENOENT');
  await writeFile(found.path, gzipSync(`x${words}`));
  expect(await judge(watch, found, followed, { isFirstSearch: true })).toEqual(fresh);
});

test.each(['app.log.1', 'app.log.1.gz'])(
  '%s of a log that was truncated is read on from where that had come to',
  async (name) => {
    const watch = new CopyWatch({ canWait: true });
    const text = `${words}one more\n`;
    const found = await newcomer(name, name.endsWith('.gz') ? gzipSync(text) : text);
    const log = logOf(traceOf(few), { formerTraces: [traceOf(`y${words}`), traceOf(words)] });
    expect(await judge(watch, found, [log], { isFirstSearch: true })).toEqual(at(found, traceOf(words)));
  },
);

test('what was compared with one log, and could not be with the next, is compared again with both', async () => {
  const watch = new CopyWatch({ canWait: true });
  const found = await newcomer('app.log.1.gz', gzipSync(`x${words}`));
  const log = logOf(traceOf(words), { formerTraces: [traceOf(`y${words}`)] });
  const next: FollowedFile = {
    ...log,
    get formerTraces() {
      rmSync(found.path);
      return [];
    },
  };
  await expect(judge(watch, found, [log, next], { isFirstSearch: true })).rejects.toThrow('ENOENT');
  await writeFile(found.path, gzipSync(`x${words}`));
  expect(await judge(watch, found, [log], { isFirstSearch: true })).toEqual(fresh);
});
