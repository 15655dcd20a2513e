import { createHash } from 'node:crypto';
import type { Head, UnitFile } from './bucket-head.ts';
import type { DocumentStore } from './document-store.ts';
import { unitsKeptMs, type KnownUnit, type UnitRange } from './state-store.ts';

/** So many small files may gather before half of them become one. */
const mostSmallFiles = 128;

/** What is in a file: unit ids and how many of their records are taken care of. */
type Entries = readonly (readonly [id: string, records: number])[];

interface Entry {
  readonly records: number;
  readonly file: UnitFile;
}

/**
 * What the workers of a pipeline have stored of each unit, as files that are written once and named in the head. In
 * memory a unit takes some 100 bytes: a million of them fit, which is two weeks of 70,000 objects a day.
 */
export class UnitFiles {
  readonly #documents: DocumentStore;
  readonly #folder: string;
  readonly #known = new Map<string, Entry>();
  #loaded = new Set<string>();

  constructor(documents: DocumentStore, pipeline: string) {
    this.#documents = documents;
    this.#folder = `pipelines/${pipeline}/units/`;
  }

  /** Reads the files of a head that were not read before. */
  async load(head: Head): Promise<void> {
    for (const file of head.units) {
      if (this.#loaded.has(file.key)) continue;
      this.#learn(file, await this.#read(file.key));
    }
    // A file that others became part of says nothing that is not in the new one.
    this.#loaded = new Set(head.units.map(({ key }) => key));
  }

  records(id: string): number {
    return this.#known.get(hashOf(id))?.records ?? 0;
  }

  unit(id: string, head: Head): KnownUnit | undefined {
    const entry = this.#known.get(hashOf(id));
    return entry === undefined ? undefined : { records: entry.records, isStored: isOver(entry.file, head) };
  }

  /** Writes what a flush takes of units; the head still has to name the file. */
  async save(
    units: readonly UnitRange[],
    { at, slot, flush }: Required<Omit<UnitFile, 'key'>>,
    epoch: number,
  ): Promise<UnitFile> {
    const file = { key: `${this.#folder}${slot}-${epoch}-${flush}.json`, at, slot, flush };
    const entries = units.map(({ id, to }) => [id, to] as const);
    await this.#write(file.key, entries);
    return file;
  }

  /** The file was named in the head that is written now. */
  learn(file: UnitFile, units: readonly UnitRange[]): void {
    this.#learn(
      file,
      units.map(({ id, to }) => [id, to] as const),
    );
    this.#loaded.add(file.key);
  }

  /**
   * The files that a head should name: those that are too old left out, and the oldest small ones as one. What is not
   * named any more may be deleted once the head is written.
   */
  async tidy(head: Head, now: number): Promise<readonly UnitFile[]> {
    for (const [hash, { file }] of this.#known) if (file.at < now - unitsKeptMs) this.#known.delete(hash);
    const kept = head.units.filter((file) => file.at >= now - unitsKeptMs || !isOver(file, head));
    const small = kept.filter((file) => file.slot !== undefined && isOver(file, head));
    if (small.length <= mostSmallFiles) return kept;
    const merged = small.slice(0, mostSmallFiles / 2);
    const records = new Map<string, number>();
    for (const file of merged)
      for (const [id, to] of await this.#read(file.key)) records.set(id, Math.max(to, records.get(id) ?? 0));
    const name = createHash('sha256')
      .update(merged.map(({ key }) => key).join())
      .digest('hex')
      .slice(0, 32);
    const file = { key: `${this.#folder}merged-${name}.json`, at: Math.max(...merged.map(({ at }) => at)) };
    await this.#write(file.key, [...records]);
    return [file, ...kept.filter((one) => !merged.includes(one))];
  }

  #learn(file: UnitFile, entries: Entries): void {
    for (const [id, records] of entries) {
      const hash = hashOf(id);
      if (records >= (this.#known.get(hash)?.records ?? 0)) this.#known.set(hash, { records, file });
    }
  }

  async #read(key: string): Promise<Entries> {
    const found = await this.#documents.read(key);
    return found === undefined ? [] : (JSON.parse(Buffer.from(found.bytes).toString()) as Entries);
  }

  async #write(key: string, entries: Entries): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(entries));
    await this.#documents.put(key, { chunks: [bytes], byteLength: bytes.length });
  }
}

/** Whether the flush that a file belongs to is stored whole. */
function isOver({ slot, flush }: UnitFile, head: Head): boolean {
  return slot === undefined || flush === undefined || (head.slots[slot]?.flush ?? 0) > flush;
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64').slice(0, 20);
}
