import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startListening } from '../read.fixture.ts';
import { sendDatagrams } from '../sender.fixture.ts';
import { kernelDropReporter, readDrops, watchKernelDrops } from './kernel-drops.ts';

const header =
  '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops';
const table4 = `${header}
 1234: 0100007F:158A 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4711 2 0000000000000000 42
 1235: 00000000:158A 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4712 2 0000000000000000 7
`;
const table6 = `${header}
 1234: B80D0120000000000000000009000000:158A 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000 0 0 4711 2 0000000000000000 3
`;

test.each([
  [table4, '127.0.0.1', 5514, 42],
  [table4, '0.0.0.0', 5514, 7],
  [table4, '127.0.0.1', 5515, undefined],
  [table6, '2001:db8::9', 5514, 3],
  [table6, '::', 5514, undefined],
  ['', '127.0.0.1', 5514, undefined],
])('finds the drops of a socket in the table of the kernel', (table, address, port, expected) => {
  expect(readDrops(table, address, port)).toBe(expected);
});

test.each([
  ['udp', '0.0.0.0', table4, '4712 2 0000000000000000 7'],
  ['udp6', '2001:db8::9', table6, '0000000000000000 3'],
])('counts the drops since the last time in the table of %s', async (name, address, table, line) => {
  const folder = await mkdtemp(join(tmpdir(), 'syslog-drops-'));
  const drops = watchKernelDrops(address, 5514, folder);
  const seen: number[] = [];
  for (const count of ['5', '5', '12', '12']) {
    await writeFile(join(folder, name), table.replace(line, line.replace(/\d+$/, count)));
    seen.push(await drops.sinceLast());
  }
  // A socket that is closed has no line; one that is bound anew begins at none.
  await writeFile(join(folder, name), header);
  seen.push(await drops.sinceLast());
  await writeFile(join(folder, name), table.replace(line, line.replace(/\d+$/, '0')));
  seen.push(await drops.sinceLast());
  await rm(folder, { recursive: true });
  expect([...seen, await drops.sinceLast()]).toEqual([5, 0, 7, 0, 0, 0, 0]);
});

test('reports the drops that there were', async () => {
  const counts = [0, 1, 0, 3];
  const reported: unknown[] = [];
  const report = kernelDropReporter({ sinceLast: async () => counts.shift() ?? 0 }, (...drops) => reported.push(drops));
  for (let time = 0; time < 5; time += 1) await report();
  expect(reported).toEqual([
    ['udp_buffer_full', 1],
    ['udp_buffer_full', 3],
  ]);
});

test.runIf(process.platform === 'linux')(
  'accounts for every datagram, also those that the kernel dropped',
  async () => {
    const listening = await startListening({ listen: [{ transport: 'udp', port: 0, receive_buffer: '4096B' }] });
    const sent = 3000;
    await sendDatagrams(
      listening.ports[0],
      Array.from({ length: sent }, () => `<13>${'x'.repeat(1000)}`),
      sent,
    );
    const received = (await listening.stop()).length;
    const dropped = [...listening.dropped.values()].reduce((sum, count) => sum + count, 0);
    expect(received + dropped).toBe(sent);
  },
);
