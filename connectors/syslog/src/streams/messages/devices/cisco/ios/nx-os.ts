import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, Status } from '../../../events/authentication.ts';
import { EntityActivityId, entityManagement } from '../../../events/entity-management.ts';
import { Outcome } from '../../../events/frame.ts';
import { before, phrase } from '../../../text/phrase.ts';
import { mapByProgram } from '../../../programs/table.ts';
import { looking } from '../looking.ts';
import { nxOs, type IosMessage, type IosReaders } from './ios-message.ts';

const failed = phrase('pam_aaa:Authentication failed for user {user*} from {source}');
const failedAlone = phrase('Login failed for user {user}');
const accounted = phrase('{kind}:{place}:{user}:{command}');

/** What Cisco's data centre switches say: mostly in the words of the programs of the system below. */
export const nexus: IosReaders = [
  ['AUTHPRIV SYSTEM_MSG', readSystemMessage],
  ['DAEMON SYSTEM_MSG', readSystemMessage],
  ['AUTH SYSTEM_MSG', readSystemMessage],
  ['AAA AAA_ACCOUNTING_MESSAGE', readAccounting],
];

/** `error: PAM: Authentication failure for eve from 203.0.113.9 - sshd[4711]`: the program stands behind its words. */
function readSystemMessage(message: IosMessage): MappedEvent | undefined {
  const [repeated = '', times] = / \(message repeated (\d{1,6}) times?\)\s*$/.exec(message.text) ?? [];
  const counted = times === undefined || times === '0' ? {} : { count: Number(times) };
  const said = message.text.slice(0, message.text.length - repeated.length).trimEnd();
  const received = { ...message.received, ...counted };
  const [whole = '', appName, procId] = / - (?:dcos_)?([a-z_-]{1,32})(?:\[(\d{1,10})\])?$/.exec(said) ?? [];
  const text = said.slice(0, said.length - whole.length);
  const logon = readLogon({ ...message, received }, text, appName);
  if (logon !== undefined || appName === undefined) return logon;
  return mapByProgram({ ...received, text, message: { ...received.message, appName, procId } });
}

function readLogon({ received, head }: IosMessage, text: string, program = 'aaa'): MappedEvent | undefined {
  const placed = failed(text);
  const found = placed ?? failedAlone(text);
  if (found === undefined) return undefined;
  const source = placed && before(placed.source, ' ');
  return authenticationEvent(received, {
    ...head,
    product: nxOs,
    activityId: Logon.Logon,
    statusId: Status.Failure,
    user: { name: found.user },
    source: source === undefined || source === 'console' ? undefined : { host: source },
    service: program,
  });
}

/** `update:192.0.2.7@pts/0:alice:configure terminal ; interface Ethernet1/1 (SUCCESS)`. */
function readAccounting({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = accounted(text);
  if (found?.kind !== 'update') return undefined;
  const [, command = found.command, result] =
    /^(.{1,2048}) \((SUCCESS|FAILURE|REDIRECT)\)\s*$/.exec(found.command) ?? [];
  const source = /^([0-9A-Fa-f.]{2,45})@/.exec(found.place)?.[1];
  return entityManagement(received, {
    ...head,
    product: nxOs,
    activityId: looking.has(before(command, ' ')) ? EntityActivityId.Read : EntityActivityId.Update,
    outcome: result === 'SUCCESS' ? Outcome.Success : result === 'FAILURE' ? Outcome.Failure : Outcome.Unknown,
    entity: command,
    entityType: 'Command',
    actor: { name: found.user },
    source: { host: source },
    comment: text,
  });
}
