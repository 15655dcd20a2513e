import type { MappedEvent } from '@sluice/connector';
import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { baseEvent, type Product } from '../../events/base-event.ts';
import { detectionFinding } from '../../events/detection-finding.ts';
import { deviceType } from '../../events/endpoint.ts';
import { Outcome, type FrameFacts } from '../../events/frame.ts';
import { httpActivity } from '../../events/http-activity.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { nobodyNamed } from '../../events/user.ts';
import { longOf } from '../../events/values.ts';
import { allowed, isDenied, unsaid, verdictOf, type Verdict } from '../../events/verdict.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';

const product: Product = { vendor_name: 'Sophos', name: 'UTM' };
const read = keyValueReader({ separator: ' ', assign: '=' });

interface UtmLog {
  readonly received: Received;
  readonly fields: FieldBag;
  readonly name: string;
  readonly head: FrameFacts;
}

/** `id="2001" severity="info" sys="SecureNet" sub="packetfilter" name="Packet dropped" …`; undefined for all else. */
export function mapSophosUtm(received: Received): MappedEvent | undefined {
  const { text } = received;
  if (!/^id="\d{4}" severity="/.test(text)) return undefined;
  const fields = read(text) as Fields | undefined;
  if (fields === undefined) return undefined;
  const bag = fieldBag(fields);
  const name = bag.take('name') ?? '';
  const head = {
    product,
    eventCode: bag.take('id'),
    words: name === '' ? bag.peek('message') : name,
    device: { typeId: deviceType.firewall },
  };
  const log = { received, fields: bag, name, head };
  return eventOf(log) ?? baseEvent(received, { ...head, unmapped: bag.rest() });
}

function eventOf(log: UtmLog): MappedEvent | undefined {
  const { fields, name } = log;
  const sub = fields.peek('sub');
  if (sub === 'ips') return readFinding(log);
  if (sub === 'auth' || /\bauthenticat|\blog(?:ged)? ?(?:in|on|out)\b|\blogin\b/i.test(name)) return readLogon(log);
  if (fields.peek('srcip') === undefined) return undefined;
  const code = longOf(fields.peek('statuscode'));
  if (sub === 'http' && fields.peek('method') !== undefined && code !== undefined) return readPage(log, code);
  return readPacket(log);
}

function verdictIn(fields: FieldBag): Verdict {
  const action = fields.take('action');
  if (action === 'warn' || action === 'log') return allowed;
  return action === undefined || action.includes(' ') ? unsaid : verdictOf(action);
}

function endsOf(fields: FieldBag): Pick<Parameters<typeof networkActivity>[1], 'source' | 'destination' | 'protocol'> {
  return {
    source: {
      host: fields.take('srcip'),
      port: fields.take('srcport'),
      interface: fields.take('initf'),
      mac: fields.take('srcmac'),
    },
    destination: {
      host: fields.take('dstip'),
      port: fields.take('dstport'),
      interface: fields.take('outitf'),
      mac: fields.take('dstmac'),
    },
    protocol: fields.take('proto'),
  };
}

function userIn(fields: FieldBag): { readonly name: string; readonly domain: string | undefined } | undefined {
  const name = fields.take('user');
  return name === undefined ? undefined : { name, domain: fields.take('ad_domain') };
}

function readPacket({ received, fields, head, name }: UtmLog): MappedEvent | undefined {
  const verdict = verdictIn(fields);
  const url = fields.take('url');
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: name === '' ? undefined : name,
    ...endsOf(fields),
    actor: userIn(fields),
    rule: { uid: fields.take('fwrule') },
    url: url === undefined ? undefined : { text: url, category: fields.take('categoryname') },
    unmapped: fields.rest(),
  });
}

function readPage({ received, fields, head, name }: UtmLog, responseCode: number): MappedEvent | undefined {
  fields.take('statuscode');
  return httpActivity(received, {
    ...head,
    method: fields.take('method') ?? '',
    url: { text: fields.take('url') ?? '', category: fields.take('categoryname') },
    responseCode,
    userAgent: fields.take('ua'),
    referrer: fields.take('referer'),
    statusDetail: fields.take('reason') ?? name,
    verdict: verdictIn(fields),
    ...endsOf(fields),
    actor: userIn(fields),
    rule: { name: fields.take('profile') },
    unmapped: fields.rest(),
  });
}

function readFinding({ received, fields, head, name }: UtmLog): MappedEvent {
  const uid = fields.take('sid');
  const title = fields.take('reason') ?? name;
  const ends = endsOf(fields);
  return detectionFinding(received, {
    ...head,
    title,
    uid: `${uid ?? title} ${ends.source?.host ?? ''} ${received.message.timestamp ?? ''}`,
    types: [fields.take('class')],
    signature: { uid, name: title },
    verdict: verdictIn(fields),
    ...ends,
    unmapped: fields.rest(),
  });
}

function readLogon({ received, fields, head, name }: UtmLog): MappedEvent {
  const source = fields.take('srcip');
  const isFailure = /fail|denied|reject/i.test(name);
  return authenticationEvent(received, {
    ...head,
    activityId: /log(?:ged)? ?(?:out|off)/i.test(name) ? Logon.Logoff : Logon.Logon,
    statusId: isFailure ? Status.Failure : /success|logged in/i.test(name) ? Status.Success : Status.Unknown,
    statusDetail: fields.take('reason') ?? name,
    user: userIn(fields) ?? nobodyNamed,
    source: source === undefined ? undefined : { host: source },
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    service: fields.takeFirst('caller', 'facility') ?? 'UTM',
    unmapped: fields.rest(),
  });
}
