import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../program.ts';
import { type CapturedIo, capturedIo } from '../testing/captured-io.ts';
import { watchRecords } from './map-records.ts';

const document = `version: 1
format: json
null_values: ['-']
rules:
  - name: login
    when: { $.kind: login }
    class: authentication
    map:
      activity_id: Logon
      severity_id: Informational
      time: { from: $.at, time: iso }
      user.name: { from: $.user, required: true }
      src_endpoint.ip: $.ip
      service.name: portal
  - { when: { $.kind: ping }, skip: heartbeat }
  - { class: base_event, map: { activity_id: Unknown, severity_id: Unknown, message: $.text } }
`;
const login = { kind: 'login', at: '2026-01-15T10:00:00Z', user: 'ada', ip: '192.0.2.7', team: 'blue' };

let folder: string;
let mapping: string;
let io: CapturedIo;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-map-'));
  mapping = write('mapping.yaml', document);
  io = capturedIo();
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function records(...all: readonly unknown[]): string {
  return write('records.ndjson', all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'));
}

describe('sluice map', () => {
  it('shows events attribute by attribute, and why there is none', async () => {
    const code = await program(['map', mapping, '--in', records(login, { kind: 'ping' }, { kind: 'login' }, 'x')], io);
    expect(code).toBe(0);
    expect(io.out()).toMatch(/^record 1: authentication\n/);
    expect(io.out()).toMatch(/\n {2}user\.name +"ada"\n/);
    expect(io.out()).toMatch(/\n {2}unmapped\.team +"blue"\n/);
    expect(io.out()).toContain('\nrecord 2: skipped, heartbeat\n');
    expect(io.out()).toContain('\nrecord 3: rejected, required_missing: user.name is required (rule "login")');
    expect(io.out()).toContain('\nrecord 4: rejected, malformed_json: ');
    expect(io.err()).toBe('4 records: 1 event, 1 skipped, 2 rejected, 0 not valid by OCSF\n');
  });

  it('says of each attribute which line and which field it came from', async () => {
    await program(['map', mapping, '--in', records(login), '--explain'], io);
    expect(io.out()).toMatch(/^record 1: authentication {2}rule "login", mapping\.yaml:5\n/);
    expect(io.out()).toMatch(/user\.name +"ada" {2}← \$\.user {2}mapping\.yaml:12\n/);
    expect(io.out()).toMatch(/service\.name +"portal" {2}← constant {2}mapping\.yaml:14\n/);
    expect(io.out()).toMatch(/unmapped\.team +"blue" {2}← left over\n/);
    expect(io.out()).toMatch(/class_name +"Authentication" {2}← completed\n/);
  });

  it('gives the same to a program, a record a line', async () => {
    await program(['map', mapping, '--in', records(login, { kind: 'ping' }), '--json', '--explain'], io);
    const [first, second] = io
      .out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(first).toMatchObject({
      record: 1,
      rule: { name: 'rule "login"', line: 5 },
      events: [{ event: { class_uid: 3002, user: { name: 'ada' } }, findings: [] }],
    });
    expect(first).toHaveProperty('attributes');
    expect(second).toMatchObject({ record: 2, skip: 'heartbeat', events: [] });
  });

  it('takes no more records than asked for', async () => {
    await program(['map', mapping, '--in', records(login, login, login), '--limit', '2'], io);
    expect(io.err()).toContain('2 records: 2 events');
  });

  it('marks what is not valid, and exits with 65', async () => {
    const module = write(
      'connector.mjs',
      `const config = { '~standard': { version: 1, vendor: 'x', validate: (value) => ({ value }), jsonSchema: {} } };
export default { contract: ${await contract()}, name: 'acme', version: '1.0.0', ocsf: '1.3.0', product: { vendor_name: 'A', name: 'B' },
  streams: [{ name: 'all', format: 'json', config, emits: [{ class: 'authentication', profiles: [], columns: [] }], read() {},
    map: (record) => ({ class_uid: 3002, activity_id: 1, severity_id: 1, user: { name: record.user }, service: { name: 's' }, src_endpoint: { ip: 7 } }) }] };
`,
    );
    expect(await program(['map', module, '--in', records(login)], io)).toBe(65);
    expect(io.out()).toMatch(/\n✗ src_endpoint\.ip +7\n {4}src_endpoint\.ip: /);
    expect(io.err()).toContain('1 not valid by OCSF');
    await expect(program(['map', module, 'none', '--in', records(login)], io)).rejects.toThrow(
      'connector acme has no stream none; say which behind its name: all',
    );
    await expect(program(['map', module, '--in', records(login), '--explain'], io)).rejects.toThrow(
      '--explain is for mapping documents',
    );
  });

  it('shows what is wrong with a mapping where it stands', async () => {
    const wrong = write('wrong.yaml', document.replace('user.name', 'user.nam'));
    await expect(program(['map', wrong, '--in', records(login)], io)).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringMatching(
        /wrong\.yaml:12:7: error: The object user .* has no attribute "nam"\. Did you mean "name"\? \[unknown_attribute\]\n {3}12 \| {7}user\.nam: .*\n {6}\| {7}\^/,
      ),
    });
  });

  it('needs no configuration of a connector', async () => {
    const line = '<38>Jan 15 10:00:00 bastion sshd[812]: Failed password for root from 192.0.2.44 port 55222 ssh2';
    expect(await program(['map', 'syslog', '--in', records(line)], io)).toBe(0);
    expect(io.out()).toMatch(/^record 1: authentication\n/);
  });

  it('checks the mapping alone where there is no input', async () => {
    expect(await program(['map', mapping], io)).toBe(0);
    expect(io.out()).toMatch(/^mapping\.yaml is right by OCSF 1\.3\.0; it makes\n {2}authentication, \d+ columns\n/);
    expect(await program(['map'], io)).toBe(2);
  });

  it('prints the JSON Schema of mappings to a class', async () => {
    expect(await program(['map', '--schema', 'authentication,base_event'], io)).toBe(0);
    const { $defs } = JSON.parse(io.out()) as { readonly $defs: Readonly<Record<string, unknown>> };
    expect($defs).toHaveProperty('class authentication');
    expect($defs).toHaveProperty('class base_event');
    await expect(program(['map', '--schema', 'authentification'], io)).rejects.toThrow('Did you mean authentication?');
  });

  it('takes functions of plugins', async () => {
    const functions = write(
      'functions.mjs',
      `export const functions = { shout: { parameters: ['text'], result: 'text', call: (text) => text.toUpperCase() } };`,
    );
    const calling = write(
      'calling.yaml',
      document.replace('message: $.text', 'message: { call: shout, args: [$.text] }'),
    );
    await program(['map', calling, '--in', records({ text: 'hey' }), '--functions', functions], io);
    expect(io.out()).toContain('"HEY"');
  });

  it('refuses an input that is not there, and a connector that is not known', async () => {
    await expect(program(['map', mapping, '--in', join(folder, 'none')], io)).rejects.toMatchObject({ exitCode: 2 });
    await expect(program(['map', 'sislog', '--in', records(login)], io)).rejects.toThrow(/Did you mean syslog\?/);
  });
});

describe('sluice map --watch', () => {
  it('prints what becomes different when the mapping or the input changes', async () => {
    const stop = new AbortController();
    const input = records(login, { kind: 'other', text: 'a' });
    const options = { in: [input], format: 'text', signal: stop.signal, everyMs: 10 } as const;
    const watching = watchRecords(mapping, undefined, options, io);
    await said('2 changed; waiting for changes');
    const before = io.out();
    writeFileSync(mapping, document.replace('service.name: portal', 'service.name: gateway'));
    await said('1 changed; waiting for changes');
    const after = io.out().slice(before.length);
    expect(after).toContain('"gateway"');
    expect(after).not.toContain('record 2');
    writeFileSync(mapping, document.replace('class: authentication', 'class: authentification'));
    await said('Did you mean "authentication"?');
    writeFileSync(mapping, document);
    await said('waiting for changes', 4);
    appendFileSync(input, `\n${JSON.stringify({ text: 'new' })}`);
    await said('3 records: 3 events');
    stop.abort();
    expect(await watching).toBe(0);
  }, 30_000);

  async function said(text: string, times = 1): Promise<void> {
    await expect.poll(() => io.err().split(text).length - 1, { timeout: 10_000 }).toBeGreaterThanOrEqual(times);
  }
});

describe('sluice coverage', () => {
  it('says how the records are covered', async () => {
    const input = records(
      login,
      { ...login, ip: undefined },
      { kind: 'ping' },
      { kind: 'login' },
      { text: 'x', odd: 1 },
    );
    expect(await program(['coverage', mapping, '--in', input], io)).toBe(0);
    expect(io.out()).toContain('5 records by OCSF 1.3.0: 3 events, 40.00% of the records with a specific class');
    expect(io.out()).toMatch(/\nauthentication +2 +66\.66% +100\.00%/);
    expect(io.out()).toContain('src_endpoint 50.00%');
    expect(io.out()).toMatch(/\n +1 +required_missing\n/);
    expect(io.out()).toMatch(/\n +2 +team\n/);
  });

  it('fails below a floor, or below what is asked', async () => {
    const floor = join(folder, 'coverage.lock.json');
    expect(await program(['coverage', mapping, '--in', records(login), '--write', floor], io)).toBe(0);
    expect(await program(['coverage', mapping, '--in', records(login), '--floor', floor], io)).toBe(0);
    const worse = records({ ...login, ip: '-' }, { text: 'x', added: 7 });
    expect(await program(['coverage', mapping, '--in', worse, '--floor', floor, '--min-specific', '97'], io)).toBe(65);
    expect(io.err()).toContain('below: records with a specific class: 50.00%, asked are 97%\n');
    expect(io.out()).toMatch(/New fields since the floor[^]* 1 +added\n/);
    expect(io.err()).toContain('below: authentication src_endpoint (recommended): 0.00%, and the floor is 100.00%\n');
  });

  it('gives the whole report to a program', async () => {
    await program(['coverage', mapping, '--in', records(login), '--json'], io);
    expect(JSON.parse(io.out())).toMatchObject({ version: 1, records: 1, specific: 1, unused: { team: 1 } });
  });

  it('refuses a sample without records, and a floor that is none', async () => {
    await expect(program(['coverage', mapping, '--in', write('empty.log', '')], io)).rejects.toThrow('no record');
    const options = ['coverage', mapping, '--in', records(login), '--floor', join(folder, 'none.json')];
    await expect(program(options, io)).rejects.toThrow('--write makes one');
    expect(await program(['coverage', mapping, '--in', 'x', '--min-specific', 'many'], io)).toBe(2);
    expect(await program(['coverage', mapping], io)).toBe(2);
  });
});

async function contract(): Promise<number> {
  return (await import('@sluice/connector')).contractVersion;
}
