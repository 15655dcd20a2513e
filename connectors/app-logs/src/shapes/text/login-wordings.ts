const who = String.raw`(?:(?:for|by|of|from) )?(?:the )?(?:user(?:name)?|account|principal)?[ :=]{0,2}["'\x60]?(?<user>[^\s"'\x60,;()<>=]{1,128}?)["'\x60]?`;
const after = String.raw`(?=$|[.,;:](?: |$)|: | \(| - | (?:from|using|with|via|because|due|on|after|at|reason|successfully|ip)\b)`;
const login = '(?:log[- ]?in|log[- ]?on|sign[- ]?in|authentication)';

/** `for` or `user` must stand before a name: what else follows these words may be anything. */
const named = String.raw`(?=(?:for|by|of) |(?:the )?(?:user(?:name)?|account|principal)\b)`;

/** Authelia says which factor it was: `Unsuccessful 1FA authentication attempt by user 'alice'`. */
const factor = '(?:[A-Z0-9]{3,8} )?';

/** How a login or a logout is said; it names the `user`, and perhaps the `client` and for whom that asked, `forwarded`. */
export interface Wording {
  readonly pattern: RegExp;
  readonly phase: 'start' | 'end';
  readonly isSuccess: boolean;
}

const general: readonly Wording[] = [
  {
    pattern: new RegExp(
      `^${login} (?:attempt )?(?:failed|failure|rejected|denied|error)[:,]? ${named}${who}${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: new RegExp(
      `^(?:failed|invalid|unsuccessful|rejected) ${factor}${login}(?: attempt)?(?: made)?[:,]? ${named}${who}${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: new RegExp(
      `^(?:incorrect|invalid|wrong) (?:user ?name|login|e-?mail) or password ${named}${who}${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: new RegExp(`^successfully (?:logged|signed) in ${named}${who}${after}`, 'i'),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(`^${login} (?:succeeded|successful|success|accepted)[:,]? ${named}${who}${after}`, 'i'),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(`^successful ${factor}${login}(?: attempt)?(?: made)?[:,]? ${named}${who}${after}`, 'i'),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(
      `^user ["'\x60]?(?<user>[^\\s"'\x60,;()<>=]{1,128}?)["'\x60]? (?:has )?(?:been )?(?:successfully )?(?:(?:logged|signed) (?:in|on)|authenticated)${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(
      `^user ["'\x60]?(?<user>[^\\s"'\x60,;()<>=]{1,128}?)["'\x60]? (?:has )?(?:been )?(?:successfully )?(?:logged|signed) (?:out|off)${after}`,
      'i',
    ),
    phase: 'end',
    isSuccess: true,
  },
];

/** The ways in which PostgreSQL authenticates whoever connects. */
const methods = 'password|peer|ident|LDAP|PAM|GSSAPI|SSPI|RADIUS|certificate|BSD|MD5|SCRAM|OAuth bearer';

/** What databases say in words of their own. */
const databases: readonly Wording[] = [
  // PostgreSQL
  {
    pattern: new RegExp(`^(?:${methods}) authentication failed for user "(?<user>[^"]{1,128})"`),
    phase: 'start',
    isSuccess: false,
  },
  { pattern: /^connection authorized: user=(?<user>\S{1,128})(?: |$)/, phase: 'start', isSuccess: true },
  // MySQL
  {
    pattern: /^Access denied for user '(?<user>[^']{1,128})'@'(?<client>[^']{1,255})' \(using password: (?:YES|NO)\)/,
    phase: 'start',
    isSuccess: false,
  },
];

/** What single products say in words of their own. */
const products: readonly Wording[] = [
  // MongoDB up to 4.2
  {
    pattern: /^Successfully authenticated as principal (?<user>\S{1,128}) on \S{1,64}(?: |$)/,
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: /^SASL \S{1,40} authentication failed for (?<user>\S{1,128}) on \S{1,64} from client /,
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: /^Failed to authenticate (?<user>[^\s@]{1,128})@\S{1,64} with mechanism /,
    phase: 'start',
    isSuccess: false,
  },
  // Kafka
  {
    pattern: /^(?:\[[^\][]{1,200}\]: )?Successfully authenticated client: authenticationID=(?<user>[^;\s]{1,128});/,
    phase: 'start',
    isSuccess: true,
  },
  // Nextcloud
  {
    pattern: /^Login failed: (?<user>[^\s"]{1,128}) \(Remote IP: (?<client>[0-9a-fA-F:.]{2,45})\)$/,
    phase: 'start',
    isSuccess: false,
  },
  // Vaultwarden
  {
    pattern:
      /^Username or password is incorrect\. Try again\. IP: (?<client>[0-9a-fA-F:.]{2,45})\. Username: (?<user>\S{1,128}?)\.?$/,
    phase: 'start',
    isSuccess: false,
  },
  // Guacamole, which puts behind whom a proxy named whoever asked it
  {
    pattern:
      /^Authentication attempt from \[?(?:(?<forwarded>[0-9a-fA-F:., ]{2,512}), )?(?<client>[0-9a-fA-F:.]{2,45})[^",]{0,64} for user "(?<user>[^"]{1,128})" failed/,
    phase: 'start',
    isSuccess: false,
  },
  // lighttpd
  {
    pattern:
      /^password doesn't match for \S{1,2048} username: (?<user>[^\s,]{1,128}), IP: (?<client>[0-9a-fA-F:.]{2,45})/,
    phase: 'start',
    isSuccess: false,
  },
  // JupyterHub
  { pattern: /^User logged in: (?<user>\S{1,128})$/, phase: 'start', isSuccess: true },
  { pattern: /^User logged out: (?<user>\S{1,128})$/, phase: 'end', isSuccess: true },
  {
    pattern: /^PAM Authentication failed \((?<user>[^\s@()]{1,128})@(?<client>[0-9a-fA-F:.]{2,45})\)/,
    phase: 'start',
    isSuccess: false,
  },
];

const address = String.raw`(?<client>[0-9a-fA-F:.]{1,44}[0-9a-fA-F:])`;

/** What servers of mail, messages and deployments say in words of their own. */
const servers: readonly Wording[] = [
  // RabbitMQ
  {
    pattern: new RegExp(
      `^(?:Error on AMQP connection <[\\d.]{3,30}> \\(${address}:\\d{1,5} -> [^)]{1,200}\\):\\s{1,3})?(?:PLAIN|AMQPLAIN|RABBIT-CR-DEMO|EXTERNAL) login refused: user '(?<user>[^']{1,128})' - `,
    ),
    phase: 'start',
    isSuccess: false,
  },
  { pattern: /^HTTP access denied: user '(?<user>[^']{1,128})' - /, phase: 'start', isSuccess: false },
  {
    pattern: new RegExp(
      `^connection <[\\d.]{3,30}> \\(${address}:\\d{1,5} -> [^)]{1,200}\\): user '(?<user>[^']{1,128})' authenticated and granted access to vhost '`,
    ),
    phase: 'start',
    isSuccess: true,
  },
  // Proxmox
  {
    pattern: /^authentication failure; rhost=(?<client>\S{2,64}) user=(?<user>\S{1,128}) msg=/,
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: /^(?:<[^<>\s]{1,128}> )?successful auth for user '(?<user>[^']{1,128})'$/,
    phase: 'start',
    isSuccess: true,
  },
  // GitLab
  {
    pattern: new RegExp(`^User Logout: username=(?<user>\\S{1,128}) ip=${address}$`),
    phase: 'end',
    isSuccess: true,
  },
  // ejabberd
  {
    pattern: new RegExp(
      `^\\(\\S{1,300}\\) Failed (?:c2s [\\w-]{1,40} )?authentication for (?<user>\\S{1,128}) from (?:IP )?${address}(?:: | \\(|$)`,
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: new RegExp(
      `^\\(\\S{1,300}\\) Accepted c2s [\\w-]{1,40} authentication for (?<user>\\S{1,128}) by \\S{1,100} backend from ${address}$`,
    ),
    phase: 'start',
    isSuccess: true,
  },
  // Argo CD
  { pattern: /^User (?<user>\S{1,128}) failed login \d{1,6} time\(s\)$/, phase: 'start', isSuccess: false },
  // Jellyfin
  {
    pattern: new RegExp(
      `^Authentication request for "?(?<user>[^"]{1,128}?)"? has been denied \\(IP: "?${address}"?\\)`,
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: /^Authentication request for "?(?<user>[^"]{1,128}?)"? has succeeded\.?$/,
    phase: 'start',
    isSuccess: true,
  },
  // NATS
  {
    pattern: new RegExp(
      `^${address}:\\d{1,5} - \\w{3}:\\d{1,12} - (?:"[^"]{1,100}" - )?authentication error - User "(?<user>[^"]{1,128})"$`,
    ),
    phase: 'start',
    isSuccess: false,
  },
  // Asterisk
  {
    pattern:
      /^(?:Registration|Request 'REGISTER') from '[^<']{0,128}<?sips?:(?<user>[^\s@<>']{1,128})(?:@[^']{1,255})?' failed for '(?<client>[\da-fA-F.:]{2,45}?)(?::\d{1,5})?' (?:\(callid: [^)]{1,128}\) )?- (?:Wrong password|Failed to authenticate)$/,
    phase: 'start',
    isSuccess: false,
  },
  // Monit
  {
    pattern: new RegExp(
      `^HttpRequest: access denied -- client \\[?${address}\\]?: (?:wrong password for|unknown) user '(?<user>[^']{1,128})'$`,
    ),
    phase: 'start',
    isSuccess: false,
  },
  // Roundcube: a name that itself reads like an origin has none
  {
    pattern: new RegExp(
      `^(?:<\\w{1,64}> )?IMAP Error: Login failed for (?<user>\\S{1,128}) (?:against \\S{1,255} )?from ${address}(?:$|\\.?(?= (?!in from |from )))`,
    ),
    phase: 'start',
    isSuccess: false,
  },
  // Drupal's syslog
  {
    pattern: new RegExp(
      `^https?://[^|\\s]{1,255}\\|\\d{9,10}\\|user\\|${address}\\|[^|]{0,1024}\\|[^|]{0,1024}\\|\\d{0,10}\\|[^|]{0,256}\\|Login attempt failed for (?<user>\\S{1,128}?)\\.$`,
    ),
    phase: 'start',
    isSuccess: false,
  },
];

export const wordings: readonly Wording[] = [...general, ...databases, ...products, ...servers];
