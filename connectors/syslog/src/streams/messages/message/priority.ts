const facilityNames: readonly string[] = [
  'kern',
  'user',
  'mail',
  'daemon',
  'auth',
  'syslog',
  'lpr',
  'news',
  'uucp',
  'cron',
  'authpriv',
  'ftp',
  'ntp',
  'audit',
  'alert',
  'clock',
  'local0',
  'local1',
  'local2',
  'local3',
  'local4',
  'local5',
  'local6',
  'local7',
];

const severityNames: readonly string[] = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

export function facilityName(facility: number): string | undefined {
  return facilityNames[facility];
}

export function severityName(severity: number): string | undefined {
  return severityNames[severity];
}

/** Names that other systems have for the same. */
const otherNames: ReadonlyMap<string, number> = new Map([
  ['warn', 4],
  ['error', 3],
  ['panic', 0],
]);

const level = /^<?([a-z]{3,8}\d?)\.([a-z]{3,8})>? /;

/**
 * The priority in words, `auth.info `, which BusyBox writes before the program, and FreeBSD in angle brackets before the
 * host. Undefined where the words are none of syslog's.
 */
export function readLevel(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const [all = '', facility = '', severity = ''] = level.exec(text.slice(at, at + 128)) ?? [];
  const first = facilityNames.indexOf(facility);
  const known = severityNames.indexOf(severity);
  const second = known === -1 ? otherNames.get(severity) : known;
  return first === -1 || second === undefined ? undefined : { value: first * 8 + second, end: at + all.length };
}

/** The greatest priority: facility 23, severity 7 (RFC 5424, 6.2.1). */
const maxPriority = 191;

/** A priority `<0>` to `<191>` at the start of a text, and where it ends. */
export function readPriority(text: string): { readonly value: number; readonly end: number } | undefined {
  if (text.charCodeAt(0) !== 0x3c) return undefined;
  let value = 0;
  for (let at = 1; at <= 4; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) return at > 1 && value <= maxPriority ? { value, end: at + 1 } : undefined;
    if (!(code >= 0x30 && code <= 0x39)) return undefined;
    value = value * 10 + code - 0x30;
  }
  return undefined;
}
