import type { MappedEvent } from '@sluice/connector';
import {
  Activity,
  authenticationEvent,
  LogonType,
  Protocol,
  Status,
  type SourceFacts,
} from '../events/authentication.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

interface DropbearFacts {
  readonly isLogoff?: boolean;
  readonly statusId: Status;
  readonly user: string;
  readonly source: SourceFacts | undefined;
  readonly method?: string;
  readonly credential?: string | undefined;
  readonly reason?: string;
}

/** `[825] Jul 10 23:53:52 `, which Dropbear writes itself where it does not log to syslog. */
const ownHeader = /^\[\d{1,10}\] [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /;

/** Dropbear, the SSH server of routers and other small machines. */
export function mapDropbear(received: Received): MappedEvent | undefined {
  const text = received.text.replace(ownHeader, '');
  const facts = readSuccess(text) ?? readBadPassword(text) ?? readNobody(text) ?? readTooMany(text) ?? readExit(text);
  if (facts === undefined || facts.user === '') return undefined;
  return authenticationEvent(received, {
    activityId: facts.isLogoff === true ? Activity.Logoff : Activity.Logon,
    statusId: facts.statusId,
    statusDetail: facts.reason,
    user: { name: facts.user, credential: facts.credential },
    source: facts.source,
    isRemote: true,
    isCleartext: false,
    logonTypeId: LogonType.Network,
    protocol: facts.method === undefined ? undefined : { id: Protocol.Other, name: facts.method },
    service: 'dropbear',
    product: { vendor_name: 'Dropbear', name: 'Dropbear SSH' },
  });
}

/** `Password auth succeeded for 'alice' from 192.0.2.7:50122`, with a key before `from` where one was shown. */
function readSuccess(text: string): DropbearFacts | undefined {
  const at = text.indexOf(' auth succeeded for ');
  const method = methods.get(text.slice(0, at));
  if (method === undefined) return undefined;
  const rest = text.slice(at + 20);
  const user = quotedAt(rest, 0);
  const from = rest.lastIndexOf(' from ');
  if (user === undefined || from === -1) return undefined;
  const key = / key (\S+)$/.exec(beginning(rest, from))?.[1];
  return { statusId: Status.Success, user, source: sourceOf(rest.slice(from + 6)), method, credential: key };
}

const methods: ReadonlyMap<string, string> = new Map([
  ['Password', 'password'],
  ['PAM password', 'password'],
  ['Pubkey', 'publickey'],
]);

/** `Bad password attempt for 'root' from 203.0.113.5:40022`. */
function readBadPassword(text: string): DropbearFacts | undefined {
  const isPam = text.startsWith('Bad PAM password attempt for ');
  if (!isPam && !/^[Bb]ad password attempt for /.test(text)) return undefined;
  const rest = text.slice(isPam ? 29 : 25);
  const user = quotedAt(rest, 0);
  const from = rest.lastIndexOf(' from ');
  if (user === undefined || from === -1) return undefined;
  const source = sourceOf(rest.slice(from + 6));
  return { statusId: Status.Failure, user, source, method: 'password', reason: 'INVALID_CREDENTIALS' };
}

/** `Login attempt for nonexistent user from 203.0.113.5:40022`, with the name where Dropbear was built to tell it. */
function readNobody(text: string): DropbearFacts | undefined {
  const [, user = "'unknown'", place] =
    /^[Ll]ogin attempt for nonexistent user (?:('.{1,128}') )?from (\S{4,64})$/.exec(text) ?? [];
  if (place === undefined) return undefined;
  return { statusId: Status.Failure, user: user.slice(1, -1), source: sourceOf(place), reason: 'USER_DOES_NOT_EXIST' };
}

/** `Exit before auth from <203.0.113.5:40022>: (user 'root', 3 fails): Max auth tries reached …`. */
function readTooMany(text: string): DropbearFacts | undefined {
  if (!text.startsWith('Exit before auth')) return undefined;
  const at = text.indexOf("(user '");
  const user = quotedAt(text, at + 6);
  const end = text.indexOf('): ', at);
  if (user === undefined || end === -1) return undefined;
  return { statusId: Status.Failure, user, source: bracketed(text), reason: text.slice(end + 3) };
}

/** `Exit (alice) from <192.0.2.7:50122>: Disconnect received`. */
function readExit(text: string): DropbearFacts | undefined {
  const close = text.indexOf(')');
  if (!text.startsWith('Exit (') || close === -1) return undefined;
  return { isLogoff: true, statusId: Status.Success, user: text.slice(6, close), source: bracketed(text) };
}

/** What stands in single quotes at `at`. */
function quotedAt(text: string, at: number): string | undefined {
  return /^'([^']*)'/.exec(text.slice(at))?.[1];
}

function bracketed(text: string): SourceFacts | undefined {
  const place = / from <([^<>]{1,300})>/.exec(text)?.[1];
  return place === undefined ? undefined : sourceOf(place);
}

/** `192.0.2.7:50122` or `2001:db8::7:50122`: the port stands behind the last colon. */
function sourceOf(text: string): SourceFacts | undefined {
  const colon = text.lastIndexOf(':');
  return colon === -1 ? undefined : { host: text.slice(0, colon), port: text.slice(colon + 1) };
}
