import { readFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';

/** Datagrams that the kernel dropped for one socket because its buffer was full. */
export interface KernelDrops {
  /** Those since the last call. Always 0 where the system does not tell (anything but Linux). */
  sinceLast(): Promise<number>;
}

/** Reports, each time that it is called, what the kernel dropped since the last time: a loss that nobody else would see. */
export function kernelDropReporter(
  drops: KernelDrops,
  reportDropped: (reason: string, records: number) => void,
): () => Promise<void> {
  return async () => {
    const lost = await drops.sinceLast();
    if (lost > 0) reportDropped('udp_buffer_full', lost);
  };
}

/** Watches the socket that is bound to this address and port, in the tables of the system. */
export function watchKernelDrops(address: string, port: number, tables: string = '/proc/net'): KernelDrops {
  const path = `${tables}/${isIPv4(address) ? 'udp' : 'udp6'}`;
  let before = 0;
  return {
    async sinceLast() {
      const drops = readDrops(await readTable(path), address, port) ?? before;
      const since = Math.max(0, drops - before);
      before = drops;
      return since;
    },
  };
}

/** The last column of the socket's line in Linux's table of UDP sockets; undefined where it has no line. */
export function readDrops(table: string, address: string, port: number): number | undefined {
  const local = `${addressHex(address)}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of table.split('\n')) {
    const fields = line.trim().split(/ +/);
    if (fields[1] === local) return Number(fields.at(-1));
  }
  return undefined;
}

async function readTable(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch {
    return '';
  }
}

/** An address as the table has it: words of four bytes, each with its last byte first. */
function addressHex(address: string): string {
  const bytes = isIPv4(address) ? address.split('.').map(Number) : ipv6Bytes(address);
  let hex = '';
  for (let word = 0; word < bytes.length; word += 4) {
    for (const byte of bytes.slice(word, word + 4).toReversed())
      hex += byte.toString(16).toUpperCase().padStart(2, '0');
  }
  return hex;
}

function ipv6Bytes(address: string): number[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const first = groupsOf(head);
  const last = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => 0);
  return [...first, ...zeros, ...last].flatMap((group) => [group >> 8, group & 0xff]);
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
