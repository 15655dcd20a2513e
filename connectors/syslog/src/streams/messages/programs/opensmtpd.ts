import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../events/authentication.ts';
import { emailActivity, EmailActivityId as Activity, type EmailFacts } from '../events/email-activity.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity as NetworkActivityId, networkActivity } from '../events/network-activity.ts';
import { longOf } from '../events/values.ts';
import { rejected } from '../events/verdict.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

type Mail = Pick<EmailFacts, 'activityId'> & Partial<EmailFacts>;
type Fields = ReadonlyMap<string, string>;

const product = { vendor_name: 'OpenBSD', name: 'OpenSMTPD' };

/** `08d856b172f69c5c smtp connected address=192.0.2.7 …`, in 6.0 `smtp event=connected …`, before `smtp-in: New session …`. */
export function mapOpensmtpd(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 4096);
  const [, part = '', step = '', rest = ''] =
    /^[0-9a-f]{8,16} (smtp|mta|mda) (?:event=)?([a-z-]{4,20})(?: (.*))?$/s.exec(text) ?? [];
  if (part === '') return mapOld(received, text);
  const fields = fieldsOf(rest);
  if (part === 'smtp') return mapServer(received, step, fields);
  if (step !== 'delivery') return undefined;
  return mailEvent(received, readDelivery(fields, fields.get('result') === 'Ok', part === 'mta'));
}

/** `name=value`, values in `<>` or quotes where they may hold blanks. */
function fieldsOf(text: string): Fields {
  const fields = new Map<string, string>();
  for (const [, name = '', sharp, quoted, plain] of text.matchAll(
    /(?:^|[ ,])([a-z-]{2,16})=(?:<([^<>]{0,512})>|"([^"]{0,1024})"|([^ ,]{0,512}))/g,
  )) {
    if (!fields.has(name)) fields.set(name, sharp ?? quoted ?? plain ?? '');
  }
  return fields;
}

function mailEvent(received: Received, mail: Mail): MappedEvent {
  return emailActivity(received, { product, process: writerOf(received), from: '', to: [], ...mail });
}

/** What the server says of its clients. */
function mapServer(received: Received, step: string, fields: Fields): MappedEvent | undefined {
  const host = fields.get('address');
  const source = host === undefined ? undefined : { host, hostname: nameIn(fields.get('host')) };
  if (step === 'authentication') return mapLogon(received, fields, source);
  if (step === 'message' || step === 'envelope') return mailEvent(received, { ...readAccepted(fields), source });
  if (step === 'failed-command') return mailEvent(received, { ...readRefused(fields), source });
  const isOpen = step === 'connected';
  if (source === undefined || (!isOpen && step !== 'disconnected' && step !== 'closed')) return undefined;
  return networkActivity(received, {
    product,
    process: writerOf(received),
    activityId: isOpen ? NetworkActivityId.Open : NetworkActivityId.Close,
    outcome: Outcome.Success,
    statusDetail: fields.get('reason'),
    protocol: 'tcp',
    application: 'smtp',
    source,
  });
}

function nameIn(text: string | undefined): string | undefined {
  return text === 'unknown' || text === '' ? undefined : text;
}

function mapLogon(received: Received, fields: Fields, source: EndpointFacts | undefined): MappedEvent | undefined {
  const [user, result] = [fields.get('user'), fields.get('result')];
  if (user === undefined || result === undefined) return undefined;
  const isSuccess = result === 'ok';
  return authenticationEvent(received, {
    product,
    activityId: Logon.Logon,
    statusId: isSuccess ? Status.Success : Status.Failure,
    statusDetail: isSuccess ? undefined : result === 'permfail' ? 'INVALID_CREDENTIALS' : result,
    user: { name: user },
    source: source?.host === undefined ? undefined : { host: source.host },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: 'smtp',
  });
}

function readAccepted(fields: Fields): Mail {
  const to = fields.get('to');
  return {
    activityId: Activity.Receive,
    outcome: Outcome.Success,
    from: fields.get('from') ?? '',
    to: to === undefined ? [] : [to],
    size: longOf(fields.get('size')),
    // The first half of an envelope's id is that of its message.
    queueId: fields.get('msgid') ?? fields.get('evpid')?.slice(0, 8),
  };
}

/** `command="RCPT TO:<bob@example.com>" result="550 Invalid recipient"`. */
function readRefused(fields: Fields): Mail {
  return refusalOf(fields.get('command') ?? '', fields.get('result'));
}

function refusalOf(command: string, answer: string | undefined): Mail {
  const [, verb, address = ''] = /^(MAIL FROM|RCPT TO): ?<([^<>]{0,512})>/i.exec(command) ?? [];
  const isSender = verb?.toUpperCase() === 'MAIL FROM';
  return {
    activityId: Activity.Receive,
    verdict: rejected,
    from: isSender ? address : '',
    to: verb !== undefined && !isSender ? [address] : [],
    statusCode: /^\d{3}/.exec(answer ?? '')?.[0],
    statusDetail: answer ?? command,
  };
}

/** `from=<a@example.com> to=<b@example.com> relay="198.51.100.9 (mx.example.com)" result="Ok" stat="250 2.0.0 Ok"`. */
function readDelivery(fields: Fields, isSent: boolean, isRemote: boolean): Mail {
  const to = fields.get('to');
  const stat = fields.get('stat');
  return {
    activityId: Activity.Send,
    outcome: isSent ? Outcome.Success : Outcome.Failure,
    from: fields.get('from') ?? '',
    to: to === undefined ? [] : [to],
    queueId: fields.get('evpid')?.slice(0, 8),
    directionId: isRemote ? 2 : 0,
    destination: relayOf(fields.get('relay')),
    statusCode: /^\d{3}(?= )/.exec(stat ?? '')?.[0],
    statusDetail: stat ?? fields.get('result'),
  };
}

/** `198.51.100.9 (mx.example.com)`, and in old releases `mx.example.com [198.51.100.9]`. */
function relayOf(text: string | undefined): EndpointFacts | undefined {
  const [, host, hostname] = /^([0-9A-Fa-f.:]{2,45}) \(([^()]{0,255})\)$/.exec(text ?? '') ?? [];
  if (host !== undefined) return { host, hostname: hostname === host ? undefined : nameIn(hostname) };
  const [, name, address] = /^(\S{1,255}) \[([0-9A-Fa-f.:]{2,45})\]$/.exec(text ?? '') ?? [];
  return address === undefined ? undefined : { host: address, hostname: name };
}

const newSession = /^smtp-in: New session ([0-9a-f]{8,16}) from host (\S{1,255}) \[([^\]]{2,64})\]/;
const accepted = /^smtp-in: Accepted message ([0-9a-f]{6,16}) on session [0-9a-f]{8,16}: (from=<.*)$/s;
const refused = /^smtp-in: Failed command on session [0-9a-f]{8,16}: "([^"]{1,512})" => (\d{3} .*)$/s;
const delivered = /^(relay|delivery): (Ok|TempFail|PermFail|LoopFail) for ([0-9a-f]{16}): (.*)$/s;

/** Releases before 6.0 write sentences. */
function mapOld(received: Received, text: string): MappedEvent | undefined {
  const [, messageId, fields = ''] = accepted.exec(text) ?? [];
  if (messageId !== undefined) return mailEvent(received, { ...readAccepted(fieldsOf(fields)), queueId: messageId });
  const [, command = '', answer] = refused.exec(text) ?? [];
  if (answer !== undefined) return mailEvent(received, refusalOf(command, answer));
  const [, way, result, envelope = '', said = ''] = delivered.exec(text) ?? [];
  if (way !== undefined) {
    const sent = readDelivery(fieldsOf(said), result === 'Ok', way === 'relay');
    const stat = /, stat=(.*)$/s.exec(said)?.[1];
    const statusCode = /^\d{3}(?= )/.exec(stat ?? '')?.[0];
    return mailEvent(received, { ...sent, queueId: envelope.slice(0, 8), statusCode, statusDetail: stat });
  }
  const [, , name, address] = newSession.exec(text) ?? [];
  if (address === undefined || address === 'local') return undefined;
  return networkActivity(received, {
    product,
    process: writerOf(received),
    activityId: NetworkActivityId.Open,
    outcome: Outcome.Success,
    protocol: 'tcp',
    application: 'smtp',
    source: { host: address, hostname: nameIn(name) },
  });
}
