import { SeverityId } from '@sluice/ocsf/1.3.0';

const byName: readonly (readonly [SeverityId, readonly string[]])[] = [
  [SeverityId.Informational, ['trace', 'finest', 'finer', 'fine', 'silly', 'verbose', 'debug', 'dbug']],
  [SeverityId.Informational, ['debug1', 'debug2', 'debug3', 'debug4', 'debug5']],
  [SeverityId.Informational, ['vrb', 'trc', 'trce', 'dbg', 'inf']],
  [SeverityId.Informational, ['info', 'information', 'informational', 'config', 'http', 'audit', 'success']],
  [SeverityId.Low, ['notice']],
  [SeverityId.Medium, ['warn', 'warning', 'wrn']],
  [SeverityId.High, ['error', 'err', 'eror', 'severe', 'fail']],
  [SeverityId.Critical, ['critical', 'crit', 'alert', 'dpanic']],
  [SeverityId.Fatal, ['fatal', 'ftl', 'emerg', 'emergency', 'panic']],
];

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Levels as loggers spell them: lower case, upper case, capitalised. */
const severities: ReadonlyMap<string, SeverityId> = new Map(
  byName.flatMap(([id, names]) =>
    names.flatMap((name) => [name, name.toUpperCase(), capitalised(name)].map((spelling) => [spelling, id] as const)),
  ),
);

/** Severity of a level's name; undefined where no logger that we know calls a level so. */
export function severityOfName(level: string): SeverityId | undefined {
  return severities.get(level) ?? severities.get(level.toLowerCase());
}

/** Severity of a number of syslog: 0 emergency to 7 debug. */
export function severityOfSyslog(level: number): SeverityId | undefined {
  return severityOfName(['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'][level] ?? '');
}

/** Severity of a level's number on the scale of pino and bunyan: 10 trace to 60 fatal, others in between. */
export function severityOfNumber(level: number): SeverityId | undefined {
  if (!(level >= 10 && level < 70)) return undefined;
  if (level < 40) return SeverityId.Informational;
  if (level < 50) return SeverityId.Medium;
  return level < 60 ? SeverityId.High : SeverityId.Fatal;
}
