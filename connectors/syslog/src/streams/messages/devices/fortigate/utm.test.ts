import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test('a profile of older releases is a type of its own', () => {
  expect(logged('type="webfilter" subtype="ftgd_allow" srcip=192.0.2.7 dstip=198.51.100.2')).toMatchObject({
    class_uid: 4001,
    unmapped: { profile_type: 'webfilter' },
  });
});

test('a connection is told by either end', () => {
  const webfilter = 'type="utm" subtype="webfilter"';
  expect(logged(`${webfilter} srcip=192.0.2.7`)).toMatchObject({ class_uid: 4001, src_endpoint: { ip: '192.0.2.7' } });
  expect(logged(`${webfilter} dstip=198.51.100.2`)).toMatchObject({ class_uid: 4001 });
  expect(logged(webfilter)).toMatchObject({ class_uid: 0 });
});

test('the host of a URL may be an address of IPv6', () => {
  const fields = 'type="utm" subtype="webfilter" srcip=192.0.2.7 dstip=2001:db8::7 hostname="2001:db8::7" url="/x"';
  expect(logged(fields)).toMatchObject({ url: { hostname: '2001:db8::7' } });
});

function logged(fields: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(
    `<189>date=2026-01-14 time=09:12:01 devname="fw1" devid="FG1" level="notice" ${fields}`,
  );
  expect(problems).toEqual([]);
  return event;
}
