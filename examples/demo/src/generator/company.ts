import type { Random } from './random.ts';

/** Who works at the company, on which machines, and who visits its shop. All names and addresses are made up. */
export interface Company {
  readonly users: readonly User[];
  /** Linux servers that send what their sshd, sudo and cron say. */
  readonly servers: readonly Server[];
  /** Switches and firewalls that send old-fashioned datagrams. */
  readonly devices: readonly string[];
  readonly customers: readonly Customer[];
}

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly address: string;
  readonly keyFingerprint: string;
}

export interface Server {
  readonly name: string;
  /** Servers of the branch office send over TLS, those in the data centre over plain TCP. */
  readonly site: 'data centre' | 'branch office';
}

export interface Customer {
  readonly address: string;
  readonly userAgent: string;
  /** Empty for those who have not logged in. */
  readonly account: string;
}

const userNames = [
  'amira',
  'bjorn',
  'chidi',
  'dolores',
  'emre',
  'fatou',
  'giulia',
  'hiro',
  'ines',
  'jonas',
  'kwame',
  'lin',
];
const serverNames = ['shop-1', 'shop-2', 'db-1', 'db-2', 'mail', 'bastion'];
const branchServerNames = ['branch-files', 'branch-print', 'branch-vpn'];
const userAgents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'ExampleCrawler/2.1 (+https://crawler.example.com/about)',
];

export function foundCompany(random: Random): Company {
  return {
    users: userNames.map((name, index) => ({
      name,
      uid: 1001 + index,
      address: index % 3 === 0 ? `198.51.100.${20 + index}` : `10.20.0.${20 + index}`,
      keyFingerprint: `SHA256:${Buffer.from(random.hex(64), 'hex').toString('base64').replace('=', '')}`,
    })),
    servers: [
      ...serverNames.map((name) => ({ name, site: 'data centre' as const })),
      ...branchServerNames.map((name) => ({ name, site: 'branch office' as const })),
    ],
    devices: ['fw-edge', 'sw-core', 'sw-floor-2', 'ap-lobby'],
    customers: Array.from({ length: 400 }, (_, index) => customer(random, index)),
  };
}

function customer(random: Random, index: number): Customer {
  return {
    address: index % 7 === 0 ? `2001:db8:${random.hex(4)}::${random.hex(3)}` : `192.0.2.${random.integer(1, 254)}`,
    userAgent: random.pick(userAgents),
    account: random.chance(0.4) ? `customer-${1000 + index}` : '',
  };
}
