import type { MappedEvent } from '@sluice/connector';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity, networkActivity } from '../events/network-activity.ts';
import type { Received } from '../received.ts';
import { mapDaemon } from './daemons.ts';
import { beginning, before } from '../text/phrase.ts';

interface Connection {
  readonly activityId: Activity;
  readonly source?: EndpointFacts;
  readonly destination?: EndpointFacts;
  readonly service?: string | undefined;
  readonly detail?: string | undefined;
}

/** Connections to services that xinetd and TCP wrappers watch: `START: ftp pid=9 from=192.0.2.7`, `connect from …`. */
export function mapInetd(received: Received): MappedEvent | undefined {
  const found = readXinetd(received.text) ?? readWrapped(received.text, received.message.appName);
  return found === undefined ? mapDaemon(received) : connectionEvent(received, found);
}

/** snmpd: `Connection from UDP: [192.0.2.7]:4711->[198.51.100.2]:161`, `Received SNMP packet(s) from UDP: [192.0.2.7]:4711`. */
export function mapSnmpd(received: Received): MappedEvent | undefined {
  const [, source, target] =
    /^(?:Connection|Received (?:SNMP packet\(s\)|TRAP)) from (?:UDP(?:\/IPv6)?|TCP)?:? ?(\S{2,64}?)(?:->(\S{2,64}))?$/.exec(
      beginning(received.text, 256),
    ) ?? [];
  if (source === undefined) return mapDaemon(received);
  const destination = target === undefined ? undefined : addressIn(target);
  return connectionEvent(received, {
    activityId: Activity.Traffic,
    source: addressIn(source),
    ...(destination === undefined ? {} : { destination }),
    service: 'snmp',
  });
}

/** `[192.0.2.7]:4711`, `192.0.2.7`. */
function addressIn(text: string): EndpointFacts {
  const [, inside, port] = /^\[([^\]]{2,45})\](?::(\d{1,5}))?$/.exec(text) ?? [];
  return { host: inside ?? text, port };
}

function connectionEvent(received: Received, found: Connection): MappedEvent | undefined {
  return networkActivity(received, {
    activityId: found.activityId,
    outcome: found.activityId === Activity.Refuse ? Outcome.Failure : Outcome.Success,
    statusDetail: found.detail,
    source: found.source,
    destination: found.destination,
    application: found.service,
    process: writerOf(received),
  });
}

/** `EXIT: ftp status=0 pid=9 duration=5(sec)`, `FAIL: ftp address from=192.0.2.7`. */
function readXinetd(text: string): Connection | undefined {
  const [, word = '', service, rest = ''] = /^(START|EXIT|FAIL): ([a-z0-9_-]{1,32}) (.{0,256})$/.exec(text) ?? [];
  const activityId = words.get(word);
  if (activityId === undefined) return undefined;
  const from = /\bfrom=(\S{2,64})/.exec(rest)?.[1];
  const detail = activityId === Activity.Refuse ? before(rest, ' ') : undefined;
  return { activityId, service, detail, ...(from === undefined ? {} : { source: { host: from } }) };
}

const words: ReadonlyMap<string, Activity> = new Map([
  ['START', Activity.Open],
  ['EXIT', Activity.Close],
  ['FAIL', Activity.Refuse],
]);

/** Samba: `Denied connection from 192.0.2.7 (192.0.2.7)`, `Allowed connection from …`. */
export function mapSamba(received: Received): MappedEvent | undefined {
  const [, word, place = ''] =
    /^(Denied|Allowed) connection from (?:\S{1,255} )?\(?([0-9A-Fa-f.:]{2,45})\)?$/.exec(
      beginning(received.text, 512),
    ) ?? [];
  if (word === undefined) return mapDaemon(received);
  const activityId = word === 'Denied' ? Activity.Refuse : Activity.Open;
  return connectionEvent(received, { activityId, source: { host: place }, service: 'smb' });
}

/** `connect from host [192.0.2.7]`, `refused connect from host (192.0.2.7)`, `Connection from 192.0.2.7 on illegal port`. */
function readWrapped(text: string, program: string | undefined): Connection | undefined {
  const [, refused, place = ''] =
    /^(refused connect|connect|Connection|warning: refused connect) from (\S{2,255}(?: [[(]\S{2,45}[\])])?)/.exec(
      text,
    ) ?? [];
  if (refused === undefined) return undefined;
  const address = /[[(]([0-9A-Fa-f.:]{2,45})[\])]$/.exec(place)?.[1];
  const isRefused = refused.includes('refused') || text.endsWith('on illegal port');
  return {
    activityId: isRefused ? Activity.Refuse : Activity.Open,
    source: { host: address ?? before(place, ' ') },
    service: program?.replace(/^in\./, ''),
  };
}
