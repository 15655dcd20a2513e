import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

function mapped(header: string, extension: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<134>CEF:0|Example Corp|${header}|5|${extension}`);
  expect(problems).toEqual([]);
  return event;
}

const sent = 'src=192.0.2.7 suser=eve@example.org duser=bob@example.com';

test.each([
  ['Mail delivered', 4009],
  ['Malicious mail', 2004],
  ['Object created', 3004],
])('"%s" between two people is of class %i', (title, classUid) => {
  expect(mapped(`Product|1|1|${title}`, sent)).toMatchObject({ class_uid: classUid });
});

test.each([
  ['Deep Security Agent', 2004],
  ['Portal', 4001],
])('the number 1000552 of %s is of class %i', (product, classUid) => {
  const event = mapped(`${product}|1|1000552|Generic request`, 'src=192.0.2.7 dst=198.51.100.80');
  expect(event).toMatchObject({ class_uid: classUid });
});

test.each([
  ['ASM|16.1|Illegal URL|Illegal URL', 2004],
  ['PAN-OS|10.1|url|THREAT', 4001],
  ['akamai_siem|1.0|deny|deny', 2004],
  ['NSSWeblog|5.7|Allowed|Allowed', 4001],
])('%s is of class %i', (header, classUid) => {
  expect(mapped(header, 'src=192.0.2.7 dst=198.51.100.80')).toMatchObject({ class_uid: classUid });
});

test.each([
  ['Connection_Discarded', 2, 6],
  ['transaction:blocked', 2, 2],
  ['Blocked', 2, 2],
  ['Allowed', 1, 1],
])('the title %s is a verdict where nothing else is', (title, action, disposition) => {
  const event = mapped(`Proxy|1|1|${title}`, 'src=192.0.2.7 dst=198.51.100.80');
  expect(event).toMatchObject({ class_uid: 4001, action_id: action, disposition_id: disposition });
});

test.each(['TR', 'AUDIT', 'SYS'])('the category %s tells of no finding in events of Barracuda alone', (category) => {
  const ends = `src=192.0.2.7 dst=198.51.100.80 cat=${category}`;
  expect(mapped('Product|1|1|Detection', ends)).toMatchObject({ class_uid: 2004 });
  const { event } = mapRecord(`<134>CEF:0|Barracuda|WAF|1|1|WAF|5|${ends}`);
  expect(event).toMatchObject({ class_uid: 4001 });
});

test('a failed logon is known, written as one word too', () => {
  const event = mapped('Secret Server|10.9|500|USER - LOGINFAILURE', 'suser=bob src=192.0.2.7');
  expect(event).toMatchObject({ class_uid: 3002, status_id: 2, user: { name: 'bob' } });
});

test('a custom field is known by its label, of which 64 characters count, and by nothing else', () => {
  const ends = 'src=192.0.2.7 dst=198.51.100.80';
  const rule = { firewall_rule: { name: 'web' } };
  expect(mapped('Product|1|1|Connection', `${ends} cs2Label=Rule Name cs2=web`)).toMatchObject(rule);
  expect(mapped('Product|1|1|Connection', `msg=Rule Name ${ends} cs2Label=Rule Name cs2=web`)).toMatchObject(rule);
  const long = `Rule Name${'.'.repeat(55)}x`;
  expect(mapped('Product|1|1|Connection', `${ends} cs2Label=${long} cs2=web`)).toMatchObject(rule);
});
