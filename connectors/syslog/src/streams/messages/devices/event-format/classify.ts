import type { MappedEvent } from '@sluice/connector';
import { baseEvent } from '../../events/base-event.ts';
import { readAccountChange, readConfiguration, readLaunch, readLogon } from './people.ts';
import { readDns, readEmail, readFinding, readHttp, readNetwork } from './traffic.ts';
import type { VendorEvent } from './vendor-event.ts';

/** Words that tell of logons and logoffs. */
const logon =
  /\b(?:log(?:ged)? ?(?:on|in|off|out)|logon|login(?:failure)?|logoff|logout|authenticat(?:ion|ed|e)|sign(?:ed)? ?(?:in|on|out|off)|accepted (?:password|publickey|keyboard)|mfa|sso|validate the credentials)\b/;

/** Words of an attack that stand though the event speaks of logons: `SSH User Authentication Brute Force Attempt`. */
const attack =
  /\b(?:brute ?force|password spray\w*|credential stuffing|attack\w*|exploit\w*|kerberoast\w*|dcsync|golden ticket|pass the (?:hash|ticket))\b/;

/** Products that write of nothing but what they detected. */
const detectors =
  /^(?:cortex xdr|x series|tenable\.(?:ad|ot|ie)|pta|ata|azure atp|dcip|deep discovery \w+|mps|cms|tippingpoint|unityone|akamai_siem)$/i;

/** Words that tell of a change of an account. */
const account =
  /\b(?:user|account|admin(?:istrator)?)\b.{0,24}\b(?:created?|added|deleted?|removed|disabled?|enabled?|locked|unlocked|modified|changed)\b|\bpassword (?:was )?(?:changed?|reset)\b|\b(?:create|delete|disable|enable|add|remove)[ds]? (?:user|account)\b/;

/** Words that tell of an attack or of what looks like one. */
const finding =
  /\b(?:malware|malicious|virus|trojan|ransomware|exploit\w*|attack\w*|intrusion|ips|ids|threat\w*|signature|detect\w*|spyware|botnet|bot|c2|phish\w*|anomal\w*|suspicious|suspect\w*|theft|abnormal|irregular|violation|injection|xss|brute|worm|backdoor|appfw|waf|asm|alert|watchlist|illegal|infected|quarantined?|blacklisted|vulnerability|callback|exfiltrat\w*|lateral movement|dlp|data loss|scan(?:ning|ned)?|spoof\w*|flood|ddos|compromised|beacon(?:ing| to)|(?:directory|path) traversal|siemintegration)\b/;

const configuration =
  /\b(?:config(?:uration)?|policy|setting|rule|object)\b.{0,24}\b(?:created?|added|deleted?|removed|changed?|modified|updated?|edited|committed|installed)\b|\b(?:install|commit|publish)(?:ed)? policy\b/;

const email = /\b(?:e ?mail|mail|smtp|message trace|spam)\b/;

/**
 * The event in the class that its own words and fields ask for, most telling first. What none of them fits is a generic
 * event with all its fields: a vendor's event that merely names an address is not yet a connection.
 */
export function vendorEvent(event: VendorEvent): MappedEvent {
  const { words } = event;
  return (
    (detectors.test(event.product) || attack.test(words) ? readFinding(event) : undefined) ??
    (isLogon(event) ? readLogon(event) : undefined) ??
    (account.test(words) ? readAccountChange(event) : undefined) ??
    readDns(event) ??
    (email.test(words) && !finding.test(words) ? readEmail(event) : undefined) ??
    (isFinding(event) ? readFinding(event) : undefined) ??
    (configuration.test(words) ? readConfiguration(event) : undefined) ??
    (/\blaunch(?:ed)?\b/.test(words) ? readLaunch(event) : undefined) ??
    readHttp(event) ??
    readNetwork(event) ??
    baseEvent(event.received, { ...event.head, unmapped: event.fields.rest() })
  );
}

/** By its words; or by its action, where the words are only a number. */
function isLogon(event: VendorEvent): boolean {
  const action = event.peek('action')?.toLowerCase() ?? '';
  return (
    logon.test(event.words) ||
    /^log ?(?:on|in|off|out)$|^(?:authentication|log ?[io]n) (?:failed|succeeded)$/.test(action)
  );
}

/** PAN-OS calls all that its profiles saw a threat: the URLs among it are connections. */
function isFinding(event: VendorEvent): boolean {
  if (event.code === 'url' && event.peek('threat') === undefined) return false;
  if (isTrendFinding(event)) return true;
  // Barracuda calls all that its firewall writes WAF: its access log, its administrators and itself too.
  if (event.vendor.startsWith('Barracuda') && /^(?:TR|AUDIT|SYS)$/.test(event.peek('category') ?? '')) return false;
  return finding.test(event.words) || event.peek('threat') !== undefined;
}

/**
 * Trend Micro's Deep Security names its events after what it found: by number they are of intrusion prevention (1000000
 * on), integrity monitoring, log inspection, anti-malware (4000000 on), web reputation and application control. Apex
 * Central puts what saw it before a colon: `AV:File cleaned`.
 */
function isTrendFinding({ product, code }: VendorEvent): boolean {
  if (product === 'Apex Central' || product === 'Control Manager') return /^[A-Z][A-Za-z ]{1,32}:/.test(code);
  return product.startsWith('Deep Security') && /^[1-6]\d{6}$/.test(code);
}
