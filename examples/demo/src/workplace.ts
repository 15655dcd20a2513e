import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { configText } from './config-text.ts';

/** Where everything is that the demo made. */
export interface Workplace {
  readonly folder: string;
  readonly config: string;
  readonly lake: string;
  readonly deadLetters: string;
  readonly shopLog: string;
  readonly webLog: string;
  readonly ports: { readonly udp: number; readonly tcp: number; readonly tls: number };
  /** What TLS senders have to trust. */
  readonly certificate: string;
}

const configName = 'sluice.yaml';

/** An empty folder with a configuration to run. A folder that no demo made is left alone. */
export async function prepareWorkplace(folder: string): Promise<Workplace> {
  await clear(folder);
  const certificate = await makeCertificate(folder);
  const ports = { udp: await freePort(), tcp: await freePort(), tls: await freePort() };
  const place = {
    folder,
    ports,
    config: join(folder, configName),
    lake: join(folder, 'lake'),
    deadLetters: join(folder, 'dead-letters'),
    shopLog: join(folder, 'shop.log'),
    webLog: join(folder, 'web.log'),
    certificate: certificate.certificate,
  };
  for (const log of [place.shopLog, place.webLog]) await writeFile(log, '');
  await writeFile(place.config, configText({ ...place, ...certificate }));
  return place;
}

async function clear(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0 && !existsSync(join(folder, configName))) {
    throw new Error(`${folder} holds something that no demo made; name another folder with --folder.`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** A port of 127.0.0.1 that nobody listens on, neither by TCP nor by UDP. */
async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (address !== null && typeof address === 'object' && (await isFreeByUdp(address.port))) return address.port;
  }
}

async function isFreeByUdp(port: number): Promise<boolean> {
  const socket = createSocket('udp4').bind(port, '127.0.0.1');
  try {
    await once(socket, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}
