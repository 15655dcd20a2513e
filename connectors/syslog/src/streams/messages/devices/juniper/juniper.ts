import type { MappedEvent } from '@sluice/connector';
import { baseEvent } from '../../events/base-event.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { phrase } from '../../text/phrase.ts';
import { flows } from './flows.ts';
import { junosEvent, type JunosReader } from './junos-event.ts';
import { management } from './management.ts';
import { readPlain } from './plain.ts';
import { security } from './security.ts';

/** The reader of each event by its name. A new one is a line in the group that it belongs to. */
const readers: ReadonlyMap<string, JunosReader> = new Map([...flows, ...security, ...management]);

/** An event in the structured format: all of its values are those of its element `junos@2636.…`. */
export function mapJunosElement(
  received: Received,
  element: Readonly<Record<string, string>>,
): MappedEvent | undefined {
  const name = received.message.msgId;
  if (name === undefined) return undefined;
  const event = junosEvent(received, name, fieldBag(element));
  return readers.get(event.name)?.(event) ?? baseEvent(received, { ...event.head, unmapped: event.fields.rest() });
}

const tag = /^(?:RT_[A-Z_]{2,24}|mgd|sshd|login|kmd|iked|dot1xd|UI_[A-Z_]{2,40})$/;

/** `RT_FLOW: RT_FLOW_SESSION_CREATE: session created …`, and the words of daemons; undefined for all other programs. */
export function mapJunos(received: Received): MappedEvent | undefined {
  const { appName, msgId } = received.message;
  if (appName === undefined || !tag.test(appName)) return undefined;
  const text = received.text;
  const colon = text.indexOf(': ');
  const first = colon > 0 && /^[A-Z][A-Z0-9_]{4,63}$/.test(text.slice(0, colon)) ? text.slice(0, colon) : undefined;
  const name = first ?? (msgId !== undefined && readers.has(msgId) ? msgId : undefined) ?? appName;
  const words = first === undefined ? text : text.slice(colon + 2);
  const values = readPlain(name.replace(/_LS$/, ''), words);
  if (values === undefined) return mapNegotiation(received, text);
  const event = junosEvent(received, name, fieldBag(values));
  return readers.get(event.name)?.(event);
}

const negotiated = phrase('{kind} negotiation {result}. IKE Version: {version}, ');
const failed = phrase('{kind} negotiation failed with error: {reason}. IKE Version: {version}, ');
const ends = /Local: ([0-9A-Fa-f.:]{2,45})\/(\d{1,5}), Remote: ([0-9A-Fa-f.:]{2,45})\/(\d{1,5})/;

/** `IKE negotiation failed with error: Timed out. IKE Version: 1, VPN: …, Local: 192.0.2.1/500, Remote: 198.51.100.1/500`. */
function mapNegotiation(received: Received, text: string): MappedEvent | undefined {
  if (!text.startsWith('IKE negotiation ') && !text.startsWith('IPSec negotiation ')) return undefined;
  const reason = failed(text)?.reason;
  if (reason === undefined && negotiated(text)?.result !== 'successfully completed') return undefined;
  const [, local, localPort, remote, remotePort] = ends.exec(text.slice(0, 1024)) ?? [];
  return tunnelActivity(received, {
    ...junosEvent(received, 'IKE', fieldBag({})).head,
    eventCode: undefined,
    activityId: TunnelActivityId.Open,
    outcome: reason === undefined ? Outcome.Success : Outcome.Failure,
    statusDetail: reason,
    source: { host: remote, port: remotePort },
    destination: { host: local, port: localPort },
    tunnelType: 'IPsec',
    tunnelName: /\bVPN: ([^ ,]{1,64})/.exec(text.slice(0, 512))?.[1],
  });
}
