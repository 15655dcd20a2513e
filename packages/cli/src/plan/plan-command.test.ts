import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { program } from '../program.ts';
import { capturedIo } from '../testing/captured-io.ts';

let folder: string;
let config: string;
let sample: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-plan-'));
  config = join(folder, 'sluice.yaml');
  sample = join(folder, 'sample.log');
  await writeFile(
    config,
    `version: 1\nlake: { folder: ./lake }\npipelines:\n  office:\n    connector: syslog\n    account: external_acme\n    config: { listen: [{ transport: tcp, port: 5514 }] }\n`,
  );
  const lines = Array.from({ length: 600 }, (_, index) => {
    const time = new Date(Date.parse('2026-03-01T10:00:00Z') + index * 100).toISOString();
    return index % 10 === 0
      ? `<86>1 ${time} bastion sshd ${index} - - Failed password for root from 203.0.113.7 port 40022 ssh2`
      : `<30>1 ${time} depot scan ${index} - - parcel ${index} left`;
  });
  await writeFile(sample, `${lines.join('\n')}\n`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function plan(...args: readonly string[]): Promise<Record<string, unknown>> {
  const io = capturedIo();
  expect(await program(['plan', config, '--sample', sample, '--json', ...args], io), io.err()).toBe(0);
  return JSON.parse(io.out()) as Record<string, unknown>;
}

test('the rate is that of the sample unless another is said, and each source has its share', async () => {
  const own = await plan();
  expect(own['recordsPerSecond']).toBeCloseTo(10, 1);
  expect(own['groups']).toMatchObject([
    { source: 'syslog-auth' },
    { source: 'syslog-event', account: 'external_acme' },
  ]);
  const [first, second] = own['groups'] as { eventsPerDay: number }[];
  expect((first?.eventsPerDay ?? 0) + (second?.eventsPerDay ?? 0)).toBeCloseTo(10 * 86_400, -4);
  expect((await plan('--rate', '500'))['recordsPerSecond']).toBe(500);
  expect((await plan('--per-day', '1GB'))['recordsPerSecond']).toBeGreaterThan(50);
}, 60_000);

test('for people it says the price as the assumption that it is', async () => {
  const io = capturedIo();
  await program(['plan', config, '--sample', sample, '--rate', '100', '--put-price', '0.0054'], io);
  expect(io.out()).toMatch(/A flush every 5 min, as flush.max_age says/);
  expect(io.out()).toMatch(/syslog-event +external_acme +7,776,\d+ +288 /);
  expect(io.out()).toContain('at $0.0054 for 1000 PUT requests');
}, 60_000);

test('a sample that is not there is said', async () => {
  await expect(program(['plan', config, '--sample', join(folder, 'none')], capturedIo())).rejects.toThrow(
    'is not a file',
  );
});
