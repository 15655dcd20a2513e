import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

const eventWith = (fields: Record<string, unknown>): Event =>
  eventOf(JSON.stringify({ msg: 'stock is low', ...fields }));

test.each(['cloud.region', 'aws_region', 'awsRegion'])('the region of a record is known as %s', (name) => {
  const event = eventWith({ [name]: 'eu-central-1', 'cloud.provider': 'aws' });
  expect(event).toMatchObject({ cloud: { provider: 'AWS', region: 'eu-central-1' } });
  expect(event['unmapped']).toBeUndefined();
});

test('the first that a record says of its cloud counts, and what comes after stays', () => {
  const cloud = { provider: 'gcp', region: 'europe-west3', account: { id: '111122223333' } };
  const event = eventWith({ cloud, aws_region: 'eu-central-1', account_id: '444455556666' });
  expect(event).toMatchObject({
    cloud: { provider: 'gcp', region: 'europe-west3', account: { uid: '111122223333' } },
    unmapped: { aws_region: 'eu-central-1', account_id: '444455556666' },
  });
});

test.each(['11112222333', '1111222233334', 'shop'])('the account %s is none of AWS, and stays', (id) => {
  expect(eventWith({ account_id: id })).toMatchObject({ unmapped: { account_id: id } });
  expect(eventWith({ account_id: id })['cloud']).toBeUndefined();
});

test.each(['denied', 'rejected'])('a login that was %s failed', (result) => {
  const login = { action: 'login', username: 'alice', result };
  expect(eventWith(login)).toMatchObject({ class_uid: 3002, status_id: 2 });
});
