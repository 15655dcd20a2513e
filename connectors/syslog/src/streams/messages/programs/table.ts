import type { MappedEvent } from '@sluice/connector';
import { readManagedConnection } from '../devices/cisco/firepower.ts';
import type { Mapper, Received } from '../received.ts';
import { mapAccounts } from './accounts.ts';
import { isAuditText, mapAudit } from './auditd.ts';
import { mapCron } from './cron.ts';
import { mapDaemon, mapInitScript } from './daemons.ts';
import { mapDhclient, mapDhcpd, mapDnsmasqDhcp, mapKea } from './dhcp-servers.ts';
import { mapDnsmasq, mapNamed, mapUnbound } from './dns-servers.ts';
import { mapDovecot } from './dovecot.ts';
import { mapDropbear } from './dropbear.ts';
import { mapExim, mapEximFile } from './exim.ts';
import { mapFilterlog } from './filterlog.ts';
import { mapFtpd, mapProftpd, mapPureFtpd, mapVsftpd } from './ftp-servers.ts';
import { mapCourier, mapCyrus } from './imap-servers.ts';
import { mapInetd, mapSamba, mapSnmpd } from './inetd.ts';
import { mapLogin } from './login.ts';
import { mapGdm, mapKlogind } from './other-logons.ts';
import { mapNetfilter } from './netfilter.ts';
import { mapCharon, mapOpenvpn } from './tunnels.ts';
import { mapNsd } from './nsd.ts';
import { mapOpensmtpd } from './opensmtpd.ts';
import { isPam, mapPam } from './pam.ts';
import { mapPostfix } from './postfix.ts';
import { mapDoas, mapPkexec, mapPolkit, mapUnixChkpwd } from './privileges.ts';
import { mapSendmail } from './sendmail.ts';
import { mapSnort } from './snort.ts';
import { mapSftpServer } from './sftp-server.ts';
import { mapSshd } from './sshd.ts';
import { mapSu } from './su.ts';
import { mapSudo } from './sudo.ts';
import { mapSystemd } from './systemd.ts';
import { mapSystemdLogind } from './systemd-logind.ts';
import { before } from '../text/phrase.ts';

const accountPrograms =
  'useradd usermod userdel groupadd groupmod groupdel gpasswd passwd chage chfn chsh newusers chpasswd adduser addgroup';
const daemons =
  'syslog syslogd syslog-ng rsyslogd rsyslog klogd cups cupsd ntpd portmap rpcidmapd nfslock irqbalance pcmcia hcid sdpd smartd gpm xfs acpid rc network iptables messagebus';
const wrapped = 'xinetd telnetd in.telnetd rshd in.rshd rlogind in.rlogind tftpd in.tftpd in.fingerd in.ftpd';
const exims = 'exim exim4 exim-in exim-out';
const sendmails = 'sendmail sm-mta sm-msp-queue sm-acceptingconnections sm-queue';
const courier = 'imapd-ssl pop3d pop3d-ssl imaplogin pop3login courierpop3login courierimaplogin';
const cyrus = 'imap imaps imapd pop3 pop3s';
const cronPrograms = 'CRON cron crond CROND crontab anacron atd run-parts';

/** The mapper of each program, by the name that it logs under. A new program is a new file and its line here. */
const programs: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ['dropbear', mapDropbear],
  ['login', mapLogin],
  ['sshd', mapSshd],
  ['sshd-session', mapSshd],
  ['sshd-auth', mapSshd],
  ['internal-sftp', mapSftpServer],
  ['sftp-server', mapSftpServer],
  ['su', mapSu],
  ['sudo', mapSudo],
  ['systemd', mapSystemd],
  ['systemd-logind', mapSystemdLogind],
  [
    'kernel',
    (received) => mapNetfilter(received) ?? (isAuditText(received) ? mapAudit(received) : mapDaemon(received)),
  ],
  ['klogind', mapKlogind],
  ['gdm-binary', mapGdm],
  ['gdm', mapGdm],
  ...courier.split(' ').map((name) => [name, mapCourier] as const),
  ...cyrus.split(' ').map((name) => [name, mapCyrus] as const),
  ['charon', mapCharon],
  ['charon-systemd', mapCharon],
  ['openvpn', mapOpenvpn],
  ['ulogd', mapNetfilter],
  ['filterlog', mapFilterlog],
  ['ftpd', mapFtpd],
  ['vsftpd', mapVsftpd],
  ['proftpd', mapProftpd],
  ['pure-ftpd', mapPureFtpd],
  ['snmpd', mapSnmpd],
  ['smbd', mapSamba],
  ['snort', mapSnort],
  ['suricata', mapSnort],
  ['SFIMS', (received) => mapSnort(received) ?? readManagedConnection(received)],
  ['doas', mapDoas],
  ['pkexec', mapPkexec],
  ['polkitd', mapPolkit],
  ['unix_chkpwd', mapUnixChkpwd],
  ['named', mapNamed],
  ['nsd', mapNsd],
  ['unbound', mapUnbound],
  ['dnsmasq', mapDnsmasq],
  ['dnsmasq-dhcp', mapDnsmasqDhcp],
  ['dhcpd', mapDhcpd],
  ['dhclient', mapDhclient],
  ['kea-dhcp4', mapKea],
  ['kea-dhcp6', mapKea],
  ['audit', mapAudit],
  ...daemons.split(' ').map((name) => [name, mapDaemon] as const),
  ...wrapped.split(' ').map((name) => [name, mapInetd] as const),
  ['smtpd', mapOpensmtpd],
  ...exims.split(' ').map((name) => [name, mapExim] as const),
  ...sendmails.split(' ').map((name) => [name, mapSendmail] as const),
  ...accountPrograms.split(' ').map((name) => [name, mapAccounts] as const),
  ...cronPrograms.split(' ').map((name) => [name, mapCron] as const),
]);

const percent = 0x25;

/** The event that a message becomes by the words of its program; undefined where it has to be a generic one. */
export function mapByProgram(received: Received): MappedEvent | undefined {
  const { appName } = received.message;
  // Behind a tag of Cisco's the device's reader takes off first what NX-OS puts around the words.
  if (isPam(received) && appName?.charCodeAt(0) !== percent) return mapPam(received);
  const known = appName === undefined ? undefined : programs.get(appName);
  if (known !== undefined) return known(received);
  // The audit daemon's own records come under its plugin's name, under none, or under that of a file reader.
  if (isAuditText(received)) return mapAudit(received);
  if (appName === undefined) return mapUntagged(received);
  if (appName.startsWith('postfix')) return mapPostfix(received);
  if (appName.startsWith('dovecot')) return mapDovecot(received);
  if (appName.startsWith('ovpn-')) return mapOpenvpn(received);
  return programs.get(plainName(appName))?.(received) ?? mapInitScript(received) ?? mapPacket(received, appName);
}

/**
 * `syslogd 1.4.1: restart.` has no colon behind its name, `-- root[9]: ROOT LOGIN ON tty1` of login a dash before it, and
 * Metalog puts the name in brackets, `[sshd] text`. What vsftpd writes to a file of its own names only the process. A packet of the kernel's may come without `kernel:`.
 */
function mapUntagged(received: Received): MappedEvent | undefined {
  const { text, message } = received;
  if (text.startsWith('syslogd ') || text.startsWith('klogd ')) return mapDaemon(received);
  const [dashed] = /^ ?-- [A-Za-z0-9_.-]{1,32}\[\d{1,10}\]: (?=(?:ROOT )?LOGIN ON )/.exec(text) ?? [];
  if (dashed !== undefined) return mapLogin({ ...received, text: text.slice(dashed.length) });
  if (ownLogOfVsftpd.test(text)) return mapVsftpd(received);
  const [bracketed, appName = ''] = /^\[([A-Za-z][A-Za-z0-9_.-]{1,31})\]:? /.exec(text) ?? [];
  const known = programs.get(appName);
  if (bracketed === undefined || known === undefined) return mapNetfilter(received) ?? mapEximFile(received);
  return known({ ...received, message: { ...message, appName }, text: text.slice(bracketed.length) });
}

const ownLogOfVsftpd = /^\[pid \d{1,9}\] (?:\[[^\]]{1,128}\] )?[A-Z]{2,8}(?: [A-Z]{2,8})?: Client "/;

/** `DENY: IN=eth0 OUT= …`: the words that a rule puts before a packet, where a program should stand. */
function mapPacket(received: Received, words: string): MappedEvent | undefined {
  const { text } = received;
  return text.startsWith('IN=') ? mapNetfilter({ ...received, text: `${words}: ${text}` }) : undefined;
}

/** `sshd` of `/usr/sbin/sshd` and of `sshd(pam_unix)`. */
function plainName(appName: string): string {
  const name = before(appName, '(');
  return name.slice(name.lastIndexOf('/') + 1);
}
