import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId as Step } from '../events/application-lifecycle.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

const initScript = /^([A-Za-z0-9_.@-]{1,64}) (startup|shutdown|start|stop|reload) (succeeded|failed)$/;
const starting = /^(Starting|Stopping|Shutting down|Reloading) ([A-Za-z0-9_.@-]{1,64}): {1,2}(succeeded|failed)$/;
const oldDaemon = /^(syslogd|klogd|sysklogd|cron|crond) (\d[\w.+-]{0,31})(?:#\d+)?[:,] (?:restart\.?|.*\bstarted\.?)$/;

const sentences: readonly (readonly [RegExp, Step])[] = [
  [/^exiting on signal \d+/, Step.Stop],
  [/\[origin software="rsyslogd"[^\]]{0,200}\] (?:start|restart)/, Step.Start],
  [/\[origin software="rsyslogd"[^\]]{0,200}\] exiting on signal/, Step.Stop],
  [/\[origin software="rsyslogd"[^\]]{0,200}\] rsyslogd was HUPed/, Step.Restart],
  [/^syslog-ng starting up; version=/, Step.Start],
  [/^syslog-ng shutting down; version=/, Step.Stop],
  [/^Configuration reload (?:request received|finished)/, Step.Restart],
  [/^(?:xinetd )?Version \S{1,32} started with /, Step.Start],
  [/^(?:Exiting\.\.\.|Terminated|Shutting down|shutting down)/, Step.Stop],
  [/^starting BIND /, Step.Start],
  [/^ntpd (?:\S{1,48}) .{0,64}Starting$/, Step.Start],
  [/^ntpd exiting on signal /, Step.Stop],
  [/^(?:.{0,64}imklog|klogd) \S{1,32}, log source = \S{1,64} started\.?$/, Step.Start],
  [/^Kernel logging \(proc\) stopped\.?$/, Step.Stop],
];

/** `cupsd startup succeeded`, `Starting pcmcia:  succeeded`: what the scripts of System V tell of a service, whatever its name. */
export function mapInitScript(received: Received): MappedEvent | undefined {
  const { text } = received;
  const [, service, verb = '', result] = initScript.exec(text) ?? [];
  if (service !== undefined) return lifecycle(received, service, stepOf(verb), result === 'failed');
  const [, before = '', named, ending] = starting.exec(text) ?? [];
  return named === undefined ? undefined : lifecycle(received, named, stepOf(before), ending === 'failed');
}

/** Daemons that tell of their own start and end, and what the scripts of System V tell of a service. */
export function mapDaemon(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 512);
  const scripted = mapInitScript(received);
  if (scripted !== undefined) return scripted;
  const [, daemon, version] = oldDaemon.exec(text) ?? [];
  if (daemon !== undefined) return lifecycle(received, daemon, Step.Restart, false, version);
  const name = received.message.appName;
  const step = sentences.find(([pattern]) => pattern.test(text))?.[1];
  return step === undefined || name === undefined ? undefined : lifecycle(received, name, step, false);
}

const steps: ReadonlyMap<string, Step> = new Map([
  ['startup', Step.Start],
  ['start', Step.Start],
  ['Starting', Step.Start],
  ['reload', Step.Restart],
  ['Reloading', Step.Restart],
]);

function stepOf(verb: string): Step {
  return steps.get(verb) ?? Step.Stop;
}

function lifecycle(
  received: Received,
  name: string,
  activityId: Step,
  isFailure: boolean,
  version?: string,
): MappedEvent {
  return applicationLifecycle(received, {
    activityId,
    application: { name, vendor_name: 'unknown', ...(version === undefined ? {} : { version }) },
    outcome: isFailure ? Outcome.Failure : Outcome.Success,
    process: writerOf(received),
  });
}
