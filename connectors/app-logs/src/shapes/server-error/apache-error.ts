import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, type LifecycleStep } from '../../events/application-lifecycle.ts';
import { authentication } from '../../events/authentication.ts';
import { ipOf, isHostname, splitHostPort } from '../../events/address.ts';
import { noFacts, noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { genericEvent } from '../../events/generic-event.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { offsetMinutes } from '../../time/iso.ts';
import { apacheTime } from '../../time/written-times.ts';

/** `] [core:error] [pid 1:tid 2] [client 192.0.2.1:51234] `: the parts that have brackets of their own. */
const heading =
  /^\] \[(?:([\w-]{0,60}):)?([a-z0-9]{3,8})\] (?:\[pid (\d{1,10})(?::tid (\d{1,20}))?\] )?(?:\[remote ([^\][ ]{1,255})\] )?(?:\[client ([^\][ ]{1,255}|\[[^\][]{1,60}\](?::\d{1,5})?)\] )?/;

/** The event of a line of Apache's error log; undefined where it is none. */
export function apacheErrorEvent(line: string, context: EventContext): MappedEvent | undefined {
  if (line.charCodeAt(0) !== 91) return undefined;
  const leading = apacheTime(line, 1, context.config.zone);
  if (leading === undefined) return undefined;
  const originalTime = line.slice(1, leading.end);
  const said = { time: leading.time, originalTime, timezoneOffset: offsetMinutes(originalTime) };
  return eventOf({ line, rest: line.slice(leading.end), time: said }, context);
}

/** The event of what a line of the error log says without a time before it; undefined where it is none. */
export function apacheErrorWithoutTime(line: string, context: EventContext): MappedEvent | undefined {
  return line.charCodeAt(0) === 91 ? eventOf({ line, rest: `] ${line}`, time: {} }, context) : undefined;
}

interface ErrorLine {
  readonly line: string;
  /** From the bracket on that closes the time. */
  readonly rest: string;
  readonly time: Partial<Facts>;
}

function eventOf({ line, rest: text, time }: ErrorLine, context: EventContext): MappedEvent | undefined {
  const match = heading.exec(text.slice(0, 600));
  const [whole = '', module, level = '', pid, tid, remote, client] = match ?? [];
  const severityId = /^trace\d$/.test(level) ? severityOfName('trace') : severityOfName(level);
  if (severityId === undefined) return undefined;
  const message = text.slice(whole.length);
  const facts = Object.assign(noFacts(), time, {
    level,
    severityId,
    message: message.slice(0, maxTextLength),
    service: 'httpd',
    logger: module === '' ? undefined : module,
  });
  const said = Object.entries({ pid, tid, remote, client, code: /^AH\d{5}/.exec(message)?.[0] });
  const apache = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  const rest = {
    ...(Object.keys(apache).length === 0 ? {} : { apache }),
    ...(message.length > maxTextLength ? { line } : {}),
  };
  const record = { line, facts, rest };
  const step = lifecycle(message);
  if (step !== undefined) return applicationLifecycle(record, step, context);
  const failed = failedLogin.exec(message) ?? failedLdapLogin.exec(message);
  if (failed === null) return genericEvent(record, context);
  Object.assign(facts, { isSuccess: false, eventAction: 'login', eventReason: failed[2]?.replace(/: \/| for$/, '') });
  return authentication({ ...record, http: httpOf(client), user: { name: failed[1] ?? '' } }, context);
}

/**
 * A password that is wrong, a user that is not there (basic and digest authentication; before 2.4 without a code). A user
 * who is not found is followed by the path, or by the realm.
 */
const failedLogin =
  /^(?:AH(?:01617|01618|01790|01792|01794): |Digest: )?user [`']?([^\s:`']{1,255})'?:? (?:in realm [`'][^`']{0,255}' )?(authentication failure for|not found: \/|password mismatch: \/)/;

/** A directory that did not know the user or the password; why stands in brackets. */
const failedLdapLogin =
  /^(?:AH01695: )?auth_ldap authenticate: user (\S{1,255}) authentication failed; URI \S{1,2048} \[([^\][]{1,255})\]/;

/** The codes with which httpd says that it has started, was told to end, or to begin anew. */
function lifecycle(message: string): LifecycleStep | undefined {
  const server = { name: 'Apache HTTP Server', vendor: 'Apache Software Foundation' };
  switch (message.slice(0, 7)) {
    case 'AH00163':
    case 'AH00489':
    case 'AH00292': {
      const version = /^AH\d{5}: Apache\/(\d[\w.]{0,20})/.exec(message)?.[1];
      return { activity: 'Start', ...server, ...(version === undefined ? {} : { version }) };
    }
    case 'AH00169':
    case 'AH00491':
      return { activity: 'Stop', ...server };
    case 'AH00171':
    case 'AH00493':
    case 'AH00494':
    case 'AH00173':
      return { activity: 'Restart', ...server };
    default:
      return undefined;
  }
}

function httpOf(client: string | undefined): HttpFacts {
  const http = noHttpFacts();
  if (client === undefined) return http;
  const { host, port } = splitHostPort(client);
  const ip = ipOf(host) ?? ipOf(client);
  if (ip !== undefined) http.clientIp = ip;
  else if (isHostname(host)) http.clientHostname = host;
  http.clientPort = port;
  return http;
}
