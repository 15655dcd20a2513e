import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { EventStreamsConfig } from './config.ts';
import { mapStreamEvent } from './map.ts';

type Fields = Readonly<Record<string, unknown>>;

const context = { config: {}, receivedAt: 0, origin: { transport: 'https' } } as MapContext<EventStreamsConfig>;

function streamed(eventType: string, event: Fields): Fields {
  const result = mapStreamEvent({ metadata: { eventType }, event }, context);
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${eventType} is no event`);
  return result as Fields;
}

/** What OCSF requires of the class of a kind of event, by the fields that say it. */
const needs: readonly (readonly [kind: string, classUid: number, fields: Fields])[] = [
  ['AuthActivityAuditEvent', 3002, { OperationName: 'userAuthenticate', UserId: 'ada' }],
  ['UserActivityAuditEvent', 6003, { OperationName: 'update_policy', UserId: 'ada', UserIp: '192.0.2.7' }],
  ['UserActivityAuditEvent', 3004, { OperationName: 'update_policy', UserId: 'ada', ServiceName: 'policies' }],
  ['RemoteResponseSessionStartEvent', 3002, { UserName: 'ada', HostnameField: 'pc1' }],
  ['RemoteResponseSessionEndEvent', 3002, { UserName: 'ada', HostnameField: 'pc1' }],
  ['FirewallMatchEvent', 4001, { LocalAddress: '192.0.2.7', RemoteAddress: '198.51.100.2' }],
  ['CSPMSearchStreamingEvent', 2003, { PolicyId: '7', ResourceId: 'b' }],
  ['EppDetectionSummaryEvent', 2004, { CompositeId: 'ind:1' }],
];

test.each(needs)('%s is of class %i by %j, and a base event without any of it', (kind, classUid, fields) => {
  expect(streamed(kind, fields)['class_uid']).toBe(classUid);
  for (const name of Object.keys(fields))
    expect(streamed(kind, { ...fields, [name]: undefined })['class_uid'], name).toBe(0);
});

test('a host of a session is a host by its name, or is called so', () => {
  const host = (HostnameField: string): unknown =>
    streamed('RemoteResponseSessionStartEvent', { UserName: 'ada', HostnameField })['dst_endpoint'];
  expect([host('pc1'), host("Ada's PC")]).toEqual([{ hostname: 'pc1' }, { name: "Ada's PC" }]);
});

test.each<[attributes: Fields, operation: string]>([
  [{ request_method: 'GET', request_path: '/a' }, 'GET /a'],
  [{ request_method: 'GET' }, 'update_policy'],
  [{ request_path: '/a' }, 'update_policy'],
  [{ request_method: 'BREW', request_path: '/a' }, 'update_policy'],
  [{ request_method: 'constructor', request_path: '/a' }, 'update_policy'],
  [{}, 'update_policy'],
])('by the attributes %j the operation is %s', (Attributes, operation) => {
  const audit = { OperationName: 'update_policy', UserId: 'ada', UserIp: '192.0.2.7', Attributes };
  const event = streamed('APIActivityAuditEvent', audit);
  expect(event['api']).toEqual({ operation });
  expect('http_request' in event).toBe(operation === 'GET /a');
});

test.each<[fields: Fields, expected: object]>([
  [{ EventAction: 'DeleteBucket' }, { api: { operation: 'DeleteBucket' } }],
  [
    { EventAction: 'DeleteBucket', CloudService: 's3' },
    { api: { operation: 'DeleteBucket', service: { name: 's3' } } },
  ],
])('by %j the evidence is %j', (fields, evidence) => {
  expect(streamed('CSPMIOAStreamingEvent', { CompositeId: 'ind:1', ...fields })['evidences']).toEqual([evidence]);
});

test.each([
  ['Blocked', 2, 2],
  ['ALLOWED', 1, 15],
  ['Monitored', 0, 0],
])('a response called %s is action %i and disposition %i', (ResponseAction, action, disposition) => {
  expect(streamed('DataProtectionDetectionSummaryEvent', { CompositeId: 'ind:1', ResponseAction })).toMatchObject({
    action_id: action,
    disposition_id: disposition,
  });
});

test.each([
  ['NEW', 1],
  ['Open', 1],
  ['in_progress', 2],
  ['IGNORED', 3],
  ['CLOSED', 4],
  ['RESOLVED', 4],
  ['auto_resolved', 4],
  ['reopened', 99],
])('a state called %s is status %i', (State, status) => {
  expect(streamed('IncidentSummaryEvent', { IncidentID: 'inc:1', State })['status_id']).toBe(status);
});

test.each([
  ['https://falcon.example.com/incidents/details/inc:1:2?_cid=c1', 'inc:1:2'],
  ['https://falcon.example.com/incidents/details/inc:1:2', 'inc:1:2'],
  ['/inc:1#top', 'inc:1'],
  [`/inc:${'x'.repeat(256)}`, `inc:${'x'.repeat(256)}`],
  [`/inc:${'x'.repeat(257)}`, undefined],
  ['https://falcon.example.com/inc:1/more', undefined],
  [`https://falcon.example.com/${'x'.repeat(2048)}/inc:1`, undefined],
])('the id of an incident at %s is %s', (FalconHostLink, uid) => {
  const event = streamed('IncidentSummaryEvent', { FalconHostLink });
  if (uid === undefined) expect(event['class_uid']).toBe(0);
  else expect(event).toMatchObject({ finding_info: { uid } });
});

test('the one host that a detection lists is its device, of a kind that nobody names', () => {
  const device = (HostNames: string): unknown =>
    streamed('EppDetectionSummaryEvent', { CompositeId: 'ind:1', HostNames })['device'];
  expect([device('pc1'), device("Ada's PC"), device('pc1,pc2')]).toEqual([
    { type_id: 0, hostname: 'pc1' },
    { type_id: 0, name: "Ada's PC" },
    undefined,
  ]);
});
