/** Where a message of the company goes: one of the three syslog ports, or the end of one of the two log files. */
export type Outlet = 'udp' | 'tcp' | 'tls' | 'shop log' | 'web log';

export const outlets: readonly Outlet[] = ['udp', 'tcp', 'tls', 'shop log', 'web log'];

export interface Message {
  readonly outlet: Outlet;
  /** The record as its program writes it, without line end or frame. */
  readonly record: string | Uint8Array;
  /** When the company's clocks showed this, epoch milliseconds: the order in which messages are sent. */
  readonly at: number;
}
