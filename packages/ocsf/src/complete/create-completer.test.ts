import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../load-catalogue.ts';
import { createCompleter } from './create-completer.ts';

const catalogue = loadCatalogue('1.3.0');
type Event = Record<string, unknown>;

function complete(event: Event, profiles: readonly string[] = []): Event {
  createCompleter(catalogue, { classUid: 3002, profiles })(event);
  return event;
}

const said = { class_uid: 3002, activity_id: 1, severity_id: 4, time: 1_700_000_000_000 };

describe('a completer', () => {
  test('derives the uids and names of class, category and type', () => {
    expect(complete({ ...said })).toMatchObject({
      activity_name: 'Logon',
      category_name: 'Identity & Access Management',
      category_uid: 3,
      class_name: 'Authentication',
      type_name: 'Authentication: Logon',
      type_uid: 300_201,
    });
  });

  test('writes captions for ids, and ids for captions of any case, at every level', () => {
    const event = complete({ ...said, status: 'FAILURE', user: { type_id: 2 }, device: { type: 'laptop' } }, ['host']);
    expect(event).toMatchObject({ severity: 'High', status_id: 2, status: 'FAILURE' });
    expect(event['user']).toEqual({ type_id: 2, type: 'Admin' });
    expect(event['device']).toEqual({ type: 'laptop', type_id: 3 });
  });

  test('reads a caption that is none as 99 Other, and writes none for 99', () => {
    const event = complete({ ...said, auth_protocol: 'Carrier Pigeon', status_id: 99 });
    expect(event['auth_protocol_id']).toBe(99);
    expect(event).not.toHaveProperty('status');
  });

  test('fills arrays of captions from arrays of ids', () => {
    const http = createCompleter(catalogue, { classUid: 4002, profiles: [] });
    const event: Event = { class_uid: 4002, http_request: { url: { category_ids: [3, 99] } } };
    http(event);
    expect(event['http_request']).toEqual({ url: { category_ids: [3, 99], categories: ['Pornography', 'Other'] } });
  });

  test('makes a required id that nobody said 0 Unknown, and notes where', () => {
    const event: Event = { class_uid: 3002, severity: 'nonsense', device: {} };
    const notes = createCompleter(catalogue, { classUid: 3002, profiles: ['host'] })(event);
    expect(notes.unknownIds.toSorted()).toEqual(['activity_id', 'device.type_id']);
    expect(event).toMatchObject({ activity_id: 0, severity_id: 99, type_uid: 300_200, activity_name: 'Unknown' });
  });

  test('gives the same empty notes whenever there is nothing to note', () => {
    const completer = createCompleter(catalogue, { classUid: 3002, profiles: [] });
    expect(completer({ ...said })).toBe(completer({ ...said }));
  });

  test('writes textual twins of timestamps, and timestamps of twins, with the profile datetime', () => {
    const event = complete({ ...said, end_time_dt: '2023-11-14T23:13:20.5+01:00' }, ['datetime']);
    expect(event).toMatchObject({ time_dt: '2023-11-14T22:13:20.000Z', end_time: 1_700_000_000_500 });
    expect(complete({ ...said })).not.toHaveProperty('time_dt');
  });

  test('leaves timestamps alone that no four-digit year can say', () => {
    expect(complete({ ...said, time: 8e15 }, ['datetime'])).not.toHaveProperty('time_dt');
    expect(complete({ ...said, time: -1 }, ['datetime'])['time_dt']).toBe('1969-12-31T23:59:59.999Z');
  });

  test('extracts observables of types, attributes and objects, by path', () => {
    const event = complete({ ...said, src_endpoint: { ip: '192.0.2.1', port: 443, intermediate_ips: ['192.0.2.2'] } });
    expect(event['observables']).toEqual([
      { name: 'src_endpoint', type_id: 20, type: 'Endpoint' },
      { name: 'src_endpoint.ip', type_id: 2, type: 'IP Address', value: '192.0.2.1' },
      { name: 'src_endpoint.port', type_id: 11, type: 'Port', value: '443' },
      { name: 'src_endpoint.intermediate_ips[]', type_id: 2, type: 'IP Address', value: '192.0.2.2' },
    ]);
  });

  test('keeps the observables that are there, and adds what they do not name', () => {
    const own = { name: 'user.name', type_id: 99, type: 'Ours', value: 'a' };
    const event = complete({ ...said, user: { name: 'alice', email_addr: 'a@example.com' }, observables: [own] });
    expect(event['observables']).toEqual([
      own,
      { name: 'user', type_id: 21, type: 'User' },
      { name: 'user.email_addr', type_id: 5, type: 'Email Address', value: 'a@example.com' },
    ]);
  });

  test('adds no more observables than it may', () => {
    const ips = Array.from({ length: 1_000 }, () => '192.0.2.1');
    const observables = complete({ ...said, src_endpoint: { intermediate_ips: ips } })['observables'];
    expect(observables).toHaveLength(64);
  });

  test('knows bigints, as exact parsing gives them', () => {
    const event = complete({ class_uid: 3002n, activity_id: 2n, severity_id: 4n });
    expect(event).toMatchObject({
      activity_name: 'Logoff',
      severity: 'High',
      type_uid: 300_202,
      type_name: 'Authentication: Logoff',
    });
  });

  test('never overwrites what was said, even where it is wrong', () => {
    const wrong = { ...said, class_name: 'x', type_uid: 1, severity: 'y', category_uid: 9, activity_name: 'z' };
    expect(complete({ ...wrong })).toMatchObject(wrong);
  });

  test('leaves an object alone that a mapper froze', () => {
    const user = Object.freeze({ type_id: 2 });
    expect(complete({ ...said, user })).toMatchObject({ user: { type_id: 2 }, type_uid: 300_201 });
    expect(user).toEqual({ type_id: 2 });
  });

  test('adds the observables that a class of an extension defines for its paths', () => {
    const definition = {
      ...catalogue.classes.get('authentication')!,
      observables: new Map([['user.groups[].desc', 999]]),
    };
    const extended = {
      ...catalogue,
      classesByUid: new Map([[3002, definition]]),
      observableTypes: new Map([...catalogue.observableTypes, [999, 'Our Description']]),
    };
    const event = { ...said, user: { groups: [{ desc: 'a' }, {}, { desc: 'b' }] }, observables: undefined };
    createCompleter(extended, { classUid: 3002, profiles: [] })(event);
    expect(event.observables).toEqual([
      { name: 'user', type_id: 21, type: 'User' },
      { name: 'user.groups[].desc', type_id: 999, type: 'Our Description', value: 'a' },
      { name: 'user.groups[].desc', type_id: 999, type: 'Our Description', value: 'b' },
    ]);
  });

  test('refuses a class or profile that the release does not have', () => {
    expect(() => createCompleter(catalogue, { classUid: 1, profiles: [] })).toThrow(/no class with the uid 1/);
    expect(() => createCompleter(catalogue, { classUid: 3002, profiles: ['clod'] })).toThrow(/Did you mean "cloud"/);
  });
});

test('a sibling that is no text gets no caption: priority in 1.1.0', () => {
  const event: Record<string, unknown> = { class_uid: 2005, activity_id: 1, priority_id: 1 };
  createCompleter(loadCatalogue('1.1.0'), { classUid: 2005, profiles: [] })(event);
  expect(event).toMatchObject({ priority_id: 1, class_name: 'Incident Finding' });
  expect(event).not.toHaveProperty('priority');
});
