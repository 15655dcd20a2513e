import type { Socket } from 'node:net';
import type { Origin } from '@sluice/connector';
import { Framer } from './framer.ts';
import type { ListenerContext, Receiver } from './listener.ts';

/** One sender on a stream socket: its bytes become messages in the channel, as fast as the channel takes them. */
export class Connection implements Receiver {
  readonly #socket: Socket;
  readonly #origin: Origin;
  readonly #context: ListenerContext;
  readonly #framer: Framer;
  #heardAt: number;
  #unfinishedSince: number | undefined;
  #chunks = 0;
  #isWaiting = false;
  #hasLongMessage = false;

  constructor(socket: Socket, origin: Origin, context: ListenerContext) {
    this.#socket = socket;
    this.#origin = origin;
    this.#context = context;
    this.#framer = new Framer(context.config.maxMessageBytes);
    this.#heardAt = context.now();
  }

  get chunks(): number {
    return this.#chunks;
  }

  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Reads until the sender ends, is cut off or fails; then gives out the unfinished message too. */
  async receive(): Promise<void> {
    for await (const chunk of this.#chunksRead()) await this.#take(chunk);
    this.#framer.finish();
    await this.#giveOut();
  }

  /** What the socket reads. A sender that was lost or cut off has ended: what was read before stays. */
  async *#chunksRead(): AsyncGenerator<Buffer> {
    const socket: AsyncIterable<Buffer> = this.#socket;
    try {
      yield* socket;
    } catch (error) {
      this.#context.log.debug('connection lost', { ...this.#origin, error: String(error) });
    }
    // A reset ends the iteration before what the socket holds already.
    const held: Buffer | null = this.#socket.read();
    if (held !== null) yield held;
  }

  /** Closes a connection that is silent, or that does not end its message, for too long. */
  closeIfStale(now: number): void {
    if (this.#isWaiting) return;
    const { idleTimeoutMs, unfinishedTimeoutMs } = this.#context.config;
    const isIdle = now - this.#heardAt >= idleTimeoutMs;
    const isStuck = this.#unfinishedSince !== undefined && now - this.#unfinishedSince >= unfinishedTimeoutMs;
    if (!isIdle && !isStuck) return;
    this.#context.log.info('closed a stale connection', {
      ...this.#origin,
      reason: isStuck ? 'unfinished message' : 'idle',
      unfinishedBytes: this.#framer.unfinishedBytes,
    });
    this.close();
  }

  close(): void {
    this.#socket.destroy();
  }

  async #take(chunk: Buffer): Promise<void> {
    this.#chunks += 1;
    this.#heardAt = this.#context.now();
    this.#framer.push(chunk);
    const found = await this.#giveOut();
    const isUnfinished = this.#framer.unfinishedBytes > 0;
    if (!isUnfinished) this.#unfinishedSince = undefined;
    else if (found || this.#unfinishedSince === undefined) this.#unfinishedSince = this.#context.now();
    this.#warnOfLongMessage();
  }

  /** Whether there was any message. */
  async #giveOut(): Promise<boolean> {
    const framer = this.#framer;
    let found = false;
    while (framer.next()) {
      found = true;
      if (!this.#offer()) await this.#offerWhenReady();
    }
    return found;
  }

  #offer(): boolean {
    return this.#context.channel.offer(this.#framer.bytes, this.#framer.start, this.#framer.end, this.#origin);
  }

  async #offerWhenReady(): Promise<void> {
    const { channel, reportDropped } = this.#context;
    this.#isWaiting = true;
    do {
      await channel.ready();
      if (channel.isClosed) {
        reportDropped('stream_closed', 1);
        break;
      }
    } while (!this.#offer());
    this.#isWaiting = false;
    this.#heardAt = this.#context.now();
  }

  #warnOfLongMessage(): void {
    if (this.#hasLongMessage || !this.#framer.hasCutMessage) return;
    this.#hasLongMessage = true;
    this.#context.log.warn('a message is longer than max_message and is kept in pieces', {
      ...this.#origin,
      maxMessageBytes: this.#context.config.maxMessageBytes,
    });
  }
}
