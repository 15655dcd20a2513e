/** What a program hands to the syslog of its machine. */
export interface SyslogEntry {
  readonly at: number;
  readonly host: string;
  readonly program: string;
  readonly pid: number;
  readonly facility: Facility;
  readonly severity: Severity;
  readonly text: string;
}

const facilities = { kern: 0, daemon: 3, auth: 4, cron: 9, authpriv: 10, local7: 23 } as const;
const severities = { error: 3, warning: 4, notice: 5, info: 6 } as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Facility = keyof typeof facilities;
type Severity = keyof typeof severities;

/** As RFC 5424 has it: year, zone and milliseconds included. */
export function rfc5424(entry: SyslogEntry): string {
  return `<${priority(entry)}>1 ${new Date(entry.at).toISOString()} ${entry.host} ${entry.program} ${entry.pid} - - ${entry.text}`;
}

/** As RFC 3164 has it, and as small devices still send it: no year, no zone. */
export function rfc3164(entry: SyslogEntry): string {
  const time = new Date(entry.at);
  const day = String(time.getUTCDate()).padStart(2, ' ');
  const stamp = `${months[time.getUTCMonth()]} ${day} ${time.toISOString().slice(11, 19)}`;
  return `<${priority(entry)}>${stamp} ${entry.host} ${entry.program}[${entry.pid}]: ${entry.text}`;
}

function priority(entry: SyslogEntry): number {
  return facilities[entry.facility] * 8 + severities[entry.severity];
}
