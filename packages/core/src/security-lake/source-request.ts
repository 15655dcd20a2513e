import { randomBytes } from 'node:crypto';
import { SluiceError } from '../errors.ts';
import { checkSourceName } from '../lake/names.ts';
import { eventClassOf } from './event-classes.ts';

/** A custom source that shall exist. */
export interface SourceRequest {
  readonly name: string;
  readonly region: string;
  readonly version?: string;
  /** OCSF classes of its rows. Those that AWS has no name for are left out of the registration. */
  readonly classUids: readonly number[];
  /** Account, or AWS service, that will write. Not the ARN of a role. */
  readonly principal: string;
  /** What the writer has to say when it assumes the role. Default: generated, and read back from an existing source. */
  readonly externalId?: string;
  /**
   * Role of the Glue crawler, or what makes one: asked only when the source has to be created, and an existing source
   * may then have any.
   */
  readonly crawlerRoleArn: string | (() => Promise<string>);
}

const rules = {
  version: [/^[A-Za-z0-9\-._]{1,32}$/, '1 to 32 letters, digits, ".", "_" or "-"'],
  principal: [
    /^([0-9]{12}|[a-z0-9.-]{1,200}\.(amazonaws|amazon)\.com)$/,
    'an account of twelve digits or a service principal, and not the ARN of a role',
  ],
  externalId: [/^[\w+=,.@:/-]{2,1224}$/, '2 to 1224 letters, digits or characters of _+=,.@:/-'],
  crawlerRoleArn: [/^arn:aws[a-zA-Z-]{0,20}:iam::\d{12}:role\/[\w+=,.@\-/]{1,576}$/, 'the ARN of an IAM role'],
} as const;

/** Throws unless Security Lake can take the request. */
export function checkSourceRequest(request: SourceRequest): void {
  checkSourceName(request.name);
  for (const [member, [pattern, expected]] of Object.entries(rules)) {
    const value = request[member as keyof typeof rules];
    if (typeof value !== 'string' || pattern.test(value)) continue;
    throw new SluiceError(
      'source_invalid',
      `Custom source "${request.name}": ${member} "${value.slice(0, 100)}" has to be ${expected}.`,
    );
  }
}

/** AWS's names of the classes, sorted, each once. */
export function eventClassesOf({ classUids }: Pick<SourceRequest, 'classUids'>): readonly string[] {
  return [...new Set(classUids.flatMap((uid) => eventClassOf(uid) ?? []))].toSorted();
}

/** An external id that nobody has: 128 random bits. */
export function newExternalId(random: (size: number) => Buffer = randomBytes): string {
  return `sluice-${random(16).toString('hex')}`;
}
