/** OCSF `severity_id`. */
export const severity = {
  unknown: 0,
  informational: 1,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5,
  fatal: 6,
  other: 99,
} as const;

const byName: readonly (readonly [number, readonly string[]])[] = [
  [severity.informational, ['trace', 'finest', 'finer', 'fine', 'silly', 'verbose', 'debug', 'dbug', 'debug1']],
  [severity.informational, ['info', 'information', 'informational', 'config', 'http', 'audit', 'success']],
  [severity.low, ['notice']],
  [severity.medium, ['warn', 'warning']],
  [severity.high, ['error', 'err', 'eror', 'severe']],
  [severity.critical, ['critical', 'crit', 'alert', 'dpanic']],
  [severity.fatal, ['fatal', 'emerg', 'emergency', 'panic']],
];

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Levels as loggers spell them: lower case, upper case, capitalised. */
const severities: ReadonlyMap<string, number> = new Map(
  byName.flatMap(([id, names]) =>
    names.flatMap((name) => [name, name.toUpperCase(), capitalised(name)].map((spelling) => [spelling, id] as const)),
  ),
);

/** Severity of a level's name; undefined where no logger that we know calls a level so. */
export function severityOfName(level: string): number | undefined {
  return severities.get(level) ?? (level.length <= 16 ? severities.get(level.toLowerCase()) : undefined);
}

/** Severity of a level's number on the scale of pino and bunyan: 10 trace to 60 fatal, others in between. */
export function severityOfNumber(level: number): number | undefined {
  if (!(level >= 10 && level < 70)) return undefined;
  if (level < 40) return severity.informational;
  if (level < 50) return severity.medium;
  return level < 60 ? severity.high : severity.fatal;
}
