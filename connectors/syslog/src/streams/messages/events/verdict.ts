import { ActionId, DispositionId } from '@sluice/ocsf/1.3.0';
import { beginning } from '../text/phrase.ts';

/** What a control did to what it saw: allowed or denied, and in which way. */
export interface Verdict {
  readonly actionId: ActionId;
  readonly dispositionId: DispositionId;
  /** The device's own word, where OCSF has none for it. */
  readonly word?: string | undefined;
}

export const allowed: Verdict = { actionId: ActionId.Allowed, dispositionId: DispositionId.Allowed };
export const blocked: Verdict = { actionId: ActionId.Denied, dispositionId: DispositionId.Blocked };
export const dropped: Verdict = { actionId: ActionId.Denied, dispositionId: DispositionId.Dropped };
const reset: Verdict = { actionId: ActionId.Denied, dispositionId: DispositionId.Reset };
export const rejected: Verdict = { actionId: ActionId.Denied, dispositionId: DispositionId.Rejected };
const quarantined: Verdict = { actionId: ActionId.Denied, dispositionId: DispositionId.Quarantined };
const deleted: Verdict = { actionId: ActionId.Denied, dispositionId: DispositionId.Deleted };
/** Seen and let through: the control only tells. */
export const detected: Verdict = { actionId: ActionId.Allowed, dispositionId: DispositionId.Detected };
const alerted: Verdict = { actionId: ActionId.Allowed, dispositionId: DispositionId.Alert };
const logged: Verdict = { actionId: ActionId.Allowed, dispositionId: DispositionId.Logged };
export const unsaid: Verdict = { actionId: ActionId.Unknown, dispositionId: DispositionId.Unknown };

const words: ReadonlyMap<string, Verdict> = new Map([
  ...wordsFor(
    allowed,
    'allow allowed override accept accepted permit permitted pass passed passthrough pass_session bypass',
  ),
  ...wordsFor(allowed, 'est-allowed continue exempt granted success notblocked'),
  ...wordsFor(allowed, 'wildcard-allow trust trusted fastpath forward forwarded passive'),
  ...wordsFor(blocked, 'deny denied block blocked blocking block-url block-ip block-continue blocked-continue'),
  ...wordsFor(blocked, 'block-override override-lockout prevent prevented terminate terminated blocked-notify'),
  ...wordsFor(blocked, 'block_session stop stopped ban banned blacklist client_block host_block'),
  ...wordsFor(dropped, 'drop dropped drop-packet drop_session drop-all-packets sinkhole random-drop discard discarded'),
  ...wordsFor(dropped, 'syncookie-sent drop-icmp clear_session'),
  ...wordsFor(reset, 'reset reset-client reset-server reset-both reset_client reset_server rst'),
  ...wordsFor(rejected, 'reject rejected refuse refused'),
  ...wordsFor(quarantined, 'quarantine quarantined quarantined-file isolate isolated'),
  ...wordsFor(deleted, 'delete deleted clean cleaned removed'),
  ...wordsFor(alerted, 'alert alerted'),
  ...wordsFor(detected, 'detect detected detectonly monitor monitored monitor-only analytics'),
  ...wordsFor(logged, 'log logged log-only'),
  ...wordsFor(unsaid, 'none noaction no-action'),
]);

function wordsFor(verdict: Verdict, all: string): readonly (readonly [string, Verdict])[] {
  return all.split(' ').map((word) => [word, verdict] as const);
}

/**
 * The verdict that a device's word for its action means: the whole text, or else its first word where nothing in the
 * text takes it back; `Alert_Deny` tells and denies. A word that is not known is kept as Other, and is neither allowed nor
 * denied.
 */
export function verdictOf(text: string | undefined): Verdict {
  if (text === undefined || text === '') return unsaid;
  // Imperva's words begin with REQ_.
  const lower = text.trim().toLowerCase().replace(/^req_/, '');
  const known = words.get(lower);
  if (known !== undefined) return known;
  if (lower === 'not blocked' || lower === 'not-blocked') return detected;
  // What Deep Security would have done, were it not there to detect only.
  if (lower.startsWith('ids:')) return detected;
  const isTakenBack = /\b(?:fail|failed|failure|not|no|unable|error|would|could|cannot|exception)\b/.test(lower);
  const verdict = isTakenBack ? undefined : verdictOfWords(beginning(lower, 256).match(/[a-z]+/g) ?? []);
  return verdict ?? { actionId: ActionId.Other, dispositionId: DispositionId.Other, word: text };
}

/** That of the first word, or the denial behind it; none where the two contradict each other. */
function verdictOfWords([word = '', ...others]: readonly string[]): Verdict | undefined {
  const first = words.get(word);
  if (first === undefined || isDenied(first)) return first;
  const denial = others.map((other) => words.get(other)).find((other) => other !== undefined && isDenied(other));
  if (denial === undefined) return first;
  return first === alerted || first === detected || first === logged ? denial : undefined;
}

export function isDenied({ actionId }: Verdict): boolean {
  return actionId === ActionId.Denied;
}

/** `action_id` and `disposition_id` of the profile security_control. */
export interface VerdictAttributes {
  action_id: ActionId;
  action?: string;
  disposition_id?: DispositionId;
  disposition?: string;
}

export function verdictAttributes({ actionId, dispositionId, word }: Verdict): VerdictAttributes {
  if (actionId === ActionId.Unknown) return { action_id: actionId };
  if (word === undefined) return { action_id: actionId, disposition_id: dispositionId };
  return { action_id: actionId, action: word, disposition_id: dispositionId, disposition: word };
}
