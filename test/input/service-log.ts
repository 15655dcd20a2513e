import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom, type Random } from './random.ts';

export interface ServiceLogOptions {
  readonly lines: number;
  readonly seed: number;
  /** Epoch milliseconds of the first line. */
  readonly start: number;
  /** From the first line to the last. Default 36 hours: two or three event days. */
  readonly spanMs?: number;
}

const hour = 3_600_000;
const userAgents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'okhttp/5.1.0',
  'curl/8.14.1',
];
const resources = ['orders', 'products', 'customers', 'invoices', 'carts', 'sessions'];
const methods = ['GET', 'GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE'];
const statuses = [200, 200, 200, 200, 200, 200, 201, 204, 304, 404, 500];

/**
 * The log of a service as programs with a common JSON logger write it, one line an event: four of five are requests,
 * the others something that the service says. `n` in each line is its number, so that a test can find each again.
 */
export function* serviceLog({ lines, seed, start, spanMs = 36 * hour }: ServiceLogOptions): Generator<string> {
  const random = seededRandom(seed);
  for (let n = 0; n < lines; n++) {
    const time = start + Math.floor((n / lines) * spanMs);
    yield JSON.stringify(random.below(5) === 0 ? notice(random, n, time) : request(random, n, time));
  }
}

/** Writes the log as a file. */
export async function writeServiceLog(path: string, options: ServiceLogOptions): Promise<void> {
  await pipeline(Readable.from(chunks(options)), createWriteStream(path));
}

function* chunks(options: ServiceLogOptions): Generator<string> {
  let chunk = '';
  for (const line of serviceLog(options)) {
    chunk += `${line}\n`;
    if (chunk.length < 256 * 1024) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function request(random: Random, n: number, time: number): unknown {
  const address = `192.0.2.${1 + random.below(254)}`;
  return {
    level: 30,
    time,
    pid: 4100 + random.below(8),
    hostname: `web-${1 + random.below(4)}`,
    n,
    req: {
      id: `${random.below(0x7fff_ffff).toString(16)}${random.below(0x7fff_ffff).toString(16)}`,
      method: random.pick(methods),
      url: `/api/${random.pick(resources)}/${random.below(5000)}?page=${random.below(20)}`,
      headers: { host: 'api.example.com', 'user-agent': random.pick(userAgents) },
      remoteAddress: address,
      remotePort: 1024 + random.below(64_000),
    },
    res: { statusCode: random.pick(statuses), headers: { 'content-length': 100 + random.below(20_000) } },
    responseTime: 1 + random.below(400),
    msg: 'request completed',
  };
}

function notice(random: Random, n: number, time: number): unknown {
  const order = 100_000 + random.below(900_000);
  return {
    level: random.below(20) === 0 ? 40 : 30,
    time,
    pid: 4100 + random.below(8),
    hostname: `web-${1 + random.below(4)}`,
    n,
    order: { id: order, items: 1 + random.below(9), total: random.below(100_000) / 100 },
    queue: random.pick(['payments', 'shipping', 'mail']),
    msg: `order ${order} handed over`,
  };
}
