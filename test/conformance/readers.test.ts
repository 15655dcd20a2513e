import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canConnect } from '../harness/connect.ts';
import { filesBelow } from '../harness/lake.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, runSluice, sluiceCommand, startSluice, untilQuiet, type Workplace } from '../harness/sluice.ts';
import { sendBytes } from '../harness/sockets.ts';
import { serviceLog } from '../input/service-log.ts';
import { byHyparquet, readers } from './readers.ts';

const start = Date.now() - 40 * 3_600_000;
const oddLines = [
  '192.0.2.7 - amira [20/Nov/2026:10:00:00 +0100] "GET /a?b=%C3%A9 HTTP/1.1" 200 12 "-" "curl/8.14.1"',
  '2001:db8::7 - - [20/Nov/2026:10:00:01 +0000] "" 400 0 "-" "-"',
  JSON.stringify({
    time: start,
    msg: 'naïve 東京 🦀',
    tags: ['a', null, 1.5, { deep: [true] }],
    nothing: null,
    empty: {},
  }),
  JSON.stringify({ time: start, msg: 'numbers', large: 9_007_199_254_740_991, small: -0.000001, yes: true }),
  JSON.stringify({
    '@timestamp': new Date(start).toISOString(),
    message: 'cloud',
    cloud: { provider: 'aws', account: { id: '444455556666' } },
  }),
];
const syslog = [
  '<86>1 2026-11-20T10:00:00Z bastion sshd 7 - - Failed password for invalid user admin from 203.0.113.9 port 40022 ssh2',
  '<86>1 2026-11-20T10:00:01Z bastion sshd 7 - - Accepted publickey for amira from 2001:db8::9 port 40023 ssh2: ED25519 SHA256:abc',
  '<85>1 2026-11-20T10:00:02Z bastion sudo - - - amira : TTY=pts/0 ; PWD=/home/amira ; USER=root ; COMMAND=/usr/bin/id',
  '<165>1 2026-11-20T10:00:03Z depot app 1 ID47 [example@32473 k="v\\]"] ünï',
];

let place: Workplace;
let objects: readonly string[];

beforeAll(async () => {
  place = await makeWorkplace('conformance');
  const log = join(place.folder, 'service.log');
  await writeFile(log, [...serviceLog({ lines: 3000, seed: 11, start }), ...oddLines, ''].join('\n'));
  const files = { connector: 'app-logs', account: '111122223333', config: { paths: [log], follow: false } };
  const { code, output } = await runSluice(await place.configure({ files }));
  expect(code, output).toBe(0);
  const port = await freePort();
  const office = { connector: 'syslog', account: 'external_office', config: { listen: [{ transport: 'tcp', port }] } };
  const sluice = await startSluice(await place.configure({ office }), () => canConnect(port));
  await sendBytes(port, syslog.map((message) => `${message}\n`).join(''));
  await untilQuiet(sluice, 500);
  expect((await sluice.stop()).code, sluice.output()).toBe(0);
  objects = await filesBelow(place.lake, '**/*.parquet');
});

afterAll(() => place.remove());

test('DuckDB, hyparquet and parquet-wasm read each object to the same rows', async () => {
  let rows = 0;
  for (const path of objects) {
    const expected = await byHyparquet(path);
    for (const [name, read] of readers) expect(await read(path), `${name} on ${path}`).toEqual(expected);
    rows += expected.length;
  }
  expect(objects.length).toBeGreaterThanOrEqual(6);
  expect(rows).toBe(3000 + oddLines.length + syslog.length);
});

test('the rows that the readers give hold what the records said', async () => {
  const rows = (await Promise.all(objects.map(byHyparquet))).flat();
  const text = JSON.stringify(rows);
  for (const part of ['naïve 東京 🦀', 'ünï', '203.0.113.9', '2001:db8::9', '9007199254740991', '444455556666']) {
    expect(text).toContain(part);
  }
});

test('`sluice inspect` finds nothing to complain of', async () => {
  const { code, output } = await sluiceCommand(['inspect', place.lake, '--failures']);
  expect(code, output).toBe(0);
  // Objects with findings would stand above the summary.
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain(`${objects.length} pass, 0 fail`);
});
