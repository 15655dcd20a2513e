import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId } from '../events/application-lifecycle.ts';
import { Activity as Logon, authenticationEvent, LogonType, Protocol, Status } from '../events/authentication.ts';
import { emailActivity, EmailActivityId as Activity, type EmailFacts } from '../events/email-activity.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity as NetworkActivityId, networkActivity } from '../events/network-activity.ts';
import { nobodyNamed } from '../events/user.ts';
import { longOf } from '../events/values.ts';
import { rejected, type Verdict } from '../events/verdict.ts';
import type { Received } from '../received.ts';
import { before, beginning } from '../text/phrase.ts';

type Mail = Pick<EmailFacts, 'activityId'> & Partial<EmailFacts>;

const product = { vendor_name: 'Exim', name: 'Exim' };

/** The time that Exim writes itself, and its process id, where it is told to write that. */
const ownHead = /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d{4})? )?(?:\[\d{1,10}\] )?/;
const queued = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) (.*)$/s;
const queueIdAlone = /^[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}$/;

/** Exim's main log. The lines of one mail share its id; those about a delivery do not name the sender, which is empty then. */
export function mapExim(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 8192).replace(ownHead, '');
  const [, queueId, rest = text] = queued.exec(text) ?? [];
  const mail = (queueId === undefined ? undefined : readMail(rest)) ?? readRefusal(rest);
  if (mail !== undefined) {
    return emailActivity(received, { product, process: writerOf(received), from: '', to: [], ...mail, queueId });
  }
  return mapAuthenticator(received, text) ?? mapConnection(received, rest) ?? mapServer(received, text);
}

/** A line of the file that Exim writes has no host and no program: the header's parser took its first word for the host. */
export function mapEximFile(received: Received): MappedEvent | undefined {
  const { text, message } = received;
  const { hostname = '', ...others } = message;
  const isMail = /^(?:[<=*>-]{2} |Completed)/.test(text) && queueIdAlone.test(hostname);
  const isRefusal = text.startsWith('H=') && text.includes('] ') && text.includes(' rejected ');
  const isOther =
    text.startsWith('authenticator failed for ') ||
    (firstWord.has(hostname) && firstWords.test(`${hostname} ${text.slice(0, 64)}`));
  if (isRefusal) return mapExim(received);
  if (!isMail && !isOther) return undefined;
  const whole = { ...received, message: { ...others, hostname: undefined }, text: `${hostname} ${text}` };
  return mapExim(whole);
}

const firstWord: ReadonlySet<string> = new Set(['SMTP', 'TLS', 'unexpected']);
const firstWords =
  /^(?:SMTP (?:connection|call) from |SMTP protocol synchronization error |TLS error on connection from |unexpected disconnection while reading SMTP )/;

/** Behind the id of a mail: a mark for what was done with it, the address, and fields such as `H=` and `S=`. */
function readMail(text: string): Mail | undefined {
  if (text === 'Completed' || text.startsWith('Completed ')) {
    return { activityId: Activity.Other, activityName: 'Completed', outcome: Outcome.Success };
  }
  const [, mark = '', address = '', rest = ''] = marked.exec(text) ?? [];
  if (mark === '') return undefined;
  return mark === '<=' ? readArrival(address, rest) : readDelivery(mark, address, rest);
}

/** The address is one word, unless its first part is in quotes. */
const marked =
  /^(<=|=>|->|>>|\*\*|==) ("(?:[^"\\]|\\.){0,256}"@\S{1,255}|<>|\S{1,998}?)(?:(?=: )|,(?= )|$|(?= ))(.*)$/s;

/** `<= alice@example.com H=mail.example.net (helo) [192.0.2.7]:4711 P=esmtpsa A=plain:alice S=1024 id=… for bob@example.com`. */
function readArrival(from: string, rest: string): Mail {
  const user = / A=[^ :]{1,64}:([^ ]{1,255})/.exec(rest)?.[1] ?? / U=([^ ]{1,255})/.exec(rest)?.[1];
  const subject = / T="((?:[^"\\]|\\.){0,512})"/.exec(rest)?.[1];
  return {
    activityId: Activity.Receive,
    outcome: Outcome.Success,
    from: from === '<>' ? '' : from,
    to: / for ([^="]{3,4096})$/.exec(rest)?.[1]?.split(' ') ?? [],
    messageId: / id=(\S{1,998})/.exec(rest)?.[1],
    size: longOf(/ S=(\d{1,15})/.exec(rest)?.[1]),
    subject: subject?.replaceAll(/\\(.)/g, '$1'),
    actor: user === undefined ? undefined : { name: user },
    source: hostIn(rest),
  };
}

/** `=> bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [198.51.100.9] C="250 OK"`; `**` failed, `==` waits. */
function readDelivery(mark: string, to: string, rest: string): Mail {
  const destination = hostIn(rest);
  const isSent = mark !== '**' && mark !== '==';
  const answer = / C="((?:[^"\\]|\\.){0,1024})"/.exec(rest)?.[1];
  const problem = isSent ? undefined : problemIn(rest);
  return {
    activityId: Activity.Send,
    outcome: isSent ? Outcome.Success : Outcome.Failure,
    to: [/^ <([^<> ]{1,512})>/.exec(rest)?.[1] ?? to],
    from: / F=<([^<> ]{0,512})>/.exec(rest)?.[1] ?? '',
    destination,
    directionId: destination === undefined ? 0 : 2,
    statusCode: /^(\d{3})[ -]/.exec(answer ?? '')?.[1] ?? /: (\d{3})[ -]/.exec(problem ?? '')?.[1],
    statusDetail: answer ?? (mark === '==' ? `deferred: ${problem ?? ''}` : problem),
  };
}

/** What stands behind the fields: `: SMTP error from …`, `defer (-44): SMTP error from …`. */
function problemIn(rest: string): string | undefined {
  return / defer \(-?\d{1,6}\):? ?(.*)$/s.exec(rest)?.[1] ?? /(?:\]|\S=\S{1,255}|^): (.*)$/s.exec(rest)?.[1];
}

const refused =
  /^(H=.{2,1200}?) (?:temporarily )?rejected (RCPT|MAIL|after DATA|DATA|EHLO or HELO|AUTH|during MIME ACL checks)\b(.*)$/s;

/** `H=(helo) [192.0.2.7] F=<a@example.com> rejected RCPT <b@example.com>: Unrouteable address`. */
function readRefusal(text: string): Mail | undefined {
  const [, head = '', step, said = ''] = refused.exec(text) ?? [];
  if (step === undefined) return undefined;
  const sender = / F=<([^<> ]{0,512})>/.exec(head)?.[1];
  const address = /^ <([^<> ]{0,512})>/.exec(said)?.[1];
  return {
    activityId: Activity.Receive,
    verdict: rejected,
    from: sender ?? (step === 'MAIL' ? address : undefined) ?? '',
    to: step === 'RCPT' && address !== undefined ? [address] : [],
    source: hostIn(` ${text}`),
    statusDetail: /^[^:]{0,600}: (.{1,1024})$/s.exec(said)?.[1],
  };
}

/** `dovecot_login authenticator failed for host (helo) [192.0.2.7]:4711: 535 Incorrect authentication data (set_id=alice)`. */
function mapAuthenticator(received: Received, text: string): MappedEvent | undefined {
  const [, driver = '', place = '', said = ''] =
    /^([A-Za-z0-9_-]{1,64}) authenticator failed for (.{2,600}?\](?::\d{1,5})?)(?: [IUP]=\S{1,300}){0,3}: (.*)$/s.exec(
      text,
    ) ?? [];
  const source = hostIn(` H=${place}`);
  if (driver === '' || source?.host === undefined) return undefined;
  const user = / \(set_id=(.*)\)$/s.exec(said)?.[1];
  return authenticationEvent(received, {
    product,
    activityId: Logon.Logon,
    statusId: Status.Failure,
    statusDetail: said.startsWith('535 ') ? 'INVALID_CREDENTIALS' : before(said, ' (set_id='),
    user: user === undefined || user === '' ? nobodyNamed : { name: user },
    source: { host: source.host, port: source.port },
    isRemote: true,
    logonTypeId: LogonType.Network,
    protocol: { id: Protocol.Other, name: driver },
    service: 'smtp',
  });
}

interface Told {
  /** As `H=…` has it. */
  readonly place: string;
  readonly activityId: NetworkActivityId;
  readonly outcome?: Outcome | undefined;
  readonly verdict?: Verdict | undefined;
  readonly statusDetail?: string | undefined;
}

const refusal = { activityId: NetworkActivityId.Refuse, verdict: rejected };
const ending = /^SMTP (?:connection|call) from (.{2,600}?\](?::\d{1,5})?) ?(.*)$/s;
const unsynchronized =
  /^(SMTP protocol synchronization error \([^()]{1,128}\)): rejected (?:connection from|"[^"]{0,512}") (H=.{2,600}?\])/;
const unwelcome = /^(H=.{2,600}?\](?::\d{1,5})?).{0,300} rejected connection in "connect" ACL/;
const broken =
  /^(unexpected disconnection while reading SMTP command|SMTP command timeout|SMTP data timeout(?: \([^()]{1,64}\))?|TLS error) (?:on (?:TLS )?connection )?from (.{2,600}?\])/;

function readConnection(text: string): Told | undefined {
  const [, client, end = ''] = ending.exec(text) ?? [];
  if (client !== undefined) return { place: `H=${client}`, ...endOf(end.replace(/^(?:[ID]=\S{1,64} ){1,2}/, '')) };
  const [, error, stranger] = unsynchronized.exec(text) ?? [];
  if (stranger !== undefined) return { place: stranger, ...refusal, statusDetail: error };
  const turnedAway = unwelcome.exec(text)?.[1];
  if (turnedAway !== undefined) return { place: turnedAway, ...refusal };
  const [, problem, lost] = broken.exec(text) ?? [];
  if (lost === undefined) return undefined;
  const failure = { activityId: NetworkActivityId.Fail, outcome: Outcome.Failure };
  return { place: `H=${lost}`, ...failure, statusDetail: problem };
}

/** `(TCP/IP connection count = 1)`, `closed by QUIT`, `lost`, `dropped: too many syntax or protocol errors (…)`. */
function endOf(words: string): Omit<Told, 'place'> {
  const statusDetail = words === '' ? undefined : beginning(words, 512);
  if (words.startsWith('(TCP/IP connection count')) {
    return { activityId: NetworkActivityId.Open, outcome: Outcome.Success };
  }
  if (words.startsWith('dropped')) return { ...refusal, statusDetail };
  return { activityId: NetworkActivityId.Close, outcome: Outcome.Success, statusDetail };
}

/** Clients that come, go, or do what no mail server would. */
function mapConnection(received: Received, text: string): MappedEvent | undefined {
  const found = readConnection(text);
  if (found === undefined) return undefined;
  const { place, ...told } = found;
  const source = hostIn(` ${place}`);
  if (source === undefined) return undefined;
  return networkActivity(received, {
    product,
    process: writerOf(received),
    protocol: 'tcp',
    application: 'smtp',
    source,
    ...told,
  });
}

/** `exim 4.96 daemon started: pid=812, -q30m, listening for SMTP on port 25`. */
function mapServer(received: Received, text: string): MappedEvent | undefined {
  const version = /^exim (\S{1,32}) daemon started: /.exec(text)?.[1];
  if (version === undefined) return undefined;
  return applicationLifecycle(received, {
    product,
    activityId: LifecycleActivityId.Start,
    application: { name: 'Exim', vendor_name: 'Exim', version },
    outcome: Outcome.Success,
    process: writerOf(received),
  });
}

/** `H=mail.example.net (helo) [192.0.2.7]:4711`: the name that was looked up, what the client called itself, the address. */
function hostIn(text: string): EndpointFacts | undefined {
  const [, hostname, host, port] =
    / H=(?:([^ ()[\]]{1,255}) )?(?:\([^()]{0,255}\) )?\[([0-9A-Fa-f.:]{2,45})\](?::(\d{1,5}))?/.exec(text) ?? [];
  return host === undefined ? undefined : { host, hostname, port };
}
