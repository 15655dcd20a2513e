import { expect, test } from 'vitest';
import { logged } from './logged.fixture.ts';

const ends = { src: '192.0.2.7', dst: '198.51.100.2' };

test('a session of any kind says how long it was, what it carried, and why it ended', () => {
  const carried = {
    bytes: '7',
    bytes_sent: '3',
    bytes_received: '4',
    packets: '2',
    pkts_sent: '1',
    pkts_received: '1',
  };
  const event = logged('END', { ...ends, ...carried, elapsed: '60', session_end_reason: 'aged-out' });
  expect(event).toMatchObject({
    activity_id: 2,
    duration: 60_000,
    traffic: { bytes: 7, bytes_out: 3, bytes_in: 4, packets: 2, packets_out: 1, packets_in: 1 },
    status_detail: 'aged-out',
  });
  expect(event).not.toHaveProperty('status_id');
});

test('a session whose TLS could not be opened has failed', () => {
  expect(logged('DECRYPTION', { ...ends, error: 'Expired certificate' })).toMatchObject({
    class_uid: 4001,
    status_id: 2,
    status_detail: 'Expired certificate',
  });
});

test.each([
  ['Example Beacon(13000)', 'Example Beacon', '13000'],
  ['Example (old) Beacon(13000)', 'Example (old) Beacon', '13000'],
  ['E(1)', 'E', '1'],
  ['Example Beacon (13000)', 'Example Beacon', '13000'],
  ['(13000)', 'spyware', '13000'],
  ['13000', '13000', undefined],
  ['Example(13000', 'Example(13000', undefined],
  ['Example)', 'Example)', undefined],
  ['', 'spyware', undefined],
])('the threat "%s" is called "%s", with the id %s', (threatid, title, uid) => {
  const event = logged('THREAT', { subtype: 'spyware', ...ends, threatid });
  expect(event).toMatchObject({ class_uid: 2004, finding_info: { title } });
  const { analytic } = event['finding_info'] as { readonly analytic?: { readonly uid?: string } };
  expect(analytic?.uid).toBe(uid);
});

test('events that together show a compromise have a title in any case', () => {
  expect(logged('CORRELATION', { ...ends, objectname: 'Beacon' })).toMatchObject({ finding_info: { title: 'Beacon' } });
  expect(logged('CORRELATION', ends)).toMatchObject({ finding_info: { title: 'Correlated event' } });
});
