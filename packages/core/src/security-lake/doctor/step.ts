import type { SluiceError } from '../../errors.ts';
import { awsError, isAboutCredentials, type Asked } from '../aws-error.ts';

/** One link of the chain that the doctor looked at. */
export interface DoctorStep {
  /** Stable: `credentials`, `lake`, `source`, `assume-role`, `external-id`, `put`, `outside`, `crawler`, … */
  readonly check: string;
  /** What it is about: a region, a source, a role. */
  readonly subject: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What was seen, or why it failed. */
  readonly detail: string;
  /** Who lacks which action on what, where that is the reason. */
  readonly missing?: MissingPermission;
  /** What mends it: a command, or a change of a policy. */
  readonly remedy?: string;
}

export interface MissingPermission {
  /** `the caller`, or the ARN of a role. */
  readonly who: string;
  readonly action: string;
  readonly resource: string;
}

export interface Looking<Seen> {
  readonly check: string;
  readonly subject: string;
  /** The action that looking needs first, and on what. */
  readonly asked: Asked;
  /** Who looks. Default: the caller. */
  readonly who?: string;
  /** Says with `next` when it goes on to ask for something else. */
  look(next: (asked: Asked) => void): Promise<Seen>;
  /** Says what was seen; a string stands for ok. */
  judge(seen: Seen): string | Verdict;
}

export type Verdict = Pick<DoctorStep, 'status' | 'detail' | 'remedy' | 'missing'>;

export interface Looked<Seen> {
  readonly step: DoctorStep;
  readonly seen?: Seen;
}

/** Looks at one link. What goes wrong becomes a failed step that names the missing permission. */
export async function lookAt<Seen>(looking: Looking<Seen>): Promise<Looked<Seen>> {
  const { check, subject, who = 'the caller' } = looking;
  let { asked } = looking;
  try {
    const seen = await looking.look((next) => (asked = next));
    const verdict = looking.judge(seen);
    const judged: Verdict = typeof verdict === 'string' ? { status: 'ok', detail: verdict } : verdict;
    return { step: { check, subject, ...judged }, seen };
  } catch (error) {
    return { step: { check, subject, ...troubleOf(awsError(error, asked), asked, who) } };
  }
}

/** `Allow … on …`, for a person who can change policies. */
export function allow({ who, action, resource }: MissingPermission): string {
  return `Allow ${who}: ${JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource })}`;
}

/** The action that AWS itself says is missing: it may be another than the one that was called. */
export function actionRefused(error: unknown): { readonly action: string; readonly resource?: string } | undefined {
  const message = error instanceof Error ? error.message.slice(0, 2000) : '';
  const [, action, resource] =
    /not authorized to perform: ([a-z0-9-]+:\w+)(?: on resource: (\S+))?/.exec(message) ?? [];
  if (action === undefined) return undefined;
  return { action, ...(resource === undefined ? {} : { resource: resource.replace(/^"|"$/g, '') }) };
}

function troubleOf(error: SluiceError, asked: Asked, who: string): Verdict {
  const detail = error.message;
  if (error.code !== 'aws_denied') return { status: 'failed', detail };
  if (isAboutCredentials(error.cause))
    return {
      status: 'failed',
      detail,
      remedy: 'Get valid credentials: aws sso login, or AWS_ACCESS_KEY_ID and its secret.',
    };
  const refused = actionRefused(error.cause);
  const missing = { who, action: refused?.action ?? asked.action, resource: refused?.resource ?? asked.on };
  return { status: 'failed', detail, missing, remedy: allow(missing) };
}

export function skipped(check: string, subject: string, detail: string): DoctorStep {
  return { check, subject, status: 'skipped', detail };
}
