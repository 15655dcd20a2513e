import type { MappedEvent } from '@sluice/connector';
import { baseEvent } from '../../events/base-event.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { flows } from './flows.ts';
import { junos, junosEvent, type JunosReader } from './junos-event.ts';
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
  const { text } = received;
  const first = /^[A-Z][A-Z0-9_]{4,63}(?=: )/.exec(text)?.[0];
  const name = first ?? (readers.has(msgId ?? '') ? msgId : undefined) ?? appName;
  const words = first === undefined ? text : text.slice(`${first}: `.length);
  const values = readPlain(name.replace(/_LS$/, ''), words);
  if (values === undefined) return mapNegotiation(received, text);
  const event = junosEvent(received, name, fieldBag(values));
  return readers.get(event.name)?.(event);
}

const negotiation =
  /^(?:IKE|IPSec) negotiation (?:successfully completed|failed with error: ([^.]{1,256}))\. IKE Version: \d/;
const ends = /Local: ([0-9A-Fa-f.:]{2,45})\/(\d{1,5}), Remote: ([0-9A-Fa-f.:]{2,45})\/(\d{1,5})/;

/** `IKE negotiation failed with error: Timed out. IKE Version: 1, VPN: …, Local: 192.0.2.1/500, Remote: 198.51.100.1/500`. */
function mapNegotiation(received: Received, text: string): MappedEvent | undefined {
  const found = negotiation.exec(text);
  if (found === null) return undefined;
  const [, reason] = found;
  const [, local, localPort, remote, remotePort] = ends.exec(text) ?? [];
  return tunnelActivity(received, {
    ...junos,
    activityId: TunnelActivityId.Open,
    outcome: reason === undefined ? Outcome.Success : Outcome.Failure,
    statusDetail: reason,
    source: { host: remote, port: remotePort },
    destination: { host: local, port: localPort },
    tunnelType: 'IPsec',
    tunnelName: /\bVPN: ([^ ,]{1,64})/.exec(text)?.[1],
  });
}
