import { ipOf, isHostname } from '../../events/address.ts';
import type { HttpFacts } from '../../events/facts.ts';
import type { EventContext } from '../../events/metadata.ts';
import {
  takeMethod,
  takeQuery,
  takeReferrer,
  takeRequestBytes,
  takeResponseBytes,
  takeTarget,
  takeUserAgent,
  takeVersion,
} from '../json/http-exchange.ts';
import { takeClient, takeForwardedFor, takeServer, takeServerPort, takeUser } from '../json/http-parties.ts';
import { digits, isNothing, setTime, type Format, type Groups, type Request } from './server-line.ts';

/**
 * IIS, whose fields stand in the order of W3C's extended format: those that it writes unless told otherwise, and the
 * others that can be switched on. What the words between mean follows from those that can be nothing else: the method
 * before a path, the port before the user and the client's address, the three numbers of the outcome.
 */
export const iisFormat: Format = {
  begins: digits,
  pattern:
    /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?<before>(?:\S{1,256} ){0,3})(?<method>[A-Z][A-Z_-]{0,31}) (?<target>\/\S{0,4096}) (?<query>\S{1,8192}) (?<port>\d{1,5}) (?<user>\S{1,512}) (?<client>[\da-fA-F.:%]{2,64})(?<words>(?: \S{1,8192}){1,6}?) (?<status>[1-9]\d\d) (?<substatus>\d{1,3}) (?<win32>\d{1,10})(?<numbers>(?: \d{1,15}){0,3})(?: (?<forwarded>\S{1,1024}))?$/,
  read: readIis,
};

function readIis(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  setTime(facts, groups['time'] ?? '', context);
  takeMethod(http, groups['method']);
  takeTarget(http, groups['target']);
  takeQuery(http, groups['query']);
  takeServerPort(http, groups['port']);
  takeUser(http, groups['user']);
  takeClient(http, groups['client']);
  const iis: Record<string, unknown> = { substatus: groups['substatus'], win32_status: groups['win32'] };
  rest['iis'] = iis;
  readServer(http, iis, wordsOf(groups['before']));
  readWords(http, iis, wordsOf(groups['words']));
  readNumbers(http, iis, wordsOf(groups['numbers']));
  const { forwarded } = groups;
  if (isNothing(forwarded)) return;
  if (!takeForwardedFor(http, forwarded?.replaceAll('+', ''))) iis['others'] = forwarded;
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((each) => each !== '');
}

/** The site, the machine and its address, as far as they are there. */
function readServer(http: HttpFacts, iis: Record<string, unknown>, words: readonly string[]): void {
  for (const each of words) {
    if (ipOf(each) !== undefined) takeServer(http, each);
    else if (/^W3SVC\d{1,10}$/.test(each)) iis['site'] = each;
    else if (isHostname(each) && http.serverName === undefined) http.serverName = each;
    else iis['server'] = each;
  }
}

/** Version, agent, cookie, referrer and host; only the agent is there always. */
function readWords(http: HttpFacts, iis: Record<string, unknown>, words: readonly string[]): void {
  const isVersionFirst = words[0]?.startsWith('HTTP/') === true;
  const [agent = '-', ...others] = isVersionFirst ? words.slice(1) : words;
  if (isVersionFirst) takeVersion(http, words[0]);
  if (agent !== '-') {
    // IIS writes blanks in it as plus signs.
    takeUserAgent(http, agent.replaceAll('+', ' '));
    iis['agent'] = agent;
  }
  const host = others.length > 1 && !isAddress(others.at(-1)) ? others.at(-1) : undefined;
  const [referrer, cookie] = (host === undefined ? [...others] : others.slice(0, -1)).toReversed();
  takeServer(http, host);
  if (!isNothing(cookie)) iis['cookie'] = cookie;
  if (isNothing(referrer)) return;
  if (isAddress(referrer) || others.length === 1) takeReferrer(http, referrer);
  else iis['others'] = referrer;
}

function isAddress(text: string | undefined): boolean {
  return text !== undefined && /^[a-z][a-z0-9+.-]{0,31}:\/\//i.test(text);
}

/** One number is how long it took; of three, that is the last, after what was sent and received. */
function readNumbers(http: HttpFacts, iis: Record<string, unknown>, numbers: readonly string[]): void {
  if (numbers.length === 2) iis['numbers'] = numbers.join(' ');
  else if (numbers.length > 0) http.durationMs = Number(numbers.at(-1));
  if (numbers.length !== 3) return;
  takeResponseBytes(http, Number(numbers[0]));
  takeRequestBytes(http, Number(numbers[1]));
}
