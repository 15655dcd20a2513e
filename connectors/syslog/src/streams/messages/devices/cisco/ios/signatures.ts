import type { MappedEvent } from '@sluice/connector';
import { detectionFinding } from '../../../events/detection-finding.ts';
import type { IosMessage, IosReaders } from './ios-message.ts';

const matched =
  /^Sig:(\d{1,6}) Subsig:(\d{1,4}) Sev:(\S{1,16}) (.{1,200}?) \[([0-9A-Fa-f.:]{2,45}):(\d{1,5}) ?-> ?([0-9A-Fa-f.:]{2,45}):(\d{1,5})\]/;

/** What the intrusion prevention of a router saw. What became of the packet it does not say. */
export const signatures: IosReaders = [['IPS SIGNATURE', readSignature]];

/** `Sig:3051 Subsig:1 Sev:4 TCP Connection Window Size DoS [192.0.2.7:51654 -> 198.51.100.2:4444]`. */
function readSignature({ received, text, head }: IosMessage): MappedEvent | undefined {
  const [, id, part, level, title = '', source, port, target, targetPort] = matched.exec(text) ?? [];
  if (id === undefined) return undefined;
  return detectionFinding(received, {
    ...head,
    title,
    uid: `${id}.${part ?? ''} ${source ?? ''} ${target ?? ''}`,
    types: ['Signature'],
    signature: { uid: `${id}.${part ?? ''}`, name: title },
    source: { host: source, port },
    destination: { host: target, port: targetPort },
    unmapped: { signature_severity: level ?? '' },
  });
}
