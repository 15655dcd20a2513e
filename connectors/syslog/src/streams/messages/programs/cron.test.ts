import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test('the folder of a part stands in the name of the program, or in the text', () => {
  for (const text of [
    'run-parts(/etc/cron.hourly)[812]: starting 0a',
    'run-parts[812]: (/etc/cron.hourly) starting 0a',
  ])
    expect(mapRecord(`<78>Jan 14 09:12:01 web1 ${text}`).event).toMatchObject({
      class_uid: 1006,
      job: { name: '0a', file: { path: '/etc/cron.hourly/0a' } },
    });
});

test.each<[string, number, object, object | undefined]>([
  ['(root) REPLACE (alice)', 2, { path: 'crontabs/alice', user: 'alice' }, { name: 'root' }],
  ['(root) END EDIT (alice)', 2, { path: 'crontabs/alice', user: 'alice' }, { name: 'root' }],
  ['(root) DELETE (alice)', 3, { path: 'crontabs/alice', user: 'alice' }, { name: 'root' }],
  ['(alice) RELOAD (tabs/bob)', 2, { path: 'tabs/bob', user: 'alice' }, { name: 'alice' }],
  ['(*system*) RELOAD (/etc/crontab)', 2, { path: '/etc/crontab', user: undefined }, undefined],
])('%s tells whose jobs were changed, and by whom', (text, activity, job, actor) => {
  const { event, problems } = mapRecord(`<78>Jan 14 09:12:01 web1 crontab[812]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 1006, activity_id: activity });
  const told = event['job'] as { file: { path: string }; user?: { name: string } };
  expect({ path: told.file.path, user: told.user?.name }).toEqual(job);
  if (actor === undefined) expect(event).not.toHaveProperty('actor.user');
  else expect(event).toMatchObject({ actor: { user: actor } });
});
