import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId as Step } from '../../../events/application-lifecycle.ts';
import { Outcome } from '../../../events/frame.ts';
import { Activity, networkActivity } from '../../../events/network-activity.ts';
import { tunnelActivity, TunnelActivityId } from '../../../events/tunnel-activity.ts';
import { dropped } from '../../../events/verdict.ts';
import { phrase } from '../../../text/phrase.ts';
import type { IosMessage, IosReaders } from './ios-message.ts';

const reload = phrase('Reload requested by {user} on {line}. ');
const tunnel = /^Crypto (?:tunnel|session) is (UP|DOWN) {0,3}\. {1,3}Peer (\S{2,64})(?: |$)/;

/** The device's own life, and its tunnels. */
export const states: IosReaders = [
  ['SYS RESTART', (message) => (message.text.startsWith('System restarted') ? life(message, Step.Start) : undefined)],
  ['SYS RELOAD', readReload],
  ['CRYPTO SESSION_STATUS', readTunnel],
  ['CRYPTO RECVD_PKT_INV_SPI', readInvalidIndex],
];

/** `Reload requested by alice on vty0 (192.0.2.7). Reload Reason: Reload Command.` */
function readReload(message: IosMessage): MappedEvent | undefined {
  if (!message.text.startsWith('Reload requested')) return undefined;
  const found = reload(message.text);
  const reason = /\bReload Reason: ([^.]{1,128})/.exec(message.text)?.[1];
  return life(message, Step.Restart, found?.user, reason);
}

function life({ received, head }: IosMessage, activityId: Step, user?: string, reason?: string): MappedEvent {
  return applicationLifecycle(received, {
    ...head,
    activityId,
    application: { name: 'IOS', vendor_name: 'Cisco' },
    outcome: Outcome.Success,
    actor: user === undefined ? undefined : { name: user },
    statusDetail: reason,
  });
}

/** `Crypto tunnel is UP  .  Peer 192.0.2.7:500       Id: 192.0.2.7`, with as many blanks as the release likes. */
function readTunnel({ received, text, head }: IosMessage): MappedEvent | undefined {
  const [, state, peer] = tunnel.exec(text) ?? [];
  if (peer === undefined) return undefined;
  const [, host = peer, port] = /^(\S{2,45}):(\d{1,5})$/.exec(peer) ?? [];
  return tunnelActivity(received, {
    ...head,
    activityId: state === 'UP' ? TunnelActivityId.Open : TunnelActivityId.Close,
    outcome: Outcome.Success,
    source: { host, port },
    tunnelType: 'IPsec',
  });
}

/** `decaps: rec'd IPSEC packet has invalid spi for destaddr=192.0.2.1, prot=50, spi=0x99, srcaddr=198.51.100.7`. */
function readInvalidIndex({ received, text, head }: IosMessage): MappedEvent | undefined {
  const source = /\bsrcaddr=([0-9A-Fa-f.:]{2,45})/.exec(text)?.[1];
  const destination = /\bdestaddr=([0-9A-Fa-f.:]{2,45})/.exec(text)?.[1];
  if (source === undefined || destination === undefined) return undefined;
  return networkActivity(received, {
    ...head,
    activityId: Activity.Refuse,
    verdict: dropped,
    statusDetail: 'Invalid SPI',
    protocol: /\bprot=(\d{1,3})\b/.exec(text)?.[1],
    source: { host: source },
    destination: { host: destination },
  });
}
