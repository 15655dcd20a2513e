import type { Company, Server, User } from './company.ts';
import type { Message } from './message.ts';
import type { Random } from './random.ts';
import { rfc5424, type SyslogEntry } from './syslog-text.ts';

const commands = [
  '/usr/bin/systemctl restart shop',
  '/usr/bin/journalctl -u shop',
  '/usr/bin/apt-get update',
  '/usr/sbin/nft list ruleset',
  '/usr/bin/tail -f /var/log/shop/shop.log',
];

/** Someone logs in with a key, perhaps mistypes a password first, perhaps works as root, and leaves. */
export function workSession(random: Random, company: Company, at: number): Message[] {
  const user = random.pick(company.users);
  const server = random.pick(company.servers);
  const sshd = { program: 'sshd', pid: random.integer(1000, 32_000), facility: 'authpriv' } as const;
  const port = random.integer(32_768, 60_999);
  const from = `from ${user.address} port ${port} ssh2`;
  const entries: Omit<SyslogEntry, 'host'>[] = [];
  let now = at;
  const say = (entry: Omit<SyslogEntry, 'host' | 'at'>): void => {
    entries.push({ ...entry, at: now });
    now += random.integer(40, 9_000);
  };
  if (random.chance(0.15)) say({ ...sshd, severity: 'info', text: `Failed password for ${user.name} ${from}` });
  say({
    ...sshd,
    severity: 'info',
    text: `Accepted publickey for ${user.name} ${from}: ED25519 ${user.keyFingerprint}`,
  });
  say({
    ...sshd,
    severity: 'info',
    text: `pam_unix(sshd:session): session opened for user ${user.name}(uid=${user.uid}) by (uid=0)`,
  });
  if (random.chance(0.5)) say(sudo(random, user));
  say({ ...sshd, severity: 'info', text: `Disconnected from user ${user.name} ${user.address} port ${port}` });
  say({ ...sshd, severity: 'info', text: `pam_unix(sshd:session): session closed for user ${user.name}` });
  return entries.map((entry) => fromServer(server, { ...entry, host: server.name }));
}

function sudo(random: Random, user: User): Omit<SyslogEntry, 'host' | 'at'> {
  return {
    program: 'sudo',
    pid: random.integer(1000, 32_000),
    facility: 'authpriv',
    severity: 'notice',
    text: `${user.name} : TTY=pts/${random.integer(0, 5)} ; PWD=/home/${user.name} ; USER=root ; COMMAND=${random.pick(commands)}`,
  };
}

/** What a server says without anyone being there. */
export function housekeeping(random: Random, company: Company, at: number): Message {
  const server = random.pick(company.servers);
  const host = server.name;
  const pid = random.integer(300, 32_000);
  return fromServer(
    server,
    random.chance(0.5)
      ? {
          at,
          host,
          pid,
          program: 'CRON',
          facility: 'cron',
          severity: 'info',
          text: '(root) CMD (/usr/lib/shop/rotate-carts)',
        }
      : {
          at,
          host,
          pid,
          program: 'systemd',
          facility: 'daemon',
          severity: 'info',
          text: 'Started shop-sync.service - Send orders to the warehouse.',
        },
  );
}

export function fromServer(server: Server, entry: SyslogEntry): Message {
  return { outlet: server.site === 'branch office' ? 'tls' : 'tcp', at: entry.at, record: rfc5424(entry) };
}
