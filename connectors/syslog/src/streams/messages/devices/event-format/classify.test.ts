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

test('a custom field is known by its label, of which 64 characters count, and by nothing else', () => {
  const ends = 'src=192.0.2.7 dst=198.51.100.80';
  const rule = { firewall_rule: { name: 'web' } };
  expect(mapped('Product|1|1|Connection', `${ends} cs2Label=Rule Name cs2=web`)).toMatchObject(rule);
  expect(mapped('Product|1|1|Connection', `msg=Rule Name ${ends} cs2Label=Rule Name cs2=web`)).toMatchObject(rule);
  const long = `Rule Name${'.'.repeat(55)}x`;
  expect(mapped('Product|1|1|Connection', `${ends} cs2Label=${long} cs2=web`)).toMatchObject(rule);
});
