import type { EndpointFacts } from '../../events/endpoint.ts';
import type { FrameFacts } from '../../events/frame.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** A log of SonicOS: `id=firewall sn=… time="…" fw=… pri=6 c=1024 m=537 msg="Connection Closed" src=… dst=… …`. */
export interface SonicLog {
  readonly received: Received;
  readonly fields: FieldBag;
  /** `m`: the number of the message, which the vendor's reference explains. */
  readonly id: string;
  readonly words: string;
  readonly head: FrameFacts;
  readonly source: EndpointFacts;
  readonly destination: EndpointFacts;
}
