import type { MappedEvent } from '@sluice/connector';
import {
  DnsActivityActivityId as Activity,
  RcodeId,
  type DnsActivity,
  type DnsAnswer,
  type DnsQuery,
} from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, ruleOf, type ConnectionFacts, type RuleFacts } from './connection.ts';
import { frameOf, Outcome, type FrameFacts } from './frame.ts';
import { intOf } from './values.ts';
import { allowed, blocked, dropped, isDenied, unsaid, verdictAttributes, type Verdict } from './verdict.ts';

export { Activity as DnsActivityId };

export interface DnsFacts extends FrameFacts, ConnectionFacts {
  readonly activityId: Activity;
  /** The name that was asked for, without the dot at its end. */
  readonly name: string;
  readonly type?: string | undefined;
  readonly dnsClass?: string | undefined;
  readonly queryUid?: string | undefined;
  /** The data of the answers, of the type that was asked for; or each with a type of its own. */
  readonly answers?: readonly (string | DnsAnswer)[] | undefined;
  /** `NXDOMAIN`, `SERVFAIL`, as DNS servers write them. */
  readonly rcode?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly rule?: RuleFacts | undefined;
}

/** What the policies of response policy zones do to an answer, by the words of BIND and of what is built on it. */
export const rewritePolicies: ReadonlyMap<string, Verdict> = new Map([
  ['NXDOMAIN', blocked],
  ['NODATA', blocked],
  ['DROP', dropped],
  ['PASSTHRU', allowed],
]);

/** A DNS Activity event with the profiles host and security_control. */
export function dnsActivity(received: Received, facts: DnsFacts): MappedEvent {
  const verdict = facts.verdict ?? unsaid;
  const rcode = facts.rcode === undefined ? undefined : rcodes.get(facts.rcode.toUpperCase());
  const outcome = isDenied(verdict) ? Outcome.Failure : (facts.outcome ?? outcomeOf(rcode));
  const event: DnsActivity<'host' | 'security_control'> = {
    ...frameOf(received, { ...facts, outcome }),
    class_uid: 4003,
    activity_id: facts.activityId,
    ...verdictAttributes(verdict),
    ...connectionAttributes(facts),
    query: queryOf(facts),
  };
  if (facts.answers !== undefined && facts.answers.length > 0) {
    event.answers = facts.answers.map((answer) => (typeof answer === 'string' ? answerOf(answer, facts.type) : answer));
  }
  if (facts.rcode !== undefined) event.rcode_id = rcode ?? RcodeId.Other;
  if (facts.rcode !== undefined && rcode === undefined) event.rcode = facts.rcode;
  const rule = facts.rule && ruleOf(facts.rule);
  if (rule !== undefined) event.firewall_rule = rule;
  return event;
}

function answerOf(rdata: string, type: string | undefined): DnsAnswer {
  return type === undefined ? { rdata } : { rdata, type };
}

function queryOf({ name, type, dnsClass, queryUid }: DnsFacts): DnsQuery {
  const query: DnsQuery = { hostname: name };
  if (type !== undefined) query.type = type;
  if (dnsClass !== undefined) query.class = dnsClass;
  const uid = intOf(queryUid);
  if (uid !== undefined) query.packet_uid = uid;
  return query;
}

function outcomeOf(rcode: RcodeId | undefined): Outcome | undefined {
  if (rcode === undefined) return undefined;
  return rcode === RcodeId.NoError ? Outcome.Success : Outcome.Failure;
}

const rcodes: ReadonlyMap<string, RcodeId> = new Map([
  ['NOERROR', 0],
  ['FORMERR', 1],
  ['SERVFAIL', 2],
  ['NXDOMAIN', 3],
  ['NOTIMP', 4],
  ['NOTIMPL', 4],
  ['REFUSED', 5],
  ['YXDOMAIN', 6],
  ['YXRRSET', 7],
  ['NXRRSET', 8],
  ['NOTAUTH', 9],
  ['NOTZONE', 10],
  ['BADVERS', 16],
]);

/** A name without the dot that ends it; the root keeps it. */
export function withoutDot(name: string): string {
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
}
