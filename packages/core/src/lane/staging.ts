import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { SluiceError } from '../errors.ts';
import { folderError } from '../store/folder-errors.ts';
import { retry, type RetryOptions } from '../store/retry.ts';
import type { ObjectBody } from '../store/object-store.ts';

/** Where objects wait to be stored. */
export interface Staging {
  /** Begins an object under a name. What stood there before is gone. Throws a `SluiceError`. */
  create(name: string): Promise<StagedFile>;
}

/** An object that is being written. Each of its methods may be called again where it threw a `SluiceError`. */
interface StagedFile {
  /** Adds bytes at the end, all of them or none. */
  write(bytes: Uint8Array): Promise<void>;
  /** The object; in a folder, it is on disk when this resolves. */
  finish(): Promise<ObjectBody>;
  /** Gives up what was written. */
  abandon(): Promise<void>;
}

/** Up to here an object is written anew where the disk could not confirm it. */
const maxKeptBytes = 8 * 1024 * 1024;

export function folderStaging(folder: string): Staging {
  return {
    async create(name) {
      const path = join(folder, name);
      try {
        await mkdir(folder, { recursive: true });
        return new FolderFile(path, await open(path, 'w'));
      } catch (error) {
        throw folderError(error, path);
      }
    },
  };
}

class FolderFile implements StagedFile {
  readonly #path: string;
  readonly #file: FileHandle;
  #end = 0;
  /** After a failed `fsync` nobody knows what is on disk: then these are written once more. */
  #kept: Uint8Array[] | undefined = [];
  #isDoubtful = false;

  constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#writeAt(bytes, this.#end);
    this.#end += bytes.length;
    this.#kept?.push(bytes);
    if (this.#end > maxKeptBytes) this.#kept = undefined;
  }

  async finish(): Promise<ObjectBody> {
    if (this.#isDoubtful) await this.#writeAt(Buffer.concat(this.#kept ?? []), 0);
    try {
      await this.#file.sync();
    } catch (error) {
      this.#isDoubtful = true;
      if (this.#kept !== undefined) throw folderError(error, this.#path);
      throw new SluiceError(
        'store_failed',
        `The disk could not confirm ${this.#path}, ${this.#end} bytes of which are no longer in memory. Nothing of it is committed; look after the disk and start again.`,
        { cause: error },
      );
    }
    await this.#file.close();
    return { path: this.#path, byteLength: this.#end };
  }

  async abandon(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  async #writeAt(bytes: Uint8Array, position: number): Promise<void> {
    try {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, position + at);
        at += bytesWritten;
      }
    } catch (error) {
      throw folderError(error, this.#path);
    }
  }
}

/** Waits for a full disk: what is not written is still in memory, and the input is not read meanwhile. */
export function patientStaging(staging: Staging, options: RetryOptions): Staging {
  return {
    async create(name) {
      const file = await retry(() => staging.create(name), options);
      return {
        write: (bytes) => retry(() => file.write(bytes), options),
        finish: () => retry(() => file.finish(), options),
        abandon: () => file.abandon(),
      };
    },
  };
}

/** For writers without a state folder. */
export const memoryStaging: Staging = {
  create() {
    const chunks: Uint8Array[] = [];
    let byteLength = 0;
    return Promise.resolve({
      write(bytes) {
        chunks.push(bytes);
        byteLength += bytes.length;
        return Promise.resolve();
      },
      finish: () => Promise.resolve({ chunks, byteLength }),
      abandon: () => Promise.resolve(),
    });
  },
};
