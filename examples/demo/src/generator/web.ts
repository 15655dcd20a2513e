import type { Company, Customer } from './company.ts';
import type { Message } from './message.ts';
import type { Random } from './random.ts';

interface Page {
  readonly method: 'GET' | 'POST';
  readonly path: (random: Random) => string;
  readonly typicalMs: number;
}

const product = (random: Random): string => `/products/${random.integer(1, 900)}`;
const pages: readonly Page[] = [
  { method: 'GET', path: () => '/', typicalMs: 12 },
  { method: 'GET', path: product, typicalMs: 18 },
  { method: 'GET', path: product, typicalMs: 18 },
  {
    method: 'GET',
    path: (random) => `/search?q=${random.pick(['lamp', 'chair', 'rug', 'teapot', 'caf%C3%A9'])}`,
    typicalMs: 45,
  },
  { method: 'POST', path: () => '/cart', typicalMs: 25 },
  { method: 'POST', path: () => '/login', typicalMs: 90 },
  { method: 'POST', path: () => '/checkout', typicalMs: 160 },
];
const report: Page = { method: 'GET', path: () => '/reports/yearly', typicalMs: 1800 };
const assets = ['/assets/shop.css', '/assets/shop.js', '/images/logo.svg', '/favicon.ico', '/robots.txt'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A request that the shop's program answered and wrote down as a line of JSON. */
export function shopRequest(random: Random, company: Company, at: number): Message {
  const page = random.chance(0.002) ? report : random.pick(pages);
  const customer = random.pick(company.customers);
  const status = statusOf(random, page);
  const record = JSON.stringify({
    time: new Date(at).toISOString(),
    level: status >= 500 ? 'error' : 'info',
    msg: 'request completed',
    service: 'shop',
    hostname: random.pick(['shop-1', 'shop-2']),
    method: page.method,
    url: page.path(random),
    status,
    duration_ms: random.longTail(page.typicalMs),
    bytes: random.longTail(6_000),
    client_ip: customer.address,
    user_agent: customer.userAgent,
    ...(customer.account === '' ? {} : { user: customer.account }),
    trace_id: random.hex(32),
  });
  return { outlet: 'shop log', at, record };
}

function statusOf(random: Random, page: Page): number {
  if (random.chance(0.004)) return random.pick([500, 502, 503]);
  if (page.path === product && random.chance(0.03)) return 404;
  if (page.typicalMs === 90 && random.chance(0.2)) return 401;
  return page.method === 'POST' ? 303 : 200;
}

/** Something other than a request that the shop's program wrote down. */
export function shopNotice(random: Random, at: number): Message {
  const order = random.integer(100_000, 999_999);
  const record = JSON.stringify({
    time: new Date(at).toISOString(),
    level: random.chance(0.1) ? 'warn' : 'info',
    msg: random.pick([
      `order ${order} paid`,
      `order ${order} handed to the warehouse`,
      `stock of product ${order % 900} is low`,
    ]),
    service: 'shop',
    hostname: random.pick(['shop-1', 'shop-2']),
  });
  return { outlet: 'shop log', at, record };
}

/** A file that the web server in front gave out, as a line of the combined log. */
export function assetRequest(random: Random, company: Company, at: number): Message {
  const { address, userAgent }: Customer = random.pick(company.customers);
  const status = random.chance(0.3) ? 304 : 200;
  const bytes = status === 304 ? 0 : random.longTail(20_000);
  const request = `GET ${random.pick(assets)} HTTP/1.1`;
  const record = `${address} - - [${combinedTime(at)}] "${request}" ${status} ${bytes} "https://shop.example.com/" "${userAgent}"`;
  return { outlet: 'web log', at, record };
}

function combinedTime(at: number): string {
  const time = new Date(at);
  const day = String(time.getUTCDate()).padStart(2, '0');
  return `${day}/${months[time.getUTCMonth()]}/${time.getUTCFullYear()}:${time.toISOString().slice(11, 19)} +0000`;
}
