import type { ConnectorLog } from '@sluice/connector';

export type RefusalReason =
  | 'the sender is not in allow'
  | 'max_connections are open'
  | 'max_connections_per_sender are open'
  | 'the TLS handshake failed';

interface Refused {
  readonly connections: number;
  readonly lastSender: string | undefined;
  readonly lastError: string | undefined;
}

/** Refused connections of one socket, gathered so that a flood of them is one line in the log. */
export class Refusals {
  readonly #log: ConnectorLog;
  readonly #place: string;
  readonly #refused = new Map<RefusalReason, Refused>();

  constructor(log: ConnectorLog, place: string) {
    this.#log = log;
    this.#place = place;
  }

  count(reason: RefusalReason, sender: string | undefined, error?: Error): void {
    const connections = (this.#refused.get(reason)?.connections ?? 0) + 1;
    this.#refused.set(reason, { connections, lastSender: sender, lastError: error?.message });
  }

  /** Logs what was refused since the last time. */
  report(): void {
    for (const [reason, refused] of this.#refused) {
      this.#log.warn(`refused connections: ${reason}`, { place: this.#place, ...refused });
    }
    this.#refused.clear();
  }
}
