import type { SpoolFile, SpoolFiles } from './spool-files.ts';

/** A file as the program sees it, and as the disk has it. */
interface DiskFile {
  bytes: Buffer;
  durable: Buffer;
}

const sector = 512;

/** A file system in memory that loses its power, keeps what it was not asked to keep, and fails when it is told to. */
export class Disk implements SpoolFiles {
  readonly path = 'a disk in memory';
  readonly files: Map<string, DiskFile> = new Map();
  /** Thrown by the next calls of these kinds, one for each entry. */
  readonly failures: { readonly on: 'write' | 'sync' | 'create'; readonly code: string }[] = [];
  /** Bytes that fit on it. */
  capacity: number = Number.POSITIVE_INFINITY;
  syncs = 0;

  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
    return Promise.resolve([...this.files].map(([name, { bytes }]) => ({ name, bytes: bytes.byteLength })));
  }

  create(name: string): Promise<SpoolFile> {
    return this.#do('create', () => {
      if (this.files.has(name)) throw systemError('EEXIST');
      const file: DiskFile = { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) };
      this.files.set(name, file);
      return this.#handle(file);
    });
  }

  async open(name: string): Promise<SpoolFile> {
    const file = this.files.get(name);
    if (file === undefined) throw systemError('ENOENT');
    return this.#handle(file);
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }

  get used(): number {
    return [...this.files.values()].reduce((total, { bytes }) => total + bytes.byteLength, 0);
  }

  /** The disk after a power cut: of what was not synced, each sector is there or not, as `random` (0 to 1) has it. */
  afterPowerCut(random: () => number): Disk {
    const disk = new Disk();
    for (const [name, file] of this.files) {
      const bytes = survivingBytes(file, random);
      disk.files.set(name, { bytes, durable: Buffer.from(bytes) });
    }
    return disk;
  }

  #handle(file: DiskFile): SpoolFile {
    return {
      write: (chunks, position) =>
        this.#do('write', () => {
          const all = Buffer.concat(chunks);
          const room = this.capacity - this.used + Math.max(0, file.bytes.byteLength - position);
          const fits = all.subarray(0, Math.max(0, room));
          const end = Math.max(file.bytes.byteLength, position + fits.byteLength);
          const bytes = Buffer.alloc(end);
          file.bytes.copy(bytes);
          fits.copy(bytes, position);
          file.bytes = bytes;
          if (fits.byteLength < all.byteLength) throw systemError('ENOSPC');
        }),
      sync: () =>
        this.#do('sync', () => {
          this.syncs++;
          file.durable = Buffer.from(file.bytes);
        }),
      read: async (position, length) => new Uint8Array(file.bytes.subarray(position, position + length)),
      close: () => Promise.resolve(),
    };
  }

  async #do<Result>(on: 'write' | 'sync' | 'create', act: () => Result): Promise<Result> {
    const [failure] = this.failures;
    if (failure?.on === on) {
      this.failures.shift();
      throw systemError(failure.code);
    }
    return act();
  }
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

function survivingBytes({ bytes, durable }: DiskFile, random: () => number): Buffer {
  const unsynced = Math.max(0, bytes.byteLength - durable.byteLength);
  const after = Buffer.alloc(durable.byteLength + Math.floor(random() * (unsynced + 1)));
  durable.copy(after);
  for (let at = durable.byteLength; at < after.byteLength; at += sector) {
    if (random() < 0.5) bytes.copy(after, at, at, Math.min(at + sector, after.byteLength));
  }
  return after;
}
