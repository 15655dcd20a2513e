import { phrase } from '../../text/phrase.ts';

type Values = Readonly<Record<string, string>>;

/**
 * The values of an event that is not in the structured format, by the names that it would have there; undefined for
 * events whose words are not known. The words changed with the releases: what cannot be told apart is left out.
 */
export function readPlain(name: string, text: string): Values | undefined {
  if (name.startsWith('RT_FLOW_SESSION_')) return readSession(text);
  if (name === 'IDP_ATTACK_LOG_EVENT') return readAttack(text);
  return managed.get(name)?.(text);
}

const managed: ReadonlyMap<string, (text: string) => Values | undefined> = new Map<
  string,
  (text: string) => Values | undefined
>([
  ['UI_LOGIN_EVENT', readLogin],
  ['UI_LOGOUT_EVENT', phrase("User '{username}'")],
  ['UI_AUTH_EVENT', readLogin],
  ['UI_COMMIT', phrase("User '{username}'")],
  ['UI_CMDLINE_READ_LINE', phrase("User '{username}', command '{command*}'")],
  ['SSHD_LOGIN_FAILED', phrase("Login failed for user '{username*}' from host '{source-address}'")],
  ['LOGIN_FAILED', phrase('Login failed for user {username*} from host {source-address}')],
  ['LOGIN_INFORMATION', phrase('User {username} logged in from host {hostname} on device {tty-name}')],
]);

/** `User 'alice' login, class 'super-user' [812], ssh-connection '192.0.2.5 4711 198.51.100.1 22', client-mode 'cli'`. */
function readLogin(text: string): Values | undefined {
  const username = /^(?:User|Authenticated user) '([^']{1,128})'/.exec(text)?.[1];
  if (username === undefined) return undefined;
  const connection = /ssh-connection '([^']{1,128})'/.exec(text)?.[1];
  return connection === undefined ? { username } : { username, 'ssh-connection': connection };
}

const arrow = /^([^ />]{1,64})\/(\d{1,5})->([^ />]{1,64})\/(\d{1,5})$/;

/** The two ends of `192.0.2.7/4711->198.51.100.2/80`. */
function endsOf(text: string | undefined): Values | undefined {
  const match = arrow.exec(text ?? '');
  if (match === null) return undefined;
  const [, source = '', sourcePort = '', destination = '', destinationPort = ''] = match;
  return {
    'source-address': source,
    'source-port': sourcePort,
    'destination-address': destination,
    'destination-port': destinationPort,
  };
}

/**
 * `session closed TCP RST: 192.0.2.7/4711->198.51.100.2/80 junos-http 203.0.113.1/1024->198.51.100.2/80 nat1 None 6 web
 * trust untrust 812 10(1234) 8(5678) 5 …`: the ends, what stands behind them, and from the number of the protocol on, which
 * is the first bare number behind the translated ends, the policy, the zones, the session and the counters.
 */
function readSession(text: string): Values | undefined {
  const words = text.split(' ', 128);
  const first = words.findIndex((word) => arrow.test(word));
  const second = words.findLastIndex((word) => arrow.test(word));
  const ends = endsOf(words[first]);
  if (ends === undefined) return undefined;
  const service = words.slice(first + 1).find((word) => !/^0x[0-9a-f]+$/.test(word));
  const values: Record<string, string> = { ...ends, 'service-name': service ?? '' };
  const reason = words.slice(2, first).join(' ').replace(/:$/, '');
  if (reason !== '') values['reason'] = reason;
  const protocol = words.findIndex((word, place) => place > second + 1 && /^\d{1,3}(?:\(\d+\))?$/.test(word));
  return protocol === -1 ? values : { ...values, ...behindProtocol(words.slice(protocol)) };
}

function behindProtocol(words: readonly string[]): Values {
  const [protocol = '', policy = '', from = '', to = '', session = '', sent = '', received = '', elapsed = ''] = words;
  const values: Record<string, string> = {
    'protocol-id': protocol.replace(/\(.*$/, ''),
    'policy-name': policy,
    'source-zone-name': from,
    'destination-zone-name': to,
  };
  if (/^\d+$/.test(session)) values['session-id-32'] = session;
  const [out, back] = [counters.exec(sent), counters.exec(received)];
  if (out === null || back === null) return values;
  const [, packetsOut = '', bytesOut = ''] = out;
  const [, packetsBack = '', bytesBack = ''] = back;
  values['packets-from-client'] = packetsOut;
  values['bytes-from-client'] = bytesOut;
  values['packets-from-server'] = packetsBack;
  values['bytes-from-server'] = bytesBack;
  if (/^\d+$/.test(elapsed)) values['elapsed-time'] = elapsed;
  return values;
}

const counters = /^(\d{1,15})\((\d{1,15})\)$/;

const attack = phrase(
  'IDP: at {epoch-time}, {message-type} Attack log <{ends}> for {protocol-name} protocol and {rest}',
);

/** `IDP: at 1768381921, SIG Attack log <192.0.2.7/4711->198.51.100.2/80> for TCP protocol and service … attack: …`. */
function readAttack(text: string): Values | undefined {
  const found = attack(text);
  if (found === undefined) return undefined;
  const ends = endsOf(found.ends);
  if (ends === undefined) return undefined;
  const { ends: _, rest, ...values } = found;
  return {
    ...values,
    ...ends,
    'policy-name': / in policy ([^ .]{1,64})/.exec(rest)?.[1] ?? '',
    action: /\baction=([A-Z_]{2,32})/.exec(rest)?.[1] ?? '',
    'threat-severity': /\bthreat-severity=([A-Z]{2,16})/.exec(rest)?.[1] ?? '',
    'attack-name': /, name=([^ ,]{1,256})/.exec(rest)?.[1] ?? '',
  };
}
