import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId } from '../events/application-lifecycle.ts';
import { fileNameOf } from '../events/file.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { JobActivityId, scheduledJobActivity, type JobFacts } from '../events/scheduled-job-activity.ts';
import { before, phrase } from '../text/phrase.ts';
import type { Received } from '../received.ts';

type Job = Pick<JobFacts, 'activityId' | 'name' | 'file'> & Partial<JobFacts>;

const entry = /^\(([^()]{1,256})\) ([A-Z][A-Z ]{1,24}?) \((.*)\)$/s;
const anacronJob = phrase("Job `{name}' {what}");
const anacronPlan = phrase("Will run job `{name}' in {delay}");
const partStarting = phrase('starting {name}');
const partFinished = phrase('finished {name}');
const busyBoxJob = phrase('USER {user} pid {pid} cmd {command}');
const atJob = phrase("Starting job {number} ({file}) for user '{user}' ({uid})");

/** Jobs of cron, crontab, anacron, run-parts, atd and BusyBox, and the start of the daemons. */
export function mapCron(received: Received): MappedEvent | undefined {
  const text = received.text.startsWith('crond: ') ? received.text.slice(7) : received.text;
  const job = readEntry(text) ?? readAnacron(text) ?? readPart(received) ?? readAt(text) ?? readBusyBox(text);
  if (job === undefined) return mapDaemon(received);
  const base = { product: productOf(received), process: writerOf(received), outcome: Outcome.Success };
  return scheduledJobActivity(received, { ...base, ...job });
}

/** `(root) CMD (run-parts /etc/cron.hourly)`, `(alice) REPLACE (alice)`. */
function readEntry(text: string): Job | undefined {
  const [, user = '', verb = '', inside] = entry.exec(text) ?? [];
  if (inside === undefined) return undefined;
  if (verb === 'CMD') return started(user, inside.trim());
  const activityId = edits.get(verb);
  if (activityId !== undefined) {
    const file = inside.includes('/') ? inside : `crontabs/${inside}`;
    const owner = inside.includes('/') ? user : inside;
    return {
      activityId,
      name: inside,
      file,
      user: owner === '*system*' ? undefined : { name: owner },
      actor: { name: user === '*system*' ? undefined : user },
    };
  }
  if (verb !== 'CMDEND' && verb !== 'CMDOUT') return undefined;
  const done = { activityId: JobActivityId.Other, activityName: verb === 'CMDEND' ? 'End' : 'Output' };
  return { ...started(user, inside.trim()), ...done, runStateId: verb === 'CMDEND' ? 4 : 3 };
}

const edits: ReadonlyMap<string, JobActivityId> = new Map([
  ['REPLACE', JobActivityId.Update],
  ['END EDIT', JobActivityId.Update],
  ['RELOAD', JobActivityId.Update],
  ['DELETE', JobActivityId.Delete],
]);

/** The program that the command names stands for the file of the job: the crontab is not told. */
function started(user: string, command: string): Job {
  const program = /^(?:[A-Z_]{1,64}=\S{0,256} +)*([^\s;&|]{1,1024})/.exec(command)?.[1] ?? command;
  return {
    activityId: JobActivityId.Start,
    name: command,
    command,
    file: program === '' ? 'cron' : program,
    user: { name: user },
    runStateId: 3,
  };
}

function readAnacron(text: string): Job | undefined {
  const job = anacronJob(text);
  if (job !== undefined) {
    const isStart = job.what.startsWith('started');
    const activity = isStart
      ? { activityId: JobActivityId.Start }
      : { activityId: JobActivityId.Other, activityName: 'End' };
    const isFailure = job.what.startsWith('terminated (exit status: ');
    const outcome = isFailure ? { outcome: Outcome.Failure, statusDetail: job.what } : {};
    return { ...activity, ...outcome, name: job.name, file: 'anacrontab', runStateId: isStart ? 3 : 4 };
  }
  const plan = anacronPlan(text);
  if (plan === undefined) return undefined;
  return { activityId: JobActivityId.Other, activityName: 'Plan', name: plan.name, file: 'anacrontab', runStateId: 2 };
}

/**
 * `run-parts(/etc/cron.hourly)[812]: starting 0anacron`: the folder stands in the name of the program, in newer releases
 * at the beginning of the text.
 */
function readPart({ text: said, message }: Received): Job | undefined {
  if (message.appName?.startsWith('run-parts') !== true) return undefined;
  const [head = '', inText] = /^\(([^()]{1,256})\) /.exec(said) ?? [];
  const text = said.slice(head.length);
  const folder = inText ?? /\(([^()]{1,256})\)/.exec(message.appName)?.[1] ?? '';
  const [start, end] = [partStarting(text)?.name, partFinished(text)?.name];
  const name = start ?? end;
  if (name === undefined) return undefined;
  const file = folder === '' ? name : `${folder}/${name}`;
  if (start !== undefined) return { activityId: JobActivityId.Start, name, file, runStateId: 3 };
  return { activityId: JobActivityId.Other, activityName: 'End', name, file, runStateId: 4 };
}

/** `USER root pid 1234 cmd run-parts /etc/periodic/15min`. */
function readBusyBox(text: string): Job | undefined {
  const found = busyBoxJob(text);
  return found === undefined || !/^\d{1,10}$/.test(found.pid) ? undefined : started(found.user, found.command);
}

function readAt(text: string): Job | undefined {
  const found = atJob(text);
  if (found === undefined) return undefined;
  const { number, file, user, uid } = found;
  return {
    activityId: JobActivityId.Start,
    name: number,
    file,
    user: { name: user, uid: uid.replace(/\)$/, '') },
    runStateId: 3,
  };
}

/** `(CRON) STARTUP (fork ok)`, `Anacron 2.3 started on 2026-01-14`, `Normal exit (1 job run)`. */
function mapDaemon(received: Received): MappedEvent | undefined {
  const { text } = received;
  const isStart = /^\((?:CRON|cron|CROND)\) (?:STARTUP|INFO \(Running)|^Anacron [\d.]{1,8} started/.test(text);
  const isEnd = /^Normal exit \(|^\((?:CRON|cron)\) INFO \(Shutting down\)/.test(text);
  if (!isStart && !isEnd) return undefined;
  return applicationLifecycle(received, {
    product: productOf(received),
    process: writerOf(received),
    activityId: isStart ? LifecycleActivityId.Start : LifecycleActivityId.Stop,
    application: productOf(received),
    outcome: Outcome.Success,
  });
}

function productOf({ message }: Received): { readonly vendor_name: string; readonly name: string } {
  const name = message.appName?.toLowerCase() ?? 'cron';
  return { vendor_name: 'Cron', name: fileNameOf(before(name, '(')) };
}
