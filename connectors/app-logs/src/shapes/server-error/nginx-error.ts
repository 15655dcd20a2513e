import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, type LifecycleStep } from '../../events/application-lifecycle.ts';
import { authentication } from '../../events/authentication.ts';
import { ipOf, isHostname } from '../../events/address.ts';
import { noFacts, noHttpFacts, type HttpFacts } from '../../events/facts.ts';
import { genericEvent } from '../../events/generic-event.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { takeRequestLine, takeReferrer } from '../json/http-exchange.ts';
import { takeServer } from '../json/http-parties.ts';
import { leadingIsoTime } from '../../time/iso.ts';

/** `2026/01/15 12:00:00 [error] 4711#4712: *45 message, client: 192.0.2.1, server: …, request: "…"`. */
const heading = /^ \[(debug|info|notice|warn|error|crit|alert|emerg)\] (\d{1,10})#(\d{1,10}): (?:\*(\d{1,20}) )?/;

/** The event of a line of nginx's error log; undefined where it is none. */
export function nginxErrorEvent(line: string, context: EventContext): MappedEvent | undefined {
  if (line.charCodeAt(4) !== 47) return undefined;
  const leading = leadingIsoTime(line, 0, context.config.zone);
  const match = leading === undefined ? null : heading.exec(line.slice(leading.end, leading.end + 80));
  if (leading === undefined || match === null) return undefined;
  const [{ length }, level = '', pid, tid, connection] = match;
  const message = line.slice(leading.end + length);
  const facts = Object.assign(noFacts(), {
    time: leading.time,
    originalTime: line.slice(0, leading.end),
    level,
    severityId: severityOfName(level),
    message: message.slice(0, maxTextLength),
    service: 'nginx',
  });
  const details = detailsOf(message);
  const ids = { pid, tid, ...(connection === undefined ? {} : { connection }) };
  const rest = { nginx: { ...ids, ...details }, ...(message.length > maxTextLength ? { line } : {}) };
  const record = { line, facts, rest };
  const step = lifecycle(message);
  if (step !== undefined) return applicationLifecycle(record, step, context);
  const failed = failedLogin.exec(message);
  if (failed === null) return genericEvent(record, context);
  const http = httpOf(details);
  const reason = failed[2];
  Object.assign(facts, { isSuccess: false, eventAction: 'login', eventReason: reason });
  return authentication({ ...record, http, user: { name: failed[1] ?? '' } }, context);
}

const failedLogin = /^user "([^"]{1,255})"(?:: | was )(password mismatch|not found) ?(?=,|in ")/;

/** What nginx says when a master process starts (at a reload it does not say it), and when it is told to end. */
function lifecycle(message: string): LifecycleStep | undefined {
  const server = { name: 'nginx', vendor: 'NGINX' };
  const version = /^nginx\/(\d[\w.-]{0,30})(?: \([^()]{0,60}\))?$/.exec(message)?.[1];
  if (version !== undefined) return { activity: 'Start', ...server, version };
  const isEnd = /^signal \d{1,2} \(SIG(?:TERM|INT|QUIT)\) received(?: from \d{1,10})?, (?:exiting|shutting down)$/;
  return isEnd.test(message) ? { activity: 'Stop', ...server } : undefined;
}

const detailNames = ['client', 'server', 'request', 'subrequest', 'upstream', 'host', 'referrer'] as const;

/** What stands at the end of a message as `, name: value`; a value in quotes ends at its last quote. */
function detailsOf(message: string): Record<string, string> {
  const details: Record<string, string> = {};
  const text = message.slice(0, maxTextLength);
  let from = text.indexOf(', client: ');
  for (const name of detailNames) {
    const mark = `, ${name}: `;
    const at = from === -1 ? -1 : text.indexOf(mark, from);
    if (at === -1) continue;
    const start = at + mark.length;
    const isQuoted = text.charAt(start) === '"';
    const close = isQuoted ? text.indexOf('"', start + 1) : text.indexOf(', ', start);
    details[name] = text.slice(isQuoted ? start + 1 : start, close === -1 ? undefined : close);
    from = close === -1 ? text.length : close;
  }
  return details;
}

function httpOf(details: Readonly<Record<string, string>>): HttpFacts {
  const http = noHttpFacts();
  const { client = '', host, request, referrer } = details;
  const ip = ipOf(client);
  if (ip !== undefined) http.clientIp = ip;
  else if (isHostname(client)) http.clientHostname = client;
  if (host !== undefined) takeServer(http, host);
  if (request !== undefined) takeRequestLine(http, request);
  if (referrer !== undefined) takeReferrer(http, referrer);
  return http;
}
