import { expect, test } from 'vitest';
import { dispositionOf } from './disposition.ts';

const nothing = { isBlocked: false, isFileQuarantined: false, isHostIsolated: false };

test('the flags of alerts and of the event stream say the same', () => {
  expect(dispositionOf({ process_blocked: true, kill_subprocess: false })).toEqual({ ...nothing, isBlocked: true });
  expect(dispositionOf({ ProcessBlocked: true, KillSubProcess: false })).toEqual({ ...nothing, isBlocked: true });
  expect(dispositionOf({ kill_subprocess: true })).toEqual(dispositionOf({ KillSubProcess: true }));
});

test.each(['PolicyDisabled', 'policy_disabled', 'BlockingUnsupportedOrDisabled'])(
  'what would have been done but for %s was not done',
  (flag) => {
    expect(dispositionOf({ ProcessBlocked: true, KillProcess: true, [flag]: true })).toEqual(nothing);
  },
);

test('a file is put into quarantine whatever the policy for processes says', () => {
  expect(dispositionOf({ process_blocked: true, policy_disabled: true, quarantine_file: true })).toEqual({
    ...nothing,
    isFileQuarantined: true,
  });
});

test('a process that could not be ended was not; what was blocked was', () => {
  expect(dispositionOf({ KillProcess: true, KillActionFailed: true })).toEqual(nothing);
  expect(dispositionOf({ KillProcess: true, KillActionFailed: true, OperationBlocked: true })?.isBlocked).toBe(true);
});

test('only true is set, and only an object has flags', () => {
  expect(dispositionOf({ ProcessBlocked: 'true', QuarantineFile: 1 })).toEqual(nothing);
  expect([dispositionOf(undefined), dispositionOf(null), dispositionOf('x')]).toEqual(Array(3).fill(undefined));
});
