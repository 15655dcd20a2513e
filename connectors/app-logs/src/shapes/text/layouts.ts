import { SeverityId } from '@sluice/ocsf/1.3.0';
import type { Facts } from '../../events/facts.ts';
import { severityOfName } from '../../events/severity.ts';

/** What a line says of itself before its message. */
export interface Heading {
  /** Where the message begins, from the heading's own start. */
  readonly length: number;
  /** What no fact holds: thread, process. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Headings are looked for among so many characters, whatever the line holds. */
const maxHeadingLength = 512;

interface Layout {
  /** The first character that is no blank; `A` for any capital letter, `a` for any other, `0` for any digit. Settles most layouts. */
  readonly begins: string;
  readonly pattern: RegExp;
}

/**
 * What the usual layouts put between the time and the message. `level` and `logger` go to facts, other groups (`thread`,
 * `pid`) are kept by their names. What has no level is taken as it stands; a level must be one.
 */
const afterTime: readonly Layout[] = [
  // Spring Boot: `  INFO 4711 --- [shop] [           main] c.e.Shop : `
  {
    begins: 'A',
    pattern:
      /^ {1,4}(?<level>[A-Z]{4,5}) (?<pid>\d{1,10}) --- (?:\[[^\][]{0,100}\] )?\[(?<thread>[^\][]{1,200})\] (?:\[[^\][]{0,200}\] )?(?<logger>[^\s:]{1,200}) {0,60}: ?/,
  },
  // logback, log4j: ` [main] INFO  com.example.Cart - `
  {
    begins: '[',
    pattern:
      /^ {1,2}\[(?<thread>[^\][]{1,200})\] (?<level>[A-Za-z]{4,8}) {1,4}(?<logger>[\w.$/-]{1,200})(?: \[\])?(?: {1,60}| ?)[-:] /,
  },
  // log4j: ` INFO  [main] com.example.Cart - `; JBoss: ` INFO  [org.example] (main) `
  {
    begins: 'A',
    pattern: /^ {1,2}(?<level>[A-Z]{4,8}) {1,4}\[(?<logger>[\w.$/-]{1,200})\] \((?<thread>[^()]{1,200})\) /,
  },
  {
    begins: 'A',
    pattern:
      /^ {1,2}(?<level>[A-Z]{4,8}) {1,4}\[(?<thread>[^\][]{1,200})\] (?<logger>[\w.$/-]{1,200})(?::(?<line>\d{1,6}))? ?[-:] /,
  },
  // Tomcat: ` INFO [main] org.apache.catalina.startup.Catalina.start `
  {
    begins: 'A',
    pattern:
      /^ (?<level>SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST) \[(?<thread>[^\][]{1,200})\] (?<logger>[\w$]{1,60}(?:\.[\w$<>]{1,60}){1,12}) /,
  },
  // ZooKeeper: ` - INFO  [main:QuorumPeer@774] - `
  { begins: '-', pattern: /^ - (?<level>[A-Z]{4,5}) {1,2}\[(?<thread>.{1,200}?)\] - / },
  // Python as its documentation shows it: ` - shop.cart - INFO - `
  { begins: '-', pattern: /^ - (?<logger>[\w.-]{1,200}) - (?<level>[A-Z]{4,8}) - / },
  // gunicorn: `] [4711] [INFO] `
  { begins: ']', pattern: /^\] \[(?<pid>\d{1,10})\] \[(?<level>[A-Z]{4,8})\] / },
  // Elasticsearch and OpenSearch: `][INFO ][o.e.n.Node               ] [es1] `
  {
    begins: ']',
    pattern: /^\]\[(?<level>[A-Z]{4,8}) {0,4}\]\[(?<logger>[\w.$-]{1,100}) {0,60}\] (?:\[(?<node>[^\][]{0,255})\] ?)?/,
  },
  // Monolog: `] security.INFO: `
  { begins: ']', pattern: /^\] (?<logger>[\w-]{1,60})\.(?<level>[A-Z]{4,9}): / },
  // PostgreSQL: ` [4711] alice@shop FATAL:  `
  {
    begins: '[',
    pattern:
      /^ \[(?<pid>\d{1,10})\](?: (?<client>[\da-f.:]{2,45}(?:\(\d{1,5}\))?|\[local\]))?(?: (?<session>[^\s@]{1,128}@[^\s@]{1,128}))? {1,2}(?<postgres>DEBUG\d?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC): {1,2}/,
  },
  // PostgreSQL as pgBadger asks for it: ` [4711]: [1-1] user=alice,db=shop,app=psql,client=203.0.113.7 FATAL:  `; whoever
  // connects names the application, so that a second client behind it may be no client
  {
    begins: '[',
    pattern:
      /^ \[(?<pid>\d{1,10})\]:? (?:\[\d{1,10}-\d{1,10}\] )?user=(?<user>[^,]{0,128}),db=(?<database>[^,]{0,128})(?:,app=(?<application>[^,]{0,128}))?(?:,client=(?<client>[\w.:[\]-]{0,255}))? (?<postgres>DEBUG\d?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC): {1,2}(?!.*,client=)/,
  },
  // OpenStack: ` 4711 INFO nova.compute.manager [req-3f2a… - - - - -] `
  {
    begins: '0',
    pattern:
      /^ (?<pid>\d{1,10}) (?<level>TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) (?<logger>[\w.$-]{1,200}) \[(?<request_context>[^\][]{1,300})\] /,
  },
  // MySQL: ` 12 [Warning] [MY-010055] [Server] `
  {
    begins: '0',
    pattern:
      /^ (?<thread>\d{1,20}) \[(?<level>System|Note|Warning|Error|ERROR)\](?: \[(?<code>MY-\d{6})\] \[(?<logger>\w{1,32})\])? /,
  },
  // PostgreSQL on RDS: `:203.0.113.7(41022):alice@shop:[4711]:FATAL:  `
  {
    begins: ':',
    pattern:
      /^:(?:(?<client>[\w.:-]{1,255})\(\d{1,5}\))?:(?<session>[^\s@]{0,128}@[^\s@:]{0,128}):\[(?<pid>\d{1,10})\]:(?<postgres>DEBUG\d?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC): {1,2}/,
  },
  // loguru: ` | ERROR    | shop.cart:add:31 - `
  {
    begins: '|',
    pattern: /^ \| (?<level>[A-Z]{4,8}) {0,4} \| (?<logger>[\w.-]{1,200}):(?<source>[\w<>]{1,100}:\d{1,7}) - /,
  },
  // RabbitMQ: ` [info] <0.229.0> `; ejabberd: ` [info] <0.585.0>@ejabberd_c2s:process_auth_result/3:283 `
  {
    begins: '[',
    pattern: /^ \[(?<level>[a-z]{4,9})\] <(?<process>[\d.]{3,30})>(?:@(?<source>[\w:/.-]{1,200}))? {1,2}/,
  },
  // AdGuard Home: ` [info] auth: `
  { begins: '[', pattern: /^ \[(?<level>info|error|debug)\] (?<logger>auth): / },
  // Uptime Kuma: ` [AUTH] WARN: `
  { begins: '[', pattern: /^ \[(?<logger>[A-Z][A-Z_-]{1,30})\] (?<level>DEBUG|INFO|WARN|ERROR): / },
  // Icinga: `] warning/HttpServerConnection: `
  { begins: ']', pattern: /^\] (?<level>debug|notice|information|warning|critical)\/(?<logger>\w{1,60}): / },
  // Serilog as Jellyfin has it: `] [INF] [12] Jellyfin.Server: `
  { begins: ']', pattern: /^\] \[(?<level>[A-Z]{3})\] \[(?<thread>\d{1,10})\] (?<logger>[\w.+\x60]{1,200}): / },
  // Asterisk with a date: `] NOTICE[4711][C-0000001a]: chan_sip.c:28468 handle_request_register: `
  {
    begins: ']',
    pattern:
      /^\] (?<level>DEBUG|VERBOSE|NOTICE|WARNING|ERROR|SECURITY)\[(?<pid>\d{1,10})\](?:\[(?<session>[\w-]{1,20})\])?:? (?<source>[\w/]{1,100}\.c(?::\d{1,6})?)(?: (?:in )?\w{1,64})?: /,
  },
  // Celery: `: INFO/MainProcess] `
  { begins: ':', pattern: /^: (?<level>[A-Z]{4,8})\/(?<process>[\w-]{1,60})\] / },
  // GitLab: `: `; lighttpd: `: (mod_auth.c.828) `
  { begins: ':', pattern: /^: (?:\((?<source>[\w.-]{1,60})\) )?/ },
  // zap's console: `\tinfo\tshop\tshop/cart.go:42\t`
  {
    begins: '\t',
    pattern: /^\t(?<level>[A-Za-z]{4,6})\t(?:(?:(?<logger>[\w.-]{1,100})\t)?(?<source>[\w./@-]{1,200}:\d{1,7})\t)?/,
  },
  // Envoy's own log: `][12][warning][config] [source/common/config/x.cc:152] `
  {
    begins: ']',
    pattern:
      /^\]\[(?<thread>\d{1,10})\]\[(?<level>[a-z]{4,8})\]\[(?<logger>\w{1,60})\] (?:\[(?<source>[\w./-]{1,200}:\d{1,7})\] )?/,
  },
  // Vaultwarden: `][vaultwarden::api::identity][ERROR] `
  { begins: ']', pattern: /^\]\[(?<logger>[\w:.]{1,100})\]\[(?<level>[A-Z]{4,5})\] / },
  // Python: `] [INFO] [shop.auth] `
  { begins: ']', pattern: /^\] \[(?<level>[A-Z]{4,8})\] \[(?<logger>[\w.-]{1,100})\] / },
  // MongoDB up to 4.2: ` I ACCESS   [conn7] `
  {
    begins: 'A',
    pattern: /^ (?<level>[DIWEF]) (?<logger>[A-Z]{2,12}|-) {1,12}\[(?<thread>[\w-]{1,60})\] {1,2}/,
  },
  // SQL Server: ` Logon       `, ` spid7s      `
  { begins: 'A', pattern: /^ (?<logger>Logon|Server|Backup) {2,12}/ },
  { begins: 'a', pattern: /^ (?<logger>spid\d{1,5}s?) {2,12}/ },
  // Gitea: ` …/web/auth/auth.go:212:SignInPost() [W] `
  { begins: '.', pattern: /^ (?<source>[\w./-]{1,200}:\d{1,7}:[\w.*()]{1,100}) \[(?<level>[TDIWEF])\] / },
  // log4js: `] [INFO] shop - `
  { begins: ']', pattern: /^\] \[(?<level>[A-Z]{4,8})\] (?<logger>[\w.-]{1,100}) - / },
  // bunyan's own reader: `] ERROR: shop/4711 on web1: `
  {
    begins: ']',
    pattern: /^\] {1,2}(?<level>[A-Z]{4,5}): (?<logger>[\w.-]{1,100})\/(?<pid>\d{1,10}) on (?<host>[\w.-]{1,255}): /,
  },
  // Kafka: `] INFO `
  { begins: ']', pattern: /^\] (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) / },
  // winston: ` info: `, ` [info]: `, ` [info][API]: `
  { begins: 'a', pattern: /^ (?<level>[a-z]{4,8}): / },
  { begins: '[', pattern: /^ \[(?<level>[a-z]{4,8})\](?:\[(?<logger>[\w. -]{1,60})\])?: / },
  // ` INFO com.example.Cart - `, ` INFO shop.cart: `, ` INFO shop::cart: `
  { begins: 'A', pattern: /^ {1,2}(?<level>[A-Z]{4,8}) {1,4}(?<logger>[\w.$/-]{1,200}(?:::\w{1,100}){0,10})(?: -|:) / },
];

const byBeginning: ReadonlyMap<string, readonly RegExp[]> = new Map(
  [...new Set(afterTime.map(({ begins }) => begins))].map((begins) => [
    begins,
    afterTime.filter((layout) => layout.begins === begins).map(({ pattern }) => pattern),
  ]),
);

const withoutTime: readonly RegExp[] = [
  // Python without any configuration: `WARNING:root:`
  /^(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL):(?<logger>[\w.-]{1,200}):/,
  // uvicorn: `INFO:     `
  /^(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL): {1,9}/,
  // logback without any configuration, which leaves the date out: `12:00:00.123 [main] INFO com.example.Cart - `
  /^\d\d:\d\d:\d\d[.,]\d{3} \[(?<thread>[^\][]{1,200})\] (?<level>[A-Z]{4,5}) {1,4}(?<logger>[\w.$/-]{1,200}) --? ?/,
  // winston: `info: `
  /^(?<level>error|warn|info|verbose|debug): /,
  // pino-pretty: `[12:00:00.123] INFO (4711): `
  /^\[\d\d:\d\d:\d\d(?:\.\d{3})?\] (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) \((?:(?<logger>[\w.-]{1,100})\/)?(?<pid>\d{1,10})(?: on (?<host>[\w.-]{1,255}))?\): /,
  // WildFly's console: `12:00:00,123 WARN  [org.keycloak.events] (default task-1) `
  /^\d\d:\d\d:\d\d,\d{3} (?<level>[A-Z]{4,5}) {1,2}\[(?<logger>[\w.$/-]{1,200})\] \((?<thread>[^()]{1,200})\) /,
  // Monolog behind the heading of syslog: `security.WARNING: `
  /^(?<logger>[\w-]{1,60})\.(?<level>DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /,
  // java.util.logging, whose time stands on the line before: `INFO: `
  /^(?<level>SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST): /,
];

/** Levels that databases have beside those of loggers; elsewhere these words are none. */
const ownLevels: ReadonlyMap<string, SeverityId> = new Map(
  ['LOG', 'System', 'Note', 'SECURITY'].map((level) => [level, SeverityId.Informational]),
);

/** Levels that are a letter: MongoDB's, Gitea's. */
const levelsByLetter: Readonly<Record<string, string>> = {
  T: 'trace',
  D: 'debug',
  I: 'info',
  W: 'warn',
  E: 'error',
  F: 'fatal',
};

/** PostgreSQL calls what ends one session fatal, and gives it to syslog as an error; a panic, which ends all, as critical. */
const postgresLevels: ReadonlyMap<string, SeverityId> = new Map([
  ['FATAL', SeverityId.High],
  ['PANIC', SeverityId.Critical],
]);

/** How grave PostgreSQL's level is. */
export function severityOfPostgres(level: string): SeverityId | undefined {
  return severityOf(level, true);
}

function severityOf(level: string, isPostgres: boolean): SeverityId | undefined {
  const own = isPostgres ? postgresLevels.get(level) : undefined;
  return own ?? severityOfName(levelsByLetter[level] ?? level) ?? ownLevels.get(level);
}

/** Ruby: `I, [2026-01-15T12:00:00.123456 #4711]  INFO -- shop: `. */
const afterRubyTime = /^ #(?<pid>\d{1,10})\] {1,3}(?<level>[A-Z]{3,7}) -- (?<logger>[^:]{0,100}): /;

export function headingAfterTime(facts: Facts, text: string): Heading | undefined {
  const layouts = byBeginning.get(beginningOf(text));
  return layouts === undefined ? undefined : headingOf(facts, text, layouts);
}

function beginningOf(text: string): string {
  let at = 0;
  while (text.charCodeAt(at) === 32) at += 1;
  const first = text.charAt(at);
  if (first >= '0' && first <= '9') return '0';
  if (first >= 'a' && first <= 'z') return 'a';
  return first >= 'A' && first <= 'Z' ? 'A' : first;
}

export function headingWithoutTime(facts: Facts, text: string): Heading | undefined {
  return headingOf(facts, text, withoutTime);
}

export function headingOfRuby(facts: Facts, text: string): Heading | undefined {
  return headingOf(facts, text, [afterRubyTime]);
}

function headingOf(facts: Facts, text: string, layouts: readonly RegExp[]): Heading | undefined {
  const head = text.slice(0, maxHeadingLength);
  for (const layout of layouts) {
    const match = layout.exec(head);
    if (match === null) continue;
    const { postgres, level = postgres, logger, ...others } = match.groups ?? {};
    const severityId = level === undefined ? undefined : severityOf(level, postgres !== undefined);
    if (level !== undefined && severityId === undefined) continue;
    if (level !== undefined) Object.assign(facts, { level, severityId });
    if (logger !== undefined && logger !== '') facts.logger = logger;
    const fields: Record<string, string> = {};
    for (const [name, value = ''] of Object.entries(others)) if (value !== '') fields[name] = value.trim();
    return { length: match[0].length, fields };
  }
  return undefined;
}
