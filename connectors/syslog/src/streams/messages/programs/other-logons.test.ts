import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const failure = { class_uid: 3002, activity_id: 1, status_id: 2, user: { name: 'unknown' } };

test.each<[string, string | undefined, string | undefined]>([
  ['Kerberos authentication failed', undefined, undefined],
  ['Authentication failed from 192.0.2.7', '192.0.2.7', undefined],
  ['Authentication failed from 192.0.2.7 (192.0.2.7): Permission denied', '192.0.2.7', 'Permission denied'],
])('%s comes over the network, from %s', (text, ip, reason) => {
  const event = said(`klogind[9]: ${text}`);
  expect(event).toMatchObject({ ...failure, is_remote: true, logon_type_id: 3, service: { name: 'klogin' } });
  expect(event['status_detail']).toBe(reason);
  if (ip === undefined) expect(event).not.toHaveProperty('src_endpoint');
  else expect(event).toMatchObject({ src_endpoint: { ip } });
});

test.each(["gdm[9]: Couldn't authenticate user", "gdm-binary[9]: Couldn't set acct. mgmt for alice"])(
  '%s is a failure at the screen',
  (text) => {
    expect(said(text)).toMatchObject({ ...failure, is_remote: false, logon_type_id: 2, service: { name: 'gdm' } });
  },
);

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 ${text}`);
  expect(problems).toEqual([]);
  return event;
}
