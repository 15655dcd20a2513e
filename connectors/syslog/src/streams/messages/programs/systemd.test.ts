import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const [start, stop, restart, update, other] = [3, 4, 5, 8, 99];

test.each<[string, number, number | undefined, string, string | undefined]>([
  ['Started ssh.service - OpenBSD Secure Shell server.', start, 1, 'ssh.service', 'OpenBSD Secure Shell server'],
  ['Started Daily Cleanup.', start, 1, 'Daily Cleanup', undefined],
  ['Finished backup.service - Backup.', stop, 1, 'backup.service', 'Backup'],
  ['Stopped ssh.service.', stop, 1, 'ssh.service', undefined],
  ['Reloaded ssh.service.', update, 1, 'ssh.service', undefined],
  ['Starting ssh.service...', other, undefined, 'ssh.service', undefined],
  ['Stopping ssh.service...', other, undefined, 'ssh.service', undefined],
  ['Reloading ssh.service...', other, undefined, 'ssh.service', undefined],
  ['Failed to start ssh.service - SSH.', start, 2, 'ssh.service', 'SSH'],
  ['ssh.service: Succeeded.', stop, 1, 'ssh.service', undefined],
  ['ssh.service: Deactivated successfully.', stop, 1, 'ssh.service', undefined],
  ['ssh.service: Consumed 1s CPU time.', stop, 1, 'ssh.service', undefined],
  ["ssh.service: Failed with result 'exit-code'.", stop, 2, 'ssh.service', "Failed with result 'exit-code'."],
  ['ssh.socket: Unit entered failed state.', stop, 2, 'ssh.socket', 'Unit entered failed state.'],
  ['a.timer: Main process exited, code=1', stop, 2, 'a.timer', 'Main process exited, code=1'],
  ['a.scope: Control process exited, code=1', stop, 2, 'a.scope', 'Control process exited, code=1'],
  ['ssh.service: Scheduled restart job.', restart, undefined, 'ssh.service', 'Scheduled restart job.'],
])('%s is activity %i', (text, activity, outcome, name, detail) => {
  const { event, problems } = mapRecord(`<30>Jan 14 09:12:01 web1 systemd[1]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 6002, activity_id: activity, app: { name, vendor_name: 'unknown' } });
  expect(event['status_id']).toBe(outcome);
  expect(event['status_detail']).toBe(detail);
  if (activity === other) expect(event['activity_name']).toBe(text.split(' ')[0]);
});
