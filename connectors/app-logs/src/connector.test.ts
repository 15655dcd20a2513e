import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConnector, type Upstream } from '@sluice/testing';
import { test } from 'vitest';
import { startPosting } from './http/posting.fixture.ts';
import { connector } from './index.ts';
import { startJournal } from './streams/journal/journalctl.fixture.ts';
import { startPiping } from './streams/stdin/piping.fixture.ts';

const logFile: Upstream = {
  record: (marker) => JSON.stringify({ time: '2026-01-15T12:00:00Z', level: 'info', msg: marker }),
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-app-logs-'));
    const path = join(folder, 'app.log');
    await appendFile(path, '');
    return {
      config: { paths: [path], poll_every: '20ms' },
      feed: (records) => appendFile(path, records.map((record) => `${record}\n`).join('')),
      stop: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const otlpRecord = (marker: string): string =>
  JSON.stringify({ record: { timeUnixNano: '1768478400000000000', body: { stringValue: marker } } });

const otlpRequest = (record: string): string =>
  `{"resourceLogs":[{"scopeLogs":[{"logRecords":[${recordIn(record)}]}]}]}`;

/** Of a record as the stream yields it; poison is sent as it is. */
function recordIn(record: string): string {
  try {
    return JSON.stringify((JSON.parse(record) as { record?: unknown }).record ?? record);
  } catch {
    return JSON.stringify(record);
  }
}

const logLine = logFile.record;

const journalEntry = (marker: string): string =>
  JSON.stringify({ __REALTIME_TIMESTAMP: '1768478400000000', _BOOT_ID: 'b00t', MESSAGE: marker });

checkConnector({
  test,
  connector,
  folder: join(import.meta.dirname, '..'),
  streams: {
    files: {
      config: { paths: ['/var/log/shop/app.log'] },
      origin: { transport: 'file', path: '/var/log/shop/app.log' },
      upstream: logFile,
    },
    journal: {
      config: { paths: ['/var/log/journal.export'] },
      origin: { transport: 'file', path: '/var/log/journal.export' },
      upstream: { record: journalEntry, start: startJournal },
    },
    stdin: { origin: { transport: 'stdin' }, upstream: { record: logLine, start: startPiping } },
    otlp: {
      origin: { transport: 'http', address: '192.0.2.9' },
      upstream: { record: otlpRecord, start: () => startPosting('/v1/logs', otlpRequest) },
    },
    http: {
      origin: { transport: 'http', address: '192.0.2.9' },
      upstream: { record: logLine, start: () => startPosting('/', (record) => record) },
    },
  },
});
