import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  ['alice 192.0.2.7 port 4711', 'alice', '192.0.2.7'],
  ['alice port 4711', 'alice port 4711', undefined],
  [' alice', ' alice', undefined],
])('who leaves before they are authenticated as “%s” is “%s”', (said, name, ip) => {
  const { event } = mapRecord(
    `<38>Jan 14 09:12:01 web1 sshd[1]: Connection closed by authenticating user ${said} [preauth]`,
  );
  expect(event).toMatchObject({ class_uid: 3002, user: { name } });
  if (ip === undefined) expect(event).not.toHaveProperty('src_endpoint.ip');
  else expect(event).toMatchObject({ src_endpoint: { ip } });
});

test('who is disconnected for no reason that is told is not said to have failed', () => {
  const who = 'authenticating user alice 192.0.2.7 port 4711';
  const disconnected = (text: string): object =>
    mapRecord(`<38>Jan 14 09:12:01 web1 sshd[1]: Disconnecting ${text}`).event;
  expect(disconnected(`${who}: Too many authentication failures [preauth]`)).toMatchObject({ class_uid: 3002 });
  expect(disconnected(who)).not.toMatchObject({ class_uid: 3002 });
});
