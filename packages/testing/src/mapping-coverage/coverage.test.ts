import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { reject, skip } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  belowFloor,
  type CoverageReport,
  contextOf,
  formatReport,
  type MappingSubject,
  measureCoverage,
  newFields,
  recordsOf,
} from './index.ts';

/** Logins, pings that are skipped, and the rest, which is generic or rejected. */
const subject: MappingSubject = {
  catalogue: loadCatalogue('1.3.0'),
  product: { vendor_name: 'Example', name: 'Test' },
  format: 'json',
  context: contextOf({}),
  emits: [
    { class: 'authentication', profiles: [], columns: [] },
    { class: 'base_event', profiles: [], columns: [] },
  ],
  map: (record) => {
    const { kind, user, ip, ...rest } = record as Readonly<Record<string, unknown>>;
    if (kind === 'ping') return skip('heartbeat');
    if (kind === 'bad') return reject('bad_kind');
    const base = { activity_id: 1, severity_id: 1, unmapped: { ...rest, list: [{ a: 1 }, { a: 2, b: null }] } };
    if (kind !== 'login') return { ...base, activity_id: 0, class_uid: 0 };
    const service = { name: 'portal' };
    return { ...base, class_uid: 3002, user, service, ...(ip === undefined ? {} : { src_endpoint: { ip } }) };
  },
};

function measure(...records: readonly unknown[]): CoverageReport {
  return measureCoverage(
    subject,
    records.map((record) => Buffer.from(typeof record === 'string' ? record : JSON.stringify(record))),
  );
}

const login = { kind: 'login', user: { name: 'ada' }, ip: '192.0.2.1', extra: 1 };

describe('the report', () => {
  test('counts records by what became of them', () => {
    const report = measure(login, { kind: 'ping' }, { kind: 'bad' }, { kind: 'x' }, 'no json');
    expect(report).toMatchObject({ records: 5, events: 2, specific: 0.2 });
    expect(report.rejected).toEqual({ bad_kind: 1, malformed_json: 1 });
    expect(report.skipped).toEqual({ heartbeat: 1 });
    expect(Object.entries(report.classes).map(([name, { events, share }]) => [name, events, share])).toEqual([
      ['authentication', 1, 0.5],
      ['base_event', 1, 0.5],
    ]);
  });

  test('says how often required and recommended attributes are filled, within objects too', () => {
    const { classes } = measure(login, { ...login, ip: undefined }, { ...login, user: { uid: '7' } });
    const { required, recommended } = classes['authentication']!.attributes;
    expect(required).toMatchObject({ user: 1, severity_id: 1, class_uid: 1, 'metadata.version': 1 });
    expect(recommended).toMatchObject({ src_endpoint: 0.6666, 'src_endpoint.ip': 1, 'user.name': 0.6666, status: 0 });
    expect(recommended).not.toHaveProperty('dst_endpoint.ip');
  });

  test('counts findings by code and path, whatever the index', () => {
    const { findings } = measure({ ...login, user: { name: 7 } }, { ...login, user: { name: 8 } });
    expect(findings).toEqual({ 'error attribute_wrong_type user.name': 2 });
  });

  test('lists the fields of which nothing was ever taken', () => {
    const { unused } = measure({ ...login, ip: '192.0.2.2', odd: { 'a b': 1 } }, login);
    expect(unused).toEqual({ extra: 2, 'list[].a': 2, 'odd."a b"': 1 });
  });

  test('is the same text each time', () => {
    const records = [login, { kind: 'b', z: 1, y: 2 }, { kind: 'a' }];
    expect(formatReport(measure(...records))).toBe(formatReport(measure(...records)));
    expect(formatReport(measure(...records))).toBe(formatReport(measure(...records.toReversed())));
  });

  test('bounds what it keeps of names that records choose', () => {
    const fields = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`field${index}`, 1]));
    const { unused } = measure({ kind: 'login', ...fields });
    expect(Object.keys(unused).length).toBeLessThanOrEqual(2_001);
    const written = JSON.parse(formatReport(measure({ kind: 'login', ...fields }))) as CoverageReport;
    expect(Object.keys(written.unused)).toHaveLength(300);
  });
});

describe('a floor', () => {
  const good = measure(login, login);

  test('holds for the same, and for better', () => {
    expect(belowFloor(good, good)).toEqual([]);
    const worse = measure({ ...login, ip: undefined }, { kind: 'x' });
    expect(belowFloor(good, { ...worse, classes: { authentication: worse.classes['authentication']! } })).toEqual([]);
  });

  test('knows the fields that were there', () => {
    expect(newFields(measure({ ...login, added: 1, extra: 2 }, login), good)).toEqual({ added: 1 });
    expect(newFields(good, good)).toEqual({});
  });

  test('says what fell below it', () => {
    expect(belowFloor(measure({ ...login, ip: undefined }, login), good)).toEqual([
      'authentication src_endpoint (recommended): 50.00%, and the floor is 100.00%',
    ]);
    expect(belowFloor(measure({ ...login, ip: undefined }), good)).toEqual([
      'authentication src_endpoint (recommended): 0.00%, and the floor is 100.00%',
      'authentication src_endpoint.ip: never any more (recommended)',
    ]);
    expect(belowFloor(measure(login, { kind: 'x' }), good)).toEqual([
      'records with a specific class: 50.00%, and the floor is 100.00%',
    ]);
    expect(belowFloor(measure(login, { ...login, user: { name: 7 } }), good)).toEqual([
      'error attribute_wrong_type user.name: 1 times, at most 0',
    ]);
    expect(belowFloor(measure({ kind: 'bad' }, login), good)).toEqual([
      'records with a specific class: 50.00%, and the floor is 100.00%',
      'rejected: 50.00% (bad_kind 1), at most 0.00%',
    ]);
    expect(belowFloor(measure({ kind: 'ping' }), good)).toContain(
      'authentication: no event any more, and the floor has 2',
    );
  });
});

describe('records', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sluice-records-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, bytes: string | Buffer): void {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }

  test('are lines, or files, by the names of the files', () => {
    write('a.log', 'one\r\n\ntwo');
    write('b.json', '{\n"whole": 1 }');
    write('c.json', '{"line":1}\n{"line":2}\n');
    write('d.xml', '<a>\n</a>');
    write('e.d/1.raw', 'many\nlines');
    write('f.log.gz', gzipSync('packed\n'));
    write('a.ocsf.json', '[]');
    write('.hidden', 'x');
    expect(recordsOf([folder]).map(String)).toEqual([
      'one',
      'two',
      '{\n"whole": 1 }',
      '{"line":1}',
      '{"line":2}',
      '<a>\n</a>',
      'many\nlines',
      'packed',
    ]);
  });

  test('keep bytes that are no UTF-8', () => {
    write('a.log', Buffer.from([0xe4, 0x0a, 0xff]));
    expect(recordsOf([join(folder, 'a.log')]).map((record) => [...record])).toEqual([[0xe4], [0xff]]);
  });
});
