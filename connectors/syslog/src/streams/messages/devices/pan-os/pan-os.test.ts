import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

/** A log of this type, whose eighth value is the first of these. */
function logged(type: string, subtype: string, ...values: readonly string[]): Readonly<Record<string, unknown>> {
  const head = ['1', '2026/01/14 09:12:01', '0123', type, subtype, '0', '2026/01/14 09:12:00'];
  const { event, problems } = mapRecord(`<14>Jan 14 09:12:01 fw1 ${[...head, ...values].join(',')}`);
  expect(problems).toEqual([]);
  return event;
}

const group = ['0', '0', '0', '0', '', 'fw1'];

test('the virtual system of a SYSTEM log may be missing', () => {
  const rest = ['general', 'box', '0', '0', 'general', 'high', 'Something happened', '9', '0x0', ...group];
  const expected = { severity_id: 4, message: 'Something happened', metadata: { sequence: 9 } };
  expect(logged('SYSTEM', 'general', 'vsys1', ...rest)).toMatchObject({ ...expected, unmapped: { vsys: 'vsys1' } });
  expect(logged('SYSTEM', 'general', ...rest)).toMatchObject({ ...expected, unmapped: { object: 'box' } });
});

test('nothing is missing of a SYSTEM log whose module is called as a severity is', () => {
  const rest = ['general', 'box', '0', '0', 'low', 'high', 'Something happened', '9', '0x0', ...group];
  expect(logged('SYSTEM', 'general', '', ...rest)).toMatchObject({ severity_id: 4, unmapped: { module: 'low' } });
});

const edit = ['192.0.2.7', '', 'edit', 'admin', 'Web', 'Succeeded', 'deviceconfig system'];
const changed = { unmapped: { before_change_detail: 'port 1', after_change_detail: 'port 2' } };

test('the two changes of a CONFIG log stand before its number, at its end, or nowhere', () => {
  const tail = [...group, '0', 'why', '0', '2026-01-14T09:12:00.250+00:00'];
  const today = logged('CONFIG', '0', ...edit, 'port 1', 'port 2', '1001', '0x0', ...tail);
  const once = logged('CONFIG', '0', ...edit, '1001', '0x0', ...tail, 'port 1', 'port 2', 'newer', 'newest');
  const expected = {
    metadata: { sequence: 1001 },
    device: { hostname: 'fw1' },
    time: Date.UTC(2026, 0, 14, 9, 12, 0, 250),
  };
  expect(today).toMatchObject({ ...expected, ...changed });
  expect(once).toMatchObject({
    ...expected,
    unmapped: { ...changed.unmapped, comment: 'why', more: ['newer', 'newest'] },
  });
  expect(logged('CONFIG', '0', ...edit, '1001', '0x0', ...tail)).toMatchObject(expected);
});

test('a change that looks like flags is a change, and flags may be missing', () => {
  expect(logged('CONFIG', '0', ...edit, '0x1', '0x2', '1001', '0x0', ...group)).toMatchObject({
    metadata: { sequence: 1001 },
    unmapped: { before_change_detail: '0x1', after_change_detail: '0x2' },
  });
  expect(logged('CONFIG', '0', ...edit, 'port 1', 'port 2', '1001')).toMatchObject(changed);
});

test('other logs are left as they are, whatever their values look like', () => {
  const traffic = ['192.0.2.7', '198.51.100.2', '', '', 'web', 'high', 'high', 'ssl', '0x1', 'trust', 'untrust'];
  expect(logged('TRAFFIC', 'end', ...traffic)).toMatchObject({
    src_endpoint: { ip: '192.0.2.7' },
    app_name: 'ssl',
    unmapped: { dstuser: 'high', vsys: '0x1' },
  });
});

test('a type that is none of PAN-OS makes no log of it', () => {
  expect(logged('WEATHER', 'rain', '192.0.2.7')).toMatchObject({ class_uid: 0, unmapped: { hostname: 'fw1' } });
});
