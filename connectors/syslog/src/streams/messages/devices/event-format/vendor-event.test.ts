import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';
import { searchable, severityOf } from './vendor-event.ts';

function mapped(message: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<134>${message}`);
  expect(problems).toEqual([]);
  return event;
}

test.each([
  ['0', 1],
  ['1', 2],
  ['4', 3],
  ['7', 4],
  ['9', 5],
  ['10', 5],
  ['informational information info', 1],
  ['low minor', 2],
  ['medium med warning', 3],
  ['major error high', 4],
  ['very-high critical', 5],
])('the severity "%s" is %i', (words, id) => {
  for (const word of words.split(' ')) expect(severityOf(word), word).toBe(id);
});

test('words are searched for apart, however they were joined', () => {
  expect(searchable('SelfServiceAppLaunch', undefined, 'watchlist.hit', 'log_in/out-now')).toBe(
    'self service app launch ; watchlist hit ; log in out now',
  );
});

test('a score of risk is ten times a severity', () => {
  expect(
    mapped('LEEF:1.0|Example Corp|Product|1|Connection|src=192.0.2.7\tdst=198.51.100.80\trisk_score=70'),
  ).toMatchObject({
    severity_id: 4,
  });
});

test.each([
  ['"alice"', 'alice'],
  ['"alice', '"alice'],
  ['alice"', 'alice"'],
  ['"', '"'],
])('the user %s is called %s', (written, name) => {
  const event = mapped(`CEF:0|Example Corp|Product|1|1|Login failed|5|duser=${written}`);
  expect(event).toMatchObject({ class_uid: 3002, user: { name } });
});

test.each(['None', 'none', 'NULL', '""'])('a field that says %s says nothing', (word) => {
  const ends = 'src=192.0.2.7 dst=198.51.100.80';
  const labelled = `cs1Label=Threat Name cs1=${word}`;
  expect(mapped(`CEF:0|Example Corp|Proxy|1|1|Allowed|5|${ends} suser=${word} duser=alice ${labelled}`)).toMatchObject({
    class_uid: 4001,
    action_id: 1,
    actor: { user: { name: 'alice' } },
    unmapped: { suser: word, cs1: word, cs1Label: 'Threat Name' },
  });
});

test("what tells by Microsoft's agent for cloud applications is not the device: that is the client's address", () => {
  const event = mapped('CEF:0|MCAS|SIEM_Agent|0.1|EVENT_CATEGORY_LOGIN|Log on|0|suser=alice dvc=192.0.2.7 dvchost=c1');
  expect(event).toMatchObject({ class_uid: 3002, src_endpoint: { ip: '192.0.2.7' }, unmapped: { dvchost: 'c1' } });
  // The sender of the message, as where nothing is said of a device.
  expect(event).toHaveProperty('device.ip', '192.0.2.1');
  const other = mapped('CEF:0|Example Corp|Agent|0.1|1|Log on|0|suser=alice dvc=192.0.2.7');
  expect(other).toMatchObject({ class_uid: 3002, device: { ip: '192.0.2.7' } });
});

test.each([
  ['7', 'Administrator login', 3002],
  ['DAO0445I', 'Administrator login', 3002],
  ['DAO', 'Administrator login', 0],
  ['Message 7', 'Administrator login', 0],
  ['7', `Administrator login${'.'.repeat(61)}`, 3002],
  ['7', `Administrator login${'.'.repeat(62)}`, 0],
])('the event %s of LEEF that says "%s" is of class %i', (code, message, classUid) => {
  const event = mapped(`LEEF:1.0|Example Corp|Product|1|${code}|usrName=admin\tmsg=${message}`);
  expect(event).toMatchObject({ class_uid: classUid });
});

test.each([
  ['Policy changed', 3004, 'src=192.0.2.7'],
  ['Mail delivered', 4009, 'src=192.0.2.7 suser=eve@example.org'],
])('"%s", of class %i, keeps the fields that no attribute takes', (title, classUid, fields) => {
  expect(mapped(`CEF:0|Example Corp|Product|1|1|${title}|5|${fields} flexString1=kept`)).toMatchObject({
    class_uid: classUid,
    unmapped: { flexString1: 'kept' },
  });
});
