import { paginateListSubscribers } from '@aws-sdk/client-securitylake';
import type { ControlPlane } from '../control-plane.ts';
import { checkQueue } from './queue.ts';
import { lookAt, type DoctorStep, type Verdict } from './step.ts';

interface Reader {
  readonly name: string;
  readonly status: string;
  readonly endpoint: string | undefined;
}

/** Who is told of the source's objects, and where; and for each queue, whether it is read. That nobody is, is no fault. */
export async function* checkSubscribers(plane: ControlPlane, source: string): AsyncIterable<DoctorStep> {
  const { securityLake: client, region } = plane;
  const { step, seen = [] } = await lookAt({
    check: 'subscribers',
    subject: source,
    asked: { action: 'securitylake:ListSubscribers', on: region },
    look: async () => {
      const readers: Reader[] = [];
      for await (const { subscribers = [] } of paginateListSubscribers({ client, pageSize: 100 }, {})) {
        for (const { subscriberName, subscriberStatus, subscriberEndpoint, sources = [] } of subscribers) {
          if (sources.some(({ customLogSource }) => customLogSource?.sourceName === source))
            readers.push({ name: subscriberName ?? '', status: subscriberStatus ?? '', endpoint: subscriberEndpoint });
        }
      }
      return readers;
    },
    judge: judgeReaders,
  });
  yield step;
  for (const { name, endpoint } of seen)
    if (endpoint?.startsWith('arn:') === true) yield await checkQueue(plane, name, endpoint);
}

function judgeReaders(readers: readonly Reader[]): string | Verdict {
  if (readers.length === 0) return 'nobody subscribes to it';
  const detail = readers
    .map(({ name, status, endpoint }) => `${name} (${status}) at ${endpoint ?? 'no endpoint: it is not notified'}`)
    .join(', ');
  return readers.some(({ status }) => status === 'DEACTIVATED')
    ? { status: 'failed', detail, remedy: 'Look at the deactivated subscriber in the console of Security Lake.' }
    : detail;
}
