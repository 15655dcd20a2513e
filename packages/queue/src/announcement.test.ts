import { expect, test } from 'vitest';
import { readAnnouncement } from './announcement.ts';

const record = (key: string, more: object = {}): object => ({
  eventSource: 'aws:s3',
  eventName: 'ObjectCreated:Put',
  s3: { bucket: { name: 'logs' }, object: { key, size: 3, eTag: 'e' } },
  ...more,
});
const direct = JSON.stringify({ Records: [record('a%2Fb+c%C3%BC.gz')] });
const found = { kind: 'objects', objects: [{ bucket: 'logs', key: 'a/b cü.gz' }] };

test('an S3 notification names objects, with the key decoded as AWS writes it', () => {
  expect(readAnnouncement(direct, 'objects')).toEqual(found);
});

test('a notification that came through SNS is the same', () => {
  expect(readAnnouncement(JSON.stringify({ Type: 'Notification', Message: direct }), 'objects')).toEqual(found);
});

test('an EventBridge event names its object as it is, with its version', () => {
  const event = {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'logs' }, object: { key: 'a+b%2F', 'version-id': 'v1' } },
  };
  expect(readAnnouncement(JSON.stringify(event), 'both')).toEqual({
    kind: 'objects',
    objects: [{ bucket: 'logs', key: 'a+b%2F', versionId: 'v1' }],
  });
  expect(readAnnouncement(JSON.stringify({ ...event, 'detail-type': 'Object Deleted' }), 'both')).toEqual({
    kind: 'objects',
    objects: [],
  });
});

test('a message of CrowdStrike names the files of a bucket', () => {
  const body = {
    cid: 'c',
    bucket: 'cs-prod',
    pathPrefix: 'data/1',
    files: [{ path: 'data/1/a.gz', size: 1, checksum: 'x' }],
  };
  expect(readAnnouncement(JSON.stringify(body), 'objects')).toEqual({
    kind: 'objects',
    objects: [{ bucket: 'cs-prod', key: 'data/1/a.gz' }],
  });
});

test('test events and deletions name nothing', () => {
  const nothing = { kind: 'objects', objects: [] };
  expect(readAnnouncement('{"Service":"Amazon S3","Event":"s3:TestEvent"}', 'objects')).toEqual(nothing);
  const removal = JSON.stringify({ Records: [record('a', { eventName: 'ObjectRemoved:Delete' })] });
  expect(readAnnouncement(removal, 'objects')).toEqual(nothing);
});

test('Ceph writes keys as they are', () => {
  const body = JSON.stringify({ Records: [record('a+b', { eventSource: 'ceph:s3' })] });
  expect(readAnnouncement(body, 'objects')).toEqual({ kind: 'objects', objects: [{ bucket: 'logs', key: 'a+b' }] });
});

test.each(['', 'no json', '[]', '{}', '7', 'null', '{"Records":[{"s3":{}}]}', '{"bucket":"b","files":[{"size":1}]}'])(
  '%j names no objects',
  (body) => {
    expect(readAnnouncement(body, 'objects').kind).toBe('unknown');
    expect(readAnnouncement(body, 'both')).toEqual({ kind: 'record', text: body });
  },
);

test('a key that is not decodable is no name', () => {
  expect(readAnnouncement(JSON.stringify({ Records: [record('%zz')] }), 'objects').kind).toBe('unknown');
});

test('a record is given as it is, without the envelope of SNS', () => {
  expect(readAnnouncement('{"Type":"Notification","Message":"{\\"a\\":1}"}', 'records')).toEqual({
    kind: 'record',
    text: '{"a":1}',
  });
  expect(readAnnouncement(direct, 'records')).toEqual({ kind: 'record', text: direct });
});
