import type { Company } from './company.ts';
import type { Message } from './message.ts';
import type { Random } from './random.ts';
import { rfc3164, type SyslogEntry } from './syslog-text.ts';

/** A switch or the firewall sends a datagram and does not care whether it arrives. */
export function deviceNotice(random: Random, company: Company, at: number): Message {
  const device = random.pick(company.devices);
  const entry: SyslogEntry = {
    at,
    host: device,
    pid: random.integer(100, 999),
    facility: device === 'fw-edge' ? 'kern' : 'local7',
    ...(device === 'fw-edge' ? droppedPacket(random) : linkNotice(random)),
  };
  return { outlet: 'udp', at, record: rfc3164(entry) };
}

function droppedPacket(random: Random): Pick<SyslogEntry, 'program' | 'severity' | 'text'> {
  const source = `203.0.113.${random.integer(1, 254)}`;
  const ports = `SPT=${random.integer(1024, 65_535)} DPT=${random.pick([22, 23, 445, 3389, 8080])}`;
  return {
    program: 'nft',
    severity: 'warning',
    text: `drop-in IN=wan0 SRC=${source} DST=198.51.100.1 PROTO=TCP ${ports}`,
  };
}

function linkNotice(random: Random): Pick<SyslogEntry, 'program' | 'severity' | 'text'> {
  const port = `ge-0/0/${random.integer(0, 47)}`;
  return random.chance(0.5)
    ? { program: 'linkd', severity: 'notice', text: `interface ${port} changed state to up` }
    : { program: 'linkd', severity: 'warning', text: `interface ${port} changed state to down` };
}
