import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  ['daemon started -- version 3.9.0, configuration /etc/postfix', 3],
  ['terminating on signal 15', 4],
  ['reload -- version 3.9.0, configuration /etc/postfix', 8],
])('its master says %s, which is activity %i', (text, activity) => {
  expect(said(`postfix/master[9]: ${text}`)).toMatchObject({
    class_uid: 6002,
    activity_id: activity,
    status_id: 1,
    app: { name: 'Postfix' },
  });
  expect(said(`postfix/smtpd[9]: ${text}`)).toMatchObject({ class_uid: 0 });
});

test.each([
  'postfix/master[9]: odd',
  ...['warning', 'fatal', 'error', 'panic', 'statistics'].map((word) => `postfix/smtpd[9]: ${word}: removed`),
  'postfix/smtp[9]: 4XyZ1234: relay=none, to=<b@example.com>, status=sent',
  'postfix/smtpd[9]: warning: odd: SASL PLAIN authentication failed: bad',
  'postfix/smtpd[9]: NOQUEUE: reject_warning: RCPT from mx[192.0.2.7]: 554 no; from=<a@example.com> to=<b@example.com>',
])('%s is of no mail', (text) => {
  expect(said(text)).toMatchObject({ class_uid: 0 });
});

test.each([
  ['NOQUEUE: reject: RCPT from mx[192.0.2.7]: 554 no; from=<a@example.com> to=<b@example.com>', 25],
  ['4XyZ1234: milter-reject: MAIL from mx[192.0.2.7]: 554 no; from=<a@example.com> to=<b@example.com>', 25],
  ['4XyZ1234: discard: RCPT from mx[192.0.2.7]: no; from=<a@example.com> to=<b@example.com>', 6],
  ['4XyZ1234: reject: header X: y from mx[192.0.2.7]; from=<a@example.com> to=<b@example.com>: no', 25],
  ['4XyZ1234: discard: body y from mx[192.0.2.7]; from=<a@example.com> to=<b@example.com>: no', 6],
])('%s is a mail that was denied', (text, disposition) => {
  expect(said(`postfix/smtpd[9]: ${text}`)).toMatchObject({
    class_uid: 4009,
    status_id: 2,
    disposition_id: disposition,
    email: { from: 'a@example.com', to: ['b@example.com'] },
    src_endpoint: { ip: '192.0.2.7', hostname: 'mx' },
  });
});

test.each([
  ['PLAIN authentication failed', 'unknown', 'INVALID_CREDENTIALS'],
  ['PLAIN authentication failed: bad', 'unknown', 'INVALID_CREDENTIALS'],
  ['PLAIN authentication failed: bad, sasl_username=alice', 'alice', 'INVALID_CREDENTIALS'],
  [
    'PLAIN authentication failed: Connection lost to authentication server',
    'unknown',
    'Connection lost to authentication server',
  ],
])('SASL %s is of %s', (text, name, detail) => {
  expect(said(`postfix/smtpd[9]: warning: unknown[192.0.2.7]: SASL ${text}`)).toMatchObject({
    class_uid: 3002,
    status_detail: detail,
    user: { name },
    src_endpoint: { ip: '192.0.2.7' },
  });
});

test('a mail that is not told whom it is for is for nobody', () => {
  const text = '4XyZ1234: discard: MAIL from mx[192.0.2.7]: <x>: no; from=<> proto=ESMTP helo=<mx>';
  const event = said(`postfix/smtpd[9]: ${text}`);
  expect(event).toMatchObject({ email: { from: '', to: [] }, smtp_hello: 'mx' });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<22>Jan 14 09:12:01 web1 ${text}`);
  expect(problems).toEqual([]);
  return event;
}
