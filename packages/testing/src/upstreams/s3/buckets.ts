import { createHash } from 'node:crypto';

export interface BucketObject {
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** With its quotation marks, as S3 gives it. */
  readonly etag: string;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
  readonly contentType: string;
}

/** A write that a condition forbade: nothing was stored. */
export class ConditionFailed extends Error {}

export interface PutConditions {
  /** `*`: only where there is no object of this key. */
  readonly ifNoneMatch?: string | null;
  /** Only over the object with this ETag. */
  readonly ifMatch?: string | null;
}

/** Objects by key. */
export class Bucket {
  readonly #objects = new Map<string, BucketObject>();
  readonly #now: () => number;
  readonly #onStored: (object: BucketObject) => void;

  constructor(now: () => number, onStored: (object: BucketObject) => void) {
    this.#now = now;
    this.#onStored = onStored;
  }

  get keys(): readonly string[] {
    return [...this.#objects.keys()].toSorted(byBytes);
  }

  get(key: string): BucketObject | undefined {
    return this.#objects.get(key);
  }

  /** Throws `ConditionFailed` and stores nothing where a condition does not hold. */
  put(
    key: string,
    content: string | Uint8Array,
    conditions: PutConditions = {},
    contentType = 'application/octet-stream',
  ): BucketObject {
    const there = this.#objects.get(key);
    if (conditions.ifNoneMatch === '*' && there !== undefined) throw new ConditionFailed();
    if (conditions.ifMatch != null && conditions.ifMatch !== there?.etag) throw new ConditionFailed();
    const bytes = new Uint8Array(Buffer.from(content));
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    const object = { key, bytes, etag, contentType, modifiedAt: this.#now() };
    this.#objects.set(key, object);
    this.#onStored(object);
    return object;
  }

  delete(key: string): void {
    this.#objects.delete(key);
  }
}

/** S3 lists keys in the order of their UTF-8 bytes, which is not JavaScript's. */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
