import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, Status } from '../events/authentication.ts';
import type { Received } from '../received.ts';
import { beginning, phrase } from '../text/phrase.ts';

interface Asked {
  readonly isFailure?: boolean;
  readonly actor: string;
  readonly target?: string | undefined;
  readonly terminal?: string | undefined;
  readonly detail?: string | undefined;
  readonly unmapped?: Readonly<Record<string, string>>;
}

const ran = phrase('{actor} ran command {command*} as {target} from {pwd}');
const ranOld = phrase('{actor} ran command as {target}: {command}');
const failedAuth = phrase('failed auth for {actor}');
const failedCommand = phrase('failed command for {actor}: {command}');
const notPermitted = phrase('command not permitted for {actor}: {command}');

/** OpenBSD's doas: a logon of the target user, by the one who asked. */
export function mapDoas(received: Received): MappedEvent | undefined {
  const { text } = received;
  const done = ran(text) ?? ranOld(text);
  if (done !== undefined) {
    const { actor, target, command } = done;
    return askedEvent(received, 'doas', { actor, target, unmapped: { command } });
  }
  const failed = failedAuth(text);
  if (failed !== undefined) {
    return askedEvent(received, 'doas', { isFailure: true, actor: failed.actor, detail: 'INVALID_CREDENTIALS' });
  }
  const refused = failedCommand(text) ?? notPermitted(text);
  if (refused === undefined) return undefined;
  const { actor, command } = refused;
  return askedEvent(received, 'doas', { isFailure: true, actor, detail: 'Not permitted', unmapped: { command } });
}

const executing =
  /^(\S{1,64}): (Executing command|Error executing command as another user: (?:Not authorized|.{1,64}?)) \[USER=([^\]]{1,64})\] \[TTY=([^\]]{1,64})\] \[CWD=([^\]]{1,1024})\] \[COMMAND=(.{1,4096})\]$/;

/** `alice: Executing command [USER=root] [TTY=unknown] [CWD=/home/alice] [COMMAND=/usr/bin/id]`. */
export function mapPkexec(received: Received): MappedEvent | undefined {
  const [, actor, verb = '', target, terminal, cwd = '', command = ''] = executing.exec(received.text) ?? [];
  if (actor === undefined) return undefined;
  const isSuccess = verb === 'Executing command';
  return askedEvent(received, 'pkexec', {
    isFailure: !isSuccess,
    actor,
    target,
    terminal: terminal === 'unknown' ? undefined : terminal,
    detail: isSuccess ? undefined : verb,
    unmapped: { command, pwd: cwd },
  });
}

const operator =
  /^Operator of (\S{1,128}) (successfully authenticated|FAILED to authenticate) as unix-user:(\S{1,64}) to gain .{0,64}?authorization for action (\S{1,255}) for .{0,512}?(?:\(owned by unix-user:(\S{1,64})\))?$/;

/** polkit: who proved to be whom, for which action. */
export function mapPolkit(received: Received): MappedEvent | undefined {
  const [, session = '', verb, target, action, owner] = operator.exec(beginning(received.text, 2048)) ?? [];
  if (target === undefined) return undefined;
  const isSuccess = verb === 'successfully authenticated';
  return askedEvent(received, 'polkit', {
    isFailure: !isSuccess,
    actor: owner ?? '',
    target,
    detail: isSuccess ? undefined : 'INVALID_CREDENTIALS',
    unmapped: { session, ...(action === undefined ? {} : { action }) },
  });
}

const checked = phrase('password check failed for user ({user*})');

/** unix_chkpwd, which checks passwords for programs that may not read them. */
export function mapUnixChkpwd(received: Received): MappedEvent | undefined {
  const user = checked(received.text)?.user;
  if (user === undefined || user === '') return undefined;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: Status.Failure,
    statusDetail: 'INVALID_CREDENTIALS',
    user: { name: user },
    service: 'unix_chkpwd',
    product: { vendor_name: 'Linux-PAM', name: 'Linux-PAM' },
  });
}

function askedEvent(received: Received, service: string, asked: Asked): MappedEvent {
  const { actor, terminal } = asked;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: asked.isFailure === true ? Status.Failure : Status.Success,
    statusDetail: asked.detail,
    user: { name: asked.target ?? 'unknown' },
    actor: actor === '' ? undefined : { name: actor },
    isRemote: false,
    session: terminal === undefined ? undefined : { terminal },
    service,
    unmapped: asked.unmapped,
  });
}
