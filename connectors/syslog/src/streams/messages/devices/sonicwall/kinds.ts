/** What a message tells of; a notice tells of the device itself. */
export type Kind = 'notice' | 'finding' | 'logon' | 'password' | 'change' | 'tunnel' | 'connection';

/** The first that fits counts. What an alert quotes comes after its own words. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['finding', /^(?:(?:ips|idp|anti-spyware) (?:detection|prevention)|gateway anti-virus) alert\b/i],
  ['notice', /\b(?:subscription|licen[cs]es?|service) .{0,16}\b(?:expired?|exceeded)\b/i],
  ['notice', /\blocked-out user logins allowed\b|\badministration session (?:started|ended)\b/i],
  ['finding', /\b(?:anti-spyware|virus|botnet|intrusion)\b/i],
  ['finding', /\b(?:possible|probable) .{0,24}(?:attack|flood|scan)\b|\b(?:port ?scan|spoof|smurf|ping of death)\b/i],
  [
    'finding',
    /\bflood (?:attack|detected)\b|\b(?:land attack|attack(?: multicast packet)? (?:dropped|detected|blocked))\b/i,
  ],
  ['finding', /\btcp (?:xmas tree|null flag|syn\/fin packet) dropped\b|-flooding machine .{1,64} blacklisted\b/i],
  ['tunnel', /\bipsec authentication\b/i],
  ['logon', /\b(?:administrator|user|guest|cli|vpn client|gui|ssh) .{0,40}\b(?:log(?:in|out|ged)|authentic)/i],
  ['logon', /\blog(?:in|out)\b.{0,24}\b(?:denied|failed|successful|allowed|timed out)/i],
  ['logon', /\bauthentication (?:fail|success)|\bxauth (?:succeeded|failed)\b/i],
  ['password', /^User .{1,128} password is changed\b/],
  ['change', /\bconfiguration (?:succeeded|failed|changed)|\b(?:added|deleted|modified) (?:by|object|rule)\b/i],
  ['change', /\brule (?:added|deleted|viewed or modified)\b|\bpolicy .{1,64} is (?:added|deleted|modified)\b/i],
  ['change', /\b(?:enabled|disabled) by (?:administrator|user)\b|\bmode changed by user\b|\bsetting imported\b/i],
  ['connection', /\bvpn traffic\b/i],
  ['tunnel', /\b(?:ike|ipsec|vpn|ssl ?vpn|l2tp)\b/i],
];

/** By the words of the vendor's reference; a connection where they are none of them. */
export function kindOf(words: string): Kind {
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'connection';
}
