import { expect, test } from 'vitest';
import type { Received } from '../received.ts';
import { parseMessage } from '../message/parse.ts';
import { utc } from '../message/zone.ts';
import { LifecycleActivityId as Step, lifecycleStepOf } from './application-lifecycle.ts';
import { severityIdOfLevel } from './base-event.ts';
import { dnsActivity, DnsActivityId, withoutDot } from './dns-activity.ts';
import { httpActivity } from './http-activity.ts';
import { allowed, blocked } from './verdict.ts';

const clock = { receivedAt: Date.UTC(2026, 0, 14, 9), zone: utc };
const message = parseMessage('<30>Jan 14 09:12:01 web1 app: x', clock);
const received: Received = { message, text: 'x', origin: { transport: 'udp' }, clock };

/** OCSF 1.3, HTTP Activity: the method is the activity; one that it does not know is Other, by its name. */
test.each<[string, number]>([
  ['connect', 1],
  ['DELETE', 2],
  ['get', 3],
  ['Head', 4],
  ['OPTIONS', 5],
  ['POST', 6],
  ['PUT', 7],
  ['TRACE', 8],
  ['PATCH', 99],
])('the activity of a request to %s is %i', (method, expected) => {
  const event = httpActivity(received, { method, url: { text: '/a' }, responseCode: 200 });
  expect(event).toMatchObject({
    activity_id: expected,
    http_request: expected === 99 ? {} : { http_method: method.toUpperCase() },
  });
  expect(Object.hasOwn(event ?? {}, 'activity_name')).toBe(expected === 99);
});

test.each([
  [200, allowed, 1],
  [399, allowed, 1],
  [400, allowed, 2],
  [500, allowed, 2],
  [200, blocked, 2],
])('a response of %i that was %j has the outcome %i', (responseCode, verdict, expected) => {
  const event = httpActivity(received, { method: 'GET', url: { text: '/a' }, responseCode, verdict });
  expect(event).toMatchObject({ status_id: expected, http_response: { code: responseCode } });
});

test('a request says no more than is known of it', () => {
  const facts = { method: 'GET', url: { text: '' }, responseCode: 200 };
  expect(httpActivity(received, facts)).toMatchObject({ http_request: { http_method: 'GET' }, action_id: 0 });
  expect(httpActivity(received, facts)).not.toHaveProperty('http_request.url');
  const more = { ...facts, userAgent: 'curl', referrer: '/b', rule: { name: 'web' }, destination: { host: 'www' } };
  expect(httpActivity(received, more)).toMatchObject({
    http_request: { user_agent: 'curl', referrer: '/b' },
    firewall_rule: { name: 'web' },
    dst_endpoint: { hostname: 'www' },
  });
});

/** IANA, DNS RCODEs. */
test.each<[string, number, number]>([
  ['NOERROR', 0, 1],
  ['formerr', 1, 2],
  ['SERVFAIL', 2, 2],
  ['NXDOMAIN', 3, 2],
  ['NOTIMP', 4, 2],
  ['NOTIMPL', 4, 2],
  ['REFUSED', 5, 2],
  ['YXDOMAIN', 6, 2],
  ['YXRRSET', 7, 2],
  ['NXRRSET', 8, 2],
  ['NOTAUTH', 9, 2],
  ['NOTZONE', 10, 2],
  ['BADVERS', 16, 2],
])('the response code %s is %i', (rcode, expected, outcome) => {
  const event = dnsActivity(received, { activityId: DnsActivityId.Response, name: 'www.example.com', rcode });
  expect(event).toMatchObject({ rcode_id: expected, status_id: outcome });
  expect(event).not.toHaveProperty('rcode');
});

test('a question says what was asked, and an answer what it was', () => {
  const question = { activityId: DnsActivityId.Query, name: 'www.example.com' };
  expect(dnsActivity(received, question)).toMatchObject({ class_uid: 4003, query: { hostname: 'www.example.com' } });
  expect(dnsActivity(received, { ...question, answers: [] })).not.toHaveProperty('answers');
  expect(dnsActivity(received, { ...question, answers: ['192.0.2.1'] })).toMatchObject({
    answers: [{ rdata: '192.0.2.1' }],
  });
  const full = {
    ...question,
    type: 'A',
    dnsClass: 'IN',
    queryUid: '9',
    answers: ['192.0.2.1'],
    rcode: 'ODD',
    verdict: blocked,
  };
  expect(dnsActivity(received, { ...full, rule: { uid: '7' } })).toMatchObject({
    query: { hostname: 'www.example.com', type: 'A', class: 'IN', packet_uid: 9 },
    answers: [{ rdata: '192.0.2.1', type: 'A' }],
    rcode_id: 99,
    rcode: 'ODD',
    status_id: 2,
    firewall_rule: { uid: '7' },
  });
  expect(['a.', '.', 'a', ''].map(withoutDot)).toEqual(['a', '.', 'a', '']);
});

/** RFC 5424, 6.2.1, as OCSF counts. */
test('severities from emergency to debug', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, undefined].map(severityIdOfLevel)).toEqual([
    6,
    5,
    5,
    4,
    3,
    2,
    1,
    1,
    undefined,
    undefined,
  ]);
});

test.each([
  ['system restarted', Step.Restart],
  ['device rebooting', Step.Restart],
  ['service stopped', Step.Stop],
  ['firewall shut down', Step.Stop],
  ['daemon exited', Step.Stop],
  ['process started', Step.Start],
  ['appliance-booted', Step.Start],
  ['firmware upgraded', Step.Update],
  ['image updated', Step.Update],
  ['something started', Step.Other],
  ['system seen', Step.Other],
  [`${'x'.repeat(250)} system started`, Step.Other],
])('%s is step %i of its life', (text, expected) => {
  expect(lifecycleStepOf(text)).toBe(expected);
});
