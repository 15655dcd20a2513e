import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, Status } from '../../../events/authentication.ts';
import type { Product } from '../../../events/base-event.ts';
import type { IosMessage, IosReaders } from './ios-message.ts';

const airOs: Product = { vendor_name: 'Cisco', name: 'AireOS' };

/** What Cisco's wireless controllers (AireOS) say of who logs on. */
export const wireless: IosReaders = [
  ['AAA AAA_AUTH_ADMIN_USER', readLogon],
  ['AAA AAA_AUTH_NETWORK_USER', readLogon],
];

/** Before the words stand the file and line that wrote them: `[PA]aaa.c:3334 Authentication failed for admin user 'eve' on 192.0.2.7`. */
function readLogon({ received, text, head }: IosMessage): MappedEvent | undefined {
  const [, verdict, kind = '', user = '', address] =
    /^(?:\[[A-Z]{2}\])?(?:[A-Za-z0-9_]{1,64}\.c:\d{1,6} )?Authentication (succeeded|failed) for (admin|network) user '(.{0,256})'(?: on (\S{2,64}))?/.exec(
      text,
    ) ?? [];
  if (verdict === undefined) return undefined;
  return authenticationEvent(received, {
    ...head,
    product: airOs,
    activityId: Logon.Logon,
    statusId: verdict === 'succeeded' ? Status.Success : Status.Failure,
    user: { name: user === '' ? 'unknown' : user },
    service: kind === 'admin' ? 'AireOS' : '802.11',
    // Whose address it is, the controller's or the client's, is not documented.
    ...(address === undefined ? {} : { unmapped: { address } }),
  });
}
