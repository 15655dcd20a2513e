import type { MappedEvent } from '@sluice/connector';
import { Direction } from '../../events/connection.ts';
import { Activity, networkActivity, type NetworkFacts } from '../../events/network-activity.ts';
import { qualifiedName } from '../../events/user.ts';
import { longOf } from '../../events/values.ts';
import { allowed, blocked, dropped, isDenied, unsaid, type Verdict } from '../../events/verdict.ts';
import { Outcome } from '../../events/frame.ts';
import type { Found } from '../../text/phrase.ts';
import type { AsaMessage } from './asa-event.ts';
import { directionBetween, readEndpoint } from './endpoint.ts';

export type Gaps = Partial<
  Found<
    | 'protocol'
    | 'source'
    | 'target'
    | 'interface'
    | 'list'
    | 'reason'
    | 'direction'
    | 'flags'
    | 'user'
    | 'verdict'
    | 'uid'
    | 'gap'
  >
>;

/** A sentence, and what it means where the words leave no doubt. */
export interface Sentence {
  readonly read: (text: string) => Gaps | undefined;
  readonly protocol?: string;
  readonly direction?: Direction;
  readonly verdict?: Verdict;
  /** Refused, unless said otherwise. */
  readonly activityId?: NetworkFacts['activityId'];
}

/** The event of the first sentence that reads the message. */
export function readFirst(message: AsaMessage, all: readonly Sentence[]): MappedEvent | undefined {
  for (const sentence of all) {
    const gaps = sentence.read(message.text);
    if (gaps !== undefined) return decided(message, sentence, gaps);
  }
  return undefined;
}

function decided(message: AsaMessage, sentence: Sentence, gaps: Gaps): MappedEvent | undefined {
  const verdict = gaps.verdict === undefined ? (sentence.verdict ?? blocked) : verdicts.get(gaps.verdict);
  if (verdict === undefined) return undefined;
  const source = readEndpoint(gaps.source ?? '');
  const target = gaps.target === undefined ? undefined : readEndpoint(gaps.target);
  const user = gaps.user === undefined ? source.user : qualifiedName(gaps.user.replaceAll("'", ''));
  const protocol = (sentence.protocol ?? gaps.protocol)?.replace(/^protocol /, '');
  return networkActivity(message.received, {
    ...message.head,
    activityId: sentence.activityId ?? (isDenied(verdict) ? Activity.Refuse : Activity.Open),
    verdict,
    outcome: verdict === unsaid ? undefined : isDenied(verdict) ? Outcome.Failure : Outcome.Success,
    protocol: protocol === 'IP' ? undefined : protocol,
    direction: sentence.direction ?? directionOf(gaps.direction) ?? directionBetween(source, target),
    source: { ...source.endpoint, interface: source.endpoint.interface ?? gaps.interface?.replace(/\.$/, '') },
    destination: target?.endpoint,
    actor: user,
    rule: gaps.list === undefined ? undefined : { name: gaps.list },
    count: hitCount(gaps.reason),
    statusDetail: gaps.reason === undefined || hitCount(gaps.reason) !== undefined ? undefined : gaps.reason,
    unmapped: gaps.flags === undefined ? undefined : { flags: gaps.flags },
  });
}

const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['permitted', allowed],
  ['est-allowed', allowed],
  ['monitored', allowed],
  ['denied', blocked],
  ['dropped', dropped],
]);

function directionOf(word: string | undefined): Direction | undefined {
  if (word === 'inbound' || word === 'input') return Direction.Inbound;
  return word === 'outbound' || word === 'output' ? Direction.Outbound : undefined;
}

/** `1 first hit [0x71a87d94, 0x0]`, `144 300-second interval […]`. */
function hitCount(text: string | undefined): number | undefined {
  const match = /^(\d{1,9}) (?:first hit|\d+-second interval)/.exec(text ?? '');
  return longOf(match?.[1]) || undefined;
}
