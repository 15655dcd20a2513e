import type { Json } from '@sluice/connector';
import { readHead, resumedFrom, withSlot, writeHead, type Head, type ReadHead, type Slot } from './bucket-head.ts';
import { bucketArea } from './bucket-area.ts';
import type { BucketHome } from './bucket-home.ts';
import { isProvablyGone } from './holder.ts';
import { stateLost } from './state-errors.ts';
import type {
  FlushCut,
  FlushIntent,
  KnownUnit,
  PipelineClaim,
  Resumed,
  StagingArea,
  UnitRange,
} from './state-store.ts';
import { UnitFiles } from './unit-files.ts';

/** How old the head may be that a question about units is answered from. Binding always asks anew. */
const headFreshMs = 5000;

/**
 * A place in a head document. Every write is on condition that the document is the one that was read, and that the place
 * still has our epoch in it: who took it over while we were silent has raised that.
 */
export class BucketClaim implements PipelineClaim {
  readonly slot: string;
  readonly resumed: Resumed;
  readonly staging: StagingArea;
  readonly #home: BucketHome;
  readonly #pipeline: string;
  readonly #epoch: number;
  readonly #files: UnitFiles;
  /** What was seen of other places, and since when (of a steady clock) they have not changed. */
  readonly #seen = new Map<string, { readonly sign: string; readonly since: number }>();
  #head: ReadHead;
  #readAt: number;
  #work: Promise<unknown> = Promise.resolve();
  #beat: NodeJS.Timeout | undefined;
  #isGivingSign = false;

  constructor(home: BucketHome, pipeline: string, slot: string, head: ReadHead) {
    const own = head.head.slots[slot];
    this.slot = slot;
    this.resumed = resumedFrom(own);
    this.#home = home;
    this.#pipeline = pipeline;
    this.#epoch = own?.epoch ?? 0;
    this.#head = head;
    this.#readAt = performance.now();
    this.#files = new UnitFiles(home.documents, pipeline);
    const folder = `staging/${pipeline}/${slot}/`;
    this.staging = bucketArea(home.documents, { folder, epoch: this.#epoch, stagedIn: own?.stagedIn ?? this.#epoch });
    this.#beat = setInterval(() => void this.#giveSign(), home.leaseMs / 3);
    this.#beat.unref();
  }

  /** Where the state is slow, signs of life do not queue up before what matters. */
  async #giveSign(): Promise<void> {
    if (this.#isGivingSign) return;
    this.#isGivingSign = true;
    await this.#change((now) => now).catch(() => undefined);
    this.#isGivingSign = false;
  }

  async saveCut(cut: FlushCut): Promise<void> {
    await this.#change((own) => ({ ...own, cut }));
  }

  bind(intent: FlushIntent): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      const { units = [], ...rest } = intent;
      for (;;) {
        await this.#files.load(this.#head.head);
        const lost = units.filter(({ id, from }) => this.#files.records(id) !== from).map(({ id }) => id);
        if (lost.length > 0) {
          // The head may be an old one, but what it says is taken stays taken.
          return lost;
        }
        if (await this.#tryBind(rest, units)) return [];
        await this.#readAgain();
      }
    });
  }

  async commit(intent: FlushIntent): Promise<void> {
    const { flush, cursor, held } = intent;
    await this.#change(({ cut: _cut, intent: _intent, cursor: _cursor, held: _held, stagedIn: _staged, ...own }) => ({
      ...own,
      flush: flush + 1,
      ...(cursor === undefined ? {} : { cursor }),
      ...(held === undefined ? {} : { held }),
    }));
  }

  async units(ids: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    return this.#inTurn(async () => {
      if (performance.now() - this.#readAt > headFreshMs) await this.#readAgain();
      const known = await this.#know(ids);
      if ([...known.values()].every(({ isStored }) => isStored)) return known;
      // What was on its way when the head was read may have arrived.
      await this.#readAgain();
      return this.#know(ids);
    });
  }

  async #know(ids: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    const { head } = this.#head;
    await this.#files.load(head);
    const known = new Map<string, KnownUnit>();
    for (const id of ids) {
      const unit = this.#files.unit(id, head);
      if (unit !== undefined) known.set(id, unit);
    }
    return known;
  }

  async abandoned(): Promise<readonly PipelineClaim[]> {
    await this.#inTurn(() => this.#readAgain());
    const left: PipelineClaim[] = [];
    for (const [name, slot] of Object.entries(this.#head.head.slots)) {
      if (name === this.slot || (slot.isFree && slot.intent === undefined) || !this.#isLeft(name, slot)) continue;
      const claim = await this.#home.takeOver(this.#pipeline, name, slot);
      if (claim !== undefined) left.push(claim);
    }
    return left;
  }

  async release(): Promise<void> {
    if (this.#beat === undefined) return;
    clearInterval(this.#beat);
    this.#beat = undefined;
    // Who took the place over has it; and a state that cannot be reached will see that we are silent.
    await this.#change((own) => ({ ...own, isFree: true })).catch(() => undefined);
  }

  /** Whether nobody is in a place any more: it was left, or its holder is gone or has long been silent. */
  #isLeft(name: string, slot: Slot): boolean {
    if (slot.isFree || isProvablyGone(slot.holder)) return true;
    const sign = `${slot.epoch} ${slot.sequence}`;
    const seen = this.#seen.get(name);
    if (seen?.sign === sign) return performance.now() - seen.since > this.#home.leaseMs;
    this.#seen.set(name, { sign, since: performance.now() });
    return false;
  }

  async #tryBind(intent: FlushIntent, units: readonly UnitRange[]): Promise<boolean> {
    const { head } = this.#head;
    const now = this.#home.now();
    const file =
      units.length === 0
        ? undefined
        : await this.#files.save(units, { at: now, slot: this.slot, flush: intent.flush }, this.#epoch);
    const tidied = units.length === 0 ? head.units : await this.#files.tidy(head, now);
    const bound = await this.#write(
      (own) => ({ ...own, intent, stagedIn: this.#epoch }),
      file === undefined ? tidied : [...tidied, file],
    );
    if (!bound) return false;
    if (file !== undefined) this.#files.learn(file, units);
    const named = new Set(tidied);
    await this.#home.documents.delete(head.units.filter((one) => !named.has(one)).map(({ key }) => key));
    return true;
  }

  #change(change: (own: Slot) => Slot): Promise<void> {
    return this.#inTurn(async () => {
      while (!(await this.#write(change, this.#head.head.units))) await this.#readAgain();
    });
  }

  /** False where the head is not the one that was read: read it again. */
  async #write(change: (own: Slot) => Slot, units: Head['units']): Promise<boolean> {
    const own = this.#own();
    const changed = { ...change(own), sequence: own.sequence + 1 };
    const head = withSlot({ ...this.#head.head, units }, this.slot, changed);
    const version = await writeHead(this.#home.documents, this.#pipeline, { head, version: this.#head.version });
    if (version !== undefined) {
      this.#head = { head, version };
      return true;
    }
    // An answer may have been lost on its way: then what is there now is what was just written.
    await this.#readAgain();
    return isSame(this.#own(), changed);
  }

  #own(): Slot {
    const own = this.#head.head.slots[this.slot];
    if (own?.epoch !== this.#epoch) throw stateLost(this.#pipeline, this.slot);
    return own;
  }

  async #readAgain(): Promise<void> {
    this.#head = await readHead(this.#home.documents, this.#pipeline);
    this.#readAt = performance.now();
  }

  /** One thing after the other: a sign of life must not come between reading and writing. */
  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#work.then(task);
    this.#work = result.catch(() => undefined);
    return result;
  }
}

function isSame(a: Slot, b: Slot): boolean {
  // Both are JSON, so what one has as undefined the other lacks.
  return JSON.stringify(a) === JSON.stringify(JSON.parse(JSON.stringify(b)) as Json);
}
