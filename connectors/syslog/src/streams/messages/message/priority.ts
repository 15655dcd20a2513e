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
