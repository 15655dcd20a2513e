import { parseHost, type HostFacts } from './facts.ts';

interface Entry {
  readonly facts: HostFacts;
  /** As it is appended to records. */
  readonly json: Buffer;
}

/**
 * The newest that is known of each host. Whatever the order in which its records come, the newest one stays; it holds no
 * more hosts than it may.
 */
export class HostInventory {
  readonly #maxHosts: number;
  readonly #hosts = new Map<string, Entry>();

  constructor(maxHosts: number) {
    this.#maxHosts = maxHosts;
  }

  get size(): number {
    return this.#hosts.size;
  }

  /** Takes a record of `aidmaster`. What is none is passed over. */
  learn(text: string): void {
    const facts = parseHost(text);
    if (facts === undefined) return;
    const known = this.#hosts.get(facts.aid);
    if (known !== undefined && known.facts.time > facts.time) return;
    this.#hosts.delete(facts.aid);
    this.#hosts.set(facts.aid, { facts, json: Buffer.from(JSON.stringify(facts.fields)) });
    if (this.#hosts.size <= this.#maxHosts) return;
    for (const oldest of this.#hosts.keys()) {
      this.#hosts.delete(oldest);
      break;
    }
  }

  /** The facts of a host, as JSON. */
  find(aid: string): Buffer | undefined {
    return this.#hosts.get(aid)?.json;
  }

  /** One line for each host, for `learn` of another inventory. */
  *lines(): Generator<string, void, undefined> {
    for (const { facts } of this.#hosts.values())
      yield JSON.stringify({ aid: facts.aid, Time: facts.time, ...facts.fields });
  }
}
