import type { LifecycleStep } from '../../events/application-lifecycle.ts';
import type { Facts } from '../../events/facts.ts';

interface Known {
  /** Who says it: the whole name of the logger, or its beginning where it ends with a point. Absent: any logger. */
  readonly logger?: string;
  readonly message: RegExp;
  readonly step: (match: RegExpExecArray, facts: Facts) => LifecycleStep;
}

const tomcat = { name: 'Tomcat', vendor: 'Apache Software Foundation' };
const gunicorn = { name: 'gunicorn', vendor: 'Gunicorn' };
const serviceNamed = ({ service, logger }: Facts): string => service ?? logger ?? '';

/** Messages by which well-known servers and frameworks say that they have started or stopped. */
const known: readonly Known[] = [
  {
    // Spring Boot
    message: /^Started ([\w$.-]{1,200}) in \d{1,6}(?:\.\d{1,6})? seconds(?: \(| *$)/,
    step: ([, name = '']) => ({ activity: 'Start', name, isSuccess: true }),
  },
  {
    logger: 'org.apache.catalina.startup.Catalina.',
    message: /^Server startup in \[?[\d.,]{1,20}\]? (?:ms|milliseconds)/,
    step: () => ({ activity: 'Start', ...tomcat, isSuccess: true }),
  },
  {
    logger: 'Microsoft.Hosting.Lifetime',
    message: /^Application started\./,
    step: (_, facts) => ({ activity: 'Start', name: serviceNamed(facts), isSuccess: true }),
  },
  {
    logger: 'Microsoft.Hosting.Lifetime',
    message: /^Application is shutting down/,
    step: (_, facts) => ({ activity: 'Stop', name: serviceNamed(facts) }),
  },
  {
    message: /^Starting gunicorn (\d[\w.]{0,30})$/,
    step: ([, version = '']) => ({ activity: 'Start', ...gunicorn, version }),
  },
  {
    // uvicorn
    message: /^Application (startup|shutdown) complete\.$/,
    step: ([, step], facts) => ({
      activity: step === 'startup' ? 'Start' : 'Stop',
      name: facts.service ?? 'uvicorn',
      isSuccess: true,
    }),
  },
  { message: /^Shutting down: Master$/, step: () => ({ activity: 'Stop', ...gunicorn }) },
];

/** Most messages begin otherwise. */
const beginnings: ReadonlySet<string> = new Set(['Star', 'Serv', 'Appl', 'Shut']);
const maxLength = 500;

/** The step of an application that a record says for certain; undefined for every other. */
export function lifecycleOf(facts: Facts): LifecycleStep | undefined {
  const { message, logger, level } = facts;
  // Prose without a level or a logger is no log of a framework.
  if (message === undefined || (logger === undefined && level === undefined)) return undefined;
  if (message.length > maxLength || !beginnings.has(message.slice(0, 4))) return undefined;
  for (const { logger: wanted, message: pattern, step } of known) {
    if (wanted !== undefined && !isLogger(logger, wanted)) continue;
    const match = pattern.exec(message);
    if (match !== null) return step(match, facts);
  }
  return undefined;
}

function isLogger(logger: string | undefined, wanted: string): boolean {
  if (logger === undefined) return false;
  return wanted.endsWith('.') ? `${logger}.`.startsWith(wanted) : logger === wanted;
}
