import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  '725008: SSL client outside:203.0.113.9/4711 to 198.51.100.1/443 proposes the following 2 cipher(s).',
  '725008: SSL client outside:203.0.113.9/4711 to 198.51.100.1/443 proposes: AES256-SHA',
])('%s is of two ends', (text) => {
  expect(said(text)).toMatchObject({
    class_uid: 4001,
    src_endpoint: { ip: '203.0.113.9', port: 4711, interface_name: 'outside' },
    dst_endpoint: { ip: '198.51.100.1', port: 443 },
  });
  expect(said(text)['dst_endpoint']).not.toHaveProperty('interface_name');
});

test('a step of a handshake that names no end is read no further', () => {
  expect(said('725008: SSL session proposes nothing')).toMatchObject({ class_uid: 0 });
});

test('a server may have a name of one letter', () => {
  expect(said('304001: 192.0.2.7 Accessed URL a:http://a/x')).toMatchObject({
    class_uid: 4001,
    dst_endpoint: { hostname: 'a' },
    url: { path: '/x' },
  });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<166>Jan 14 2026 09:12:01 fw1 : %ASA-6-${text}`);
  expect(problems).toEqual([]);
  return event;
}
