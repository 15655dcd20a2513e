import type { MappedEvent } from '@sluice/connector';
import { severityIdOfLevel, type Product } from '../../../events/base-event.ts';
import type { FrameFacts } from '../../../events/frame.ts';
import type { Received } from '../../../received.ts';

/** A message behind its tag `%FACILITY-LEVEL-MNEMONIC`, as Cisco's routers and switches write it. */
export interface IosMessage {
  readonly received: Received;
  readonly text: string;
  readonly head: FrameFacts;
}

export type IosReader = (message: IosMessage) => MappedEvent | undefined;
export type IosReaders = readonly (readonly [string, IosReader])[];

export const ios: Product = { vendor_name: 'Cisco', name: 'IOS' };
export const iosXr: Product = { vendor_name: 'Cisco', name: 'IOS XR' };
export const nxOs: Product = { vendor_name: 'Cisco', name: 'NX-OS' };
export const eos: Product = { vendor_name: 'Arista', name: 'EOS' };

export interface IosTag {
  /** Facility and mnemonic: those under which a reader may be known. */
  readonly key: string;
  /** The same with the part of the facility, where it has one. */
  readonly longKey: string | undefined;
  readonly eventCode: string;
  readonly longEventCode: string;
  readonly severityId: FrameFacts['severityId'];
}

/** `%SEC_LOGIN-5-LOGIN_SUCCESS`, `%SEC-SP-6-IPACCESSLOGP` of a module, `%ACL-IPV4_ACL-6-IPACCESSLOGP` of IOS XR. */
export function readIosTag(tag: string): IosTag | undefined {
  const [, facility = '', part, level, mnemonic] =
    /^%([A-Z][A-Z0-9_]{1,31})(?:-([A-Z0-9_]{1,32}))?-([0-7])-([A-Z][A-Z0-9_]{0,47})$/.exec(tag) ?? [];
  if (mnemonic === undefined) return undefined;
  return {
    key: `${facility} ${mnemonic}`,
    longKey: part === undefined ? undefined : `${facility}-${part} ${mnemonic}`,
    eventCode: `${facility}-${level}-${mnemonic}`,
    longEventCode: tag.slice(1),
    severityId: severityIdOfLevel(Number(level)),
  };
}
