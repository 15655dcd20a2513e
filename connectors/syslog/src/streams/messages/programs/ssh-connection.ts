import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId } from '../events/application-lifecycle.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity } from '../events/network-activity.ts';
import { processActivity, ProcessActivityId } from '../events/process-activity.ts';
import { sshActivity } from '../events/ssh-activity.ts';
import type { Received } from '../received.ts';
import { beginning, before } from '../text/phrase.ts';

interface Connection {
  readonly activityId: Activity;
  /** In words, where it is Other. */
  readonly activityName?: string;
  readonly source?: EndpointFacts | undefined;
  readonly destination?: EndpointFacts | undefined;
  readonly detail?: string | undefined;
  readonly user?: string | undefined;
  readonly isFailure?: boolean;
}

interface Pattern {
  readonly start: string;
  readonly read: (rest: string) => Connection | undefined;
}

const product = { vendor_name: 'OpenBSD', name: 'OpenSSH' };

/** What sshd says of connections that no user is known for, and of itself. */
export function mapSshConnection(received: Received, text: string): MappedEvent | undefined {
  const found = readConnection(text);
  if (found === undefined) return mapServer(received, text);
  return sshActivity(received, {
    product,
    activityId: found.activityId,
    activityName: found.activityName,
    outcome: found.isFailure === true ? Outcome.Failure : Outcome.Success,
    statusDetail: found.detail,
    source: found.source,
    destination: found.destination,
    actor: found.user === undefined ? undefined : { name: found.user },
    process: writerOf(received),
  });
}

const patterns: readonly Pattern[] = [
  { start: 'Connection closed by ', read: (rest) => ended(rest, Activity.Close) },
  { start: 'Connection reset by ', read: (rest) => ended(rest, Activity.Reset) },
  { start: 'Closing connection to ', read: (rest) => ended(rest, Activity.Close) },
  { start: 'Connection from ', read: readOpened },
  { start: 'Received disconnect from ', read: readDisconnect },
  { start: 'Disconnected from ', read: (rest) => ended(rest, Activity.Close) },
  { start: 'Disconnecting: ', read: (detail) => ({ activityId: Activity.Close, detail }) },
  { start: 'Disconnecting ', read: (rest) => ended(rest, Activity.Close) },
  { start: 'Did not receive identification string from ', read: (rest) => failed(rest, 'No identification string') },
  { start: 'Bad protocol version identification ', read: readBadVersion },
  { start: 'banner exchange: Connection from ', read: (rest) => failed(rest) },
  { start: 'ssh_dispatch_run_fatal: Connection from ', read: readBroken },
  { start: 'Unable to negotiate with ', read: (rest) => failed(rest) },
  { start: 'Protocol major versions differ for ', read: (rest) => failed(rest) },
  {
    start: 'Timeout before authentication for connection from ',
    read: (rest) => failed(rest, 'Timeout before authentication'),
  },
  { start: 'Timeout before authentication for ', read: (rest) => failed(rest, 'Timeout before authentication') },
  {
    start: 'kex_exchange_identification: ',
    read: (detail) => ({ activityId: Activity.Fail, detail, isFailure: true }),
  },
  { start: 'Read from socket failed: ', read: (detail) => ({ activityId: Activity.Reset, detail }) },
  { start: 'Write failed: ', read: (detail) => ({ activityId: brokenBy(detail), detail, isFailure: true }) },
  { start: 'Read error from remote host ', read: (rest) => ({ ...failed(rest), activityId: brokenBy(rest) }) },
  { start: 'packet_write_wait: Connection from ', read: readBroken },
  { start: 'packet_write_poll: Connection from ', read: readBroken },
  ...['Corrupted MAC on input', 'Bad packet length ', 'Unable to negotiate a key exchange method'].map(garbled),
  ...['no matching mac found', 'no matching cipher found', 'no hostkey alg', 'Bad remote protocol version '].map(
    garbled,
  ),
  {
    start: 'reverse mapping checking getaddrinfo for ',
    read: (rest) => unmatched(/ \[([^\]]{2,45})\]/.exec(rest)?.[1]),
  },
  { start: 'Address ', read: (rest) => (rest.includes(' map') ? unmatched(before(rest, ' ')) : undefined) },
  {
    start: 'beginning MaxStartups throttling',
    read: () => ({ ...throttled, detail: 'beginning MaxStartups throttling' }),
  },
  {
    start: 'exited MaxStartups throttling',
    read: (rest) => ({ ...throttled, detail: `exited MaxStartups throttling${rest}` }),
  },
  { start: 'srclimit_penalise: ipv', read: readPenalty },
  { start: 'Nasty PTR record ', read: (rest) => unmatched(/for ([^, ]{2,45})/.exec(rest)?.[1]) },
  { start: 'SSH: Server;Ltype: ', read: readPatched },
  { start: 'Bind to port ', read: readBind },
  { start: 'refused connect from ', read: (rest) => ({ ...failed(wrappedAt(rest)), activityId: Activity.Refuse }) },
  { start: 'drop connection #', read: readDropped },
  { start: 'Server listening on ', read: (rest) => ({ activityId: Activity.Listen, destination: addressAt(rest) }) },
  { start: 'Starting session: ', read: (rest) => readSession(rest, Activity.Open) },
  { start: 'Close session: user ', read: (rest) => readSession(rest, Activity.Close) },
  { start: 'subsystem request for ', read: readSubsystem },
  { start: 'session opened for local user ', read: (rest) => readTransfer(rest, Activity.Open) },
  { start: 'session closed for local user ', read: (rest) => readTransfer(rest, Activity.Close) },
];

function readConnection(text: string): Connection | undefined {
  for (const { start, read } of patterns) {
    if (text.startsWith(start)) return read(text.slice(start.length));
  }
  return undefined;
}

/** `bob@host.example.com (192.0.2.7)`: what the client and its name server say, and then the address. */
function wrappedAt(text: string): string {
  return /^[^ ]{1,300} \((?:::ffff:)?([0-9A-Fa-f.:]{2,45})\)$/.exec(text)?.[1] ?? text;
}

/** `192.0.2.7 port 4711`, `192.0.2.7` or `[192.0.2.7]:4711` at the beginning; what stands behind a colon tells why. */
function addressAt(text: string): EndpointFacts {
  const head = beginning(text, 300);
  const [, host, port] = bracketed.exec(head) ?? spelt.exec(head) ?? [];
  // sshd writes UNKNOWN where the connection was gone before it could ask for the address.
  if (host !== undefined) return host === 'UNKNOWN' ? {} : { host, port };
  return { host: /^[^ ,;]{1,255}/.exec(text)?.[0].replace(/:$/, '') };
}

const bracketed = /^\[([0-9A-Za-z.:_%-]{1,255})\]:(\d{1,5})/;
const spelt = /^([0-9A-Za-z.:_%-]{1,255}) port (\d{1,5})/;

function reasonIn(text: string): string | undefined {
  const at = text.indexOf(': ');
  return at === -1 ? undefined : text.slice(at + 2);
}

function ended(rest: string, activityId: Activity): Connection {
  return { activityId, source: addressAt(rest), detail: reasonIn(rest) };
}

function failed(rest: string, detail?: string): Connection {
  return { activityId: Activity.Fail, source: addressAt(rest), detail: detail ?? reasonIn(rest), isFailure: true };
}

/** What came over the connection was no SSH, or none that both sides speak: the text is the reason. */
function garbled(start: string): Pattern {
  return { start, read: (rest) => ({ activityId: Activity.Fail, detail: `${start}${rest}`.trim(), isFailure: true }) };
}

const throttled = { activityId: Activity.Other, activityName: 'Throttling' };

/** `srclimit_penalise: ipv4: new 192.0.2.7/32 deferred penalty of 5 seconds for penalty: failed authentication`. */
function readPenalty(rest: string): Connection | undefined {
  const [, host, detail] = /^\d: [a-z]{1,16} ([0-9A-Fa-f.:]{2,45})\/\d{1,3} (.{1,255})$/.exec(rest) ?? [];
  return host === undefined
    ? undefined
    : { activityId: Activity.Other, activityName: 'Penalty', source: { host }, detail };
}

/** The name of the client's address leads to another one. */
function unmatched(host: string | undefined): Connection {
  return { activityId: Activity.Other, activityName: 'Reverse mapping', source: { host }, isFailure: true };
}

/** `user alice 192.0.2.7 port 4711: Broken pipe`, in older releases without the user. */
function readBroken(rest: string): Connection {
  const [, user, place = rest] =
    /^(?:(?:authenticating |invalid )?user (.{1,128}) )?(\S{2,64} port \d.*)$/.exec(rest) ?? [];
  return { ...failed(place), activityId: brokenBy(rest), user };
}

/** A connection that the other side reset, or that broke of itself. */
function brokenBy(reason: string): Activity {
  return /reset/i.test(reason) ? Activity.Reset : Activity.Fail;
}

/** `Kex;Remote: 192.0.2.7-4711;Enc: …`, of the patches that FreeBSD and others put in. */
function readPatched(rest: string): Connection | undefined {
  const [, step, host, port] = /^([A-Za-z]{2,16});Remote: ([0-9A-Fa-f.:]{2,45})-(\d{1,5});/.exec(rest) ?? [];
  return step === undefined ? undefined : { activityId: Activity.Traffic, source: { host, port }, detail: step };
}

/** `22 on 0.0.0.0 failed: Address already in use.` */
function readBind(rest: string): Connection | undefined {
  const [, port, host, detail] = /^(\d{1,5}) on ([0-9A-Fa-f.:]{2,45}) failed: (.{1,128}?)\.?$/.exec(rest) ?? [];
  return port === undefined
    ? undefined
    : { activityId: Activity.Listen, destination: { host, port }, detail, isFailure: true };
}

/** `192.0.2.7 port 4711 on 198.51.100.1 port 22`. */
function readOpened(rest: string): Connection {
  const on = rest.indexOf(' on ');
  return {
    activityId: Activity.Open,
    source: addressAt(rest),
    destination: on === -1 ? undefined : addressAt(rest.slice(on + 4)),
  };
}

/** `192.0.2.7 port 4711:11: disconnected by user`, in old releases `192.0.2.7: 11: …`. */
function readDisconnect(rest: string): Connection {
  const detail = /: ?\d{1,3}:(?: (.*))?$/.exec(rest)?.[1];
  return { activityId: Activity.Close, source: addressAt(rest), detail: detail === '' ? undefined : detail };
}

/** `'GET / HTTP/1.1' from 192.0.2.7 port 4711`: a stranger wrote what stands in the quotes. */
function readBadVersion(rest: string): Connection | undefined {
  const at = rest.lastIndexOf(' from ');
  return at === -1 ? undefined : failed(rest.slice(at + 6), `Bad protocol version ${rest.slice(0, at)}`);
}

/** `5 from [192.0.2.7]:4711 on [198.51.100.1]:22 past MaxStartups`. */
function readDropped(rest: string): Connection | undefined {
  const [, from, on = '', detail] = /^\d{1,9} from ([^ ]{2,300}) on ([^ ]{2,300})(?: (.+))?$/s.exec(rest) ?? [];
  if (from === undefined) return undefined;
  const [source, destination] = [addressAt(from), addressAt(on)];
  return { activityId: Activity.Refuse, source, destination, detail, isFailure: true };
}

/** `alice from [192.0.2.7]`, of sftp-server. */
function readTransfer(rest: string, activityId: Activity): Connection | undefined {
  const [, user, host] = /^(.*) from \[([^\]]{2,300})\]$/s.exec(rest) ?? [];
  return host === undefined ? undefined : { activityId, user, source: { host }, detail: 'sftp' };
}

const session = /^(?:(.{1,64}?) for )?(.{1,256}) from (.{2,300})$/s;

/** `shell on pts/0 for alice from 192.0.2.7 port 4711 id 0`, and at its end without what was run. */
function readSession(rest: string, activityId: Activity): Connection | undefined {
  const [, detail, user, place] = session.exec(rest) ?? [];
  return place === undefined ? undefined : { activityId, source: addressAt(place), user, detail };
}

/** `sftp by user alice`, with `failed, subsystem not found` where there is none. */
function readSubsystem(rest: string): Connection | undefined {
  const at = rest.indexOf(' by user ');
  if (at === -1) return undefined;
  const user = before(rest.slice(at + 9), ' ');
  return { activityId: Activity.Traffic, user, detail: rest.slice(0, at), isFailure: rest.includes(' failed') };
}

/** The server itself: stopped, started anew, or working on in another process. */
function mapServer(received: Received, text: string): MappedEvent | undefined {
  const process = writerOf(received);
  const child = /^User child is on pid (\d{1,9})$/.exec(text)?.[1];
  if (child !== undefined) {
    const target = { name: received.message.appName, pid: Number(child) };
    return processActivity(received, { product, process, activityId: ProcessActivityId.Launch, target, outcome: 1 });
  }
  const isStop = /^Received (?:signal \d+|SIG[A-Z]+); terminating/.test(text);
  if (!isStop && text !== 'Received SIGHUP; restarting.') return undefined;
  return applicationLifecycle(received, {
    product,
    process,
    activityId: isStop ? LifecycleActivityId.Stop : LifecycleActivityId.Restart,
    application: product,
    outcome: Outcome.Success,
  });
}
