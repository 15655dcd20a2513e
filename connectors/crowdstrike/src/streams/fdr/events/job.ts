import type { ScheduledJobActivityActivityId } from '@sluice/ocsf/1.3.0';
import { SeverityId, ApiActivityStatusId as StatusId, type Job, type ScheduledJobActivity } from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from '../../../falcon/fields.ts';
import { fileAt } from '../../../falcon/file.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

/** A task of the Windows task scheduler. */
export function job(activityId: ScheduledJobActivityActivityId): EventMaker {
  return ({ fields }): Unfinished<ScheduledJobActivity> | undefined => {
    const name = fields.text('TaskName');
    if (name === undefined) return undefined;
    const actor = actorOf(fields, ['ContextProcessId', 'RpcClientProcessId']);
    return {
      class_uid: 1006,
      activity_id: activityId,
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      job: jobOf(fields, name),
      ...(actor === undefined ? {} : { actor }),
    };
  };
}

/** The file of a task is what it runs; where the record does not say, the task's own, which has its name. */
function jobOf(fields: Fields, name: string): Job {
  const command = fields.text('TaskExecCommand');
  const described: Job = { name, file: fileAt(command ?? name) };
  if (command === undefined) return described;
  described.cmd_line = command;
  const parameters = fields.peek('TaskExecArguments');
  const whole = `${command} ${parameters ?? ''}`;
  if (parameters === undefined || !isText(whole)) return described;
  fields.take('TaskExecArguments');
  described.cmd_line = whole;
  return described;
}
