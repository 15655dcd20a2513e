import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../events/authentication.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { ftpActivity, FtpActivityId } from '../events/ftp-activity.ts';
import { Activity, networkActivity } from '../events/network-activity.ts';
import { nobodyNamed } from '../events/user.ts';
import { scanBsdTimestamp } from '../message/timestamp.ts';
import type { Received } from '../received.ts';
import { mapInetd } from './inetd.ts';

/** What a server of FTP tells of one client. */
interface Step {
  readonly kind: 'open' | 'close' | 'refuse' | 'logon' | 'failure' | 'logoff' | 'put' | 'get';
  readonly user?: string | undefined;
  readonly host?: string | undefined;
  readonly hostname?: string | undefined;
  readonly path?: string | undefined;
  readonly detail?: string | undefined;
  /** The time that the text itself states. */
  readonly at?: string | undefined;
}

/** ftpd of BSD, netkit and Washington University. */
export function mapFtpd(received: Received): MappedEvent | undefined {
  return stepEvent(received, readFtpd(received.text.trim()));
}

export function mapVsftpd(received: Received): MappedEvent | undefined {
  return stepEvent(received, readVsftpd(received.text));
}

export function mapProftpd(received: Received): MappedEvent | undefined {
  // It asks the TCP wrappers itself.
  return stepEvent(received, readProftpd(received.text.trim())) ?? mapInetd(received);
}

export function mapPureFtpd(received: Received): MappedEvent | undefined {
  return stepEvent(received, readPureFtpd(received.text));
}

function stepEvent(received: Received, step: Step | undefined): MappedEvent | undefined {
  if (step === undefined) return undefined;
  switch (step.kind) {
    case 'open':
    case 'close':
    case 'refuse':
      return connectionEvent(received, step);
    case 'put':
    case 'get':
      return transferEvent(received, step);
    case 'logon':
    case 'failure':
    case 'logoff':
      return logonEvent(received, step);
  }
}

function sourceOf({ host, hostname }: Step): EndpointFacts {
  return { host, hostname: hostname === '' || hostname === host ? undefined : hostname };
}

const activities = { open: Activity.Open, close: Activity.Close, refuse: Activity.Refuse } as const;

function connectionEvent(received: Received, step: Step): MappedEvent | undefined {
  if (step.kind !== 'open' && step.kind !== 'close' && step.kind !== 'refuse') return undefined;
  const time = step.at === undefined ? undefined : scanBsdTimestamp(step.at, 0, received.clock)?.time;
  return networkActivity(received, {
    activityId: activities[step.kind],
    outcome: step.kind === 'refuse' ? Outcome.Failure : Outcome.Success,
    time,
    originalTime: time === undefined ? undefined : step.at,
    statusDetail: step.detail,
    source: sourceOf(step),
    application: 'ftp',
    actor: { name: step.user },
    process: writerOf(received),
  });
}

function transferEvent(received: Received, step: Step): MappedEvent | undefined {
  return ftpActivity(received, {
    activityId: step.kind === 'put' ? FtpActivityId.Put : FtpActivityId.Get,
    outcome: Outcome.Success,
    source: sourceOf(step),
    path: step.path ?? '',
    actor: { name: step.user },
    process: writerOf(received),
  });
}

function logonEvent(received: Received, step: Step): MappedEvent {
  return authenticationEvent(received, {
    activityId: step.kind === 'logoff' ? Logon.Logoff : Logon.Logon,
    statusId: step.kind === 'failure' ? Status.Failure : Status.Success,
    statusDetail: step.detail,
    user: step.user === undefined || step.user === '' ? nobodyNamed : { name: step.user },
    source: step.host === undefined ? undefined : { host: step.host },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: 'ftp',
  });
}

/** `connection from 192.0.2.7 (host) at Fri Jun 17 07:07:00 2005`, `FTP LOGIN FROM host [192.0.2.7], alice`… */
function readFtpd(text: string): Step | undefined {
  const [, host, hostname, at] =
    /^connection from (\S{1,255})(?: \(([^()]{0,255})\))?(?: at (.{10,32}))?$/.exec(text) ?? [];
  if (host !== undefined) return { kind: 'open', host, hostname, at };
  const [, word = '', place = '', user] =
    /^(ANONYMOUS FTP LOGIN|FTP LOGIN(?: REFUSED \([^()]{0,64}\)| FAILED)?) FROM (.{1,300}?), {1,2}(.{1,128})$/.exec(
      text,
    ) ?? [];
  if (user !== undefined) {
    const [name, address] = [/^[^ []{1,255}/.exec(place)?.[0], /\[([0-9A-Fa-f.:]{2,45})\]/.exec(place)?.[1]];
    const isAnonymous = word.startsWith('ANONYMOUS');
    const isFailure = /REFUSED|FAILED/.test(word);
    return {
      kind: isFailure ? 'failure' : 'logon',
      user: isAnonymous ? 'anonymous' : user,
      host: address ?? name,
      detail: isFailure ? word : undefined,
    };
  }
  const [, late] = /^User (\S{1,128}) timed out after \d{1,9} seconds/.exec(text) ?? [];
  return late === undefined
    ? undefined
    : { kind: 'close', detail: 'Timeout', user: late === 'unknown' ? undefined : late };
}

/** `[pid 2] [alice] OK LOGIN: Client "192.0.2.7"`, `CONNECT: Client "…"`, `OK UPLOAD: Client "…", "/path", 812 bytes, …`. */
function readVsftpd(text: string): Step | undefined {
  const [, user, word = '', host, path] =
    /^(?:\[pid \d{1,9}\] )?(?:\[([^\]]{1,128})\] )?(CONNECT|OK LOGIN|FAIL LOGIN|OK UPLOAD|OK DOWNLOAD): Client "([^"]{1,64})"(?:, "([^"]{1,1024})")?/.exec(
      text,
    ) ?? [];
  const kind = vsftpdKinds.get(word);
  if (kind === undefined) return undefined;
  const detail = kind === 'failure' ? (path ?? 'INVALID_CREDENTIALS') : undefined;
  return { kind, user, host, path, detail };
}

const vsftpdKinds: ReadonlyMap<string, Step['kind']> = new Map([
  ['CONNECT', 'open'],
  ['OK LOGIN', 'logon'],
  ['FAIL LOGIN', 'failure'],
  ['OK UPLOAD', 'put'],
  ['OK DOWNLOAD', 'get'],
]);

/** `ftp.example.com (client[192.0.2.7]) - USER alice: Login successful.`, with a colon for the dash in old releases. */
function readProftpd(text: string): Step | undefined {
  const [head, hostname, host] = /^\S{1,255} \(([^()[\]]{1,255})\[([0-9A-Fa-f.:]{2,45})\]\)(?: -|:) /.exec(text) ?? [];
  if (head === undefined) return undefined;
  const said = text.slice(head.length);
  if (said.startsWith('FTP session opened')) return { kind: 'open', host, hostname };
  if (said.startsWith('FTP session closed')) return { kind: 'close', host, hostname };
  const [, failed, reason] = /^USER (.{0,128}?) \(Login failed\): (.{1,128}?)\.?$/.exec(said) ?? [];
  if (reason !== undefined)
    return { kind: 'failure', user: failed, host, detail: proftpdReasons.get(reason) ?? reason };
  const nobody = said.lastIndexOf(': no such user found');
  if (said.startsWith('USER ') && nobody > 5)
    return { kind: 'failure', user: said.slice(5, nobody), host, detail: 'USER_DOES_NOT_EXIST' };
  const [, user] = /^(?:USER|ANON) (.{1,128}): Login successful/.exec(said) ?? [];
  if (user !== undefined) return { kind: 'logon', user, host };
  if (/^Connection from .{1,300} denied\.?$/.test(said)) return { kind: 'refuse', host, hostname };
  if (said.startsWith('SECURITY VIOLATION: root login')) return { kind: 'failure', user: 'root', host, detail: said };
  return said.startsWith('Maximum login attempts') ? { kind: 'failure', host, detail: said } : undefined;
}

const proftpdReasons: ReadonlyMap<string, string> = new Map([['Incorrect password', 'INVALID_CREDENTIALS']]);

/** `(alice@192.0.2.7) [INFO] alice is now logged in`, `(?@192.0.2.7) [WARNING] Authentication failed for user [alice]`. */
function readPureFtpd(text: string): Step | undefined {
  const [head, name, host] = /^\(([^@()]{1,128})@([^()]{1,255})\) \[[A-Z]{3,8}\] /.exec(text) ?? [];
  if (head === undefined) return undefined;
  const said = text.slice(head.length);
  const user = name === '?' ? undefined : name;
  if (said.startsWith('New connection from ')) return { kind: 'open', host };
  if (said.startsWith('Logout')) return { kind: user === undefined ? 'close' : 'logoff', user, host };
  const [, logged] = /^(.{1,128}) is now logged in/.exec(said) ?? [];
  if (logged !== undefined) return { kind: 'logon', user: logged, host };
  const [, failed] = /^Authentication failed for user \[([^\]]{1,128})\]/.exec(said) ?? [];
  if (failed !== undefined) return { kind: 'failure', user: failed, host, detail: 'INVALID_CREDENTIALS' };
  const [, path, way] = /^(.{1,1024}) (uploaded|downloaded) {1,2}\(/.exec(said) ?? [];
  return path === undefined ? undefined : { kind: way === 'uploaded' ? 'put' : 'get', user, host, path };
}
