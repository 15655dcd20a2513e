import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, Status, type UserFacts } from '../events/authentication.ts';
import type { Received } from '../received.ts';

const commandMarker = ' ; COMMAND=';
const userMarker = ' ; USER=';

/**
 * A command asked of sudo: a logon of the target user, by the one who asked. Refusals say why. Other texts of sudo
 * (warnings about hosts, continued commands) are not mapped.
 */
export function mapSudo(received: Received): MappedEvent | undefined {
  const { text } = received;
  const colon = text.indexOf(' : ');
  // The user's folder stands before, and a stranger may have named it: the command is what follows the target's name.
  const commandAt = text.indexOf(commandMarker, text.indexOf(userMarker, colon));
  if (colon === -1 || commandAt === -1) return undefined;
  const actor = text.slice(0, colon).trim();
  const command = text.slice(commandAt + commandMarker.length);
  const { reason, fields } = readFields(text.slice(colon + 3, commandAt));
  if (actor === '' || fields.size === 0) return undefined;
  const terminal = fields.get('TTY');
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: reason === undefined ? Status.Success : Status.Failure,
    statusDetail: reason,
    user: targetOf(fields.get('USER') ?? actor),
    actor: { name: actor },
    isRemote: false,
    session: terminal === undefined || terminal === 'unknown' ? undefined : { terminal },
    service: 'sudo',
    product: { vendor_name: 'Sudo Project', name: 'sudo' },
    unmapped: { command, ...otherFields(fields) },
  });
}

/** `root`, or `#1001` where the id has no name. */
function targetOf(text: string): UserFacts {
  return /^#\d{1,10}$/.test(text) ? { uid: text.slice(1) } : { name: text };
}

interface SudoFields {
  /** What stands before the fields where sudo refused. */
  readonly reason: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

/** `3 incorrect password attempts ; TTY=pts/0 ; PWD=/home/bob ; USER=root`. */
function readFields(text: string): SudoFields {
  const fields = new Map<string, string>();
  const reasons: string[] = [];
  for (const part of text.split(' ; ')) {
    const name = fieldName(part);
    if (name !== undefined) fields.set(name, part.slice(name.length + 1));
    else if (fields.size === 0) reasons.push(part.trim());
  }
  return { reason: reasons.length === 0 ? undefined : reasons.join(' ; '), fields };
}

const knownFields: readonly string[] = ['HOST', 'TTY', 'CHROOT', 'PWD', 'USER', 'GROUP', 'TSID', 'EXIT', 'ENV'];

function fieldName(part: string): string | undefined {
  return knownFields.find((name) => part.startsWith(name) && part.charAt(name.length) === '=');
}

/** Fields without an attribute, by their names in lower case. */
function otherFields(fields: ReadonlyMap<string, string>): Record<string, string> {
  const others: Record<string, string> = {};
  for (const [name, value] of fields) {
    if (name !== 'USER' && name !== 'TTY') others[name.toLowerCase()] = value;
  }
  return others;
}
