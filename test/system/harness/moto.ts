import { startDaemon } from '../../harness/daemon.ts';
import { freePort } from '../../harness/ports.ts';
import { canConnect } from '../../harness/connect.ts';

export interface Moto {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export interface MotoOptions {
  /** So many calls are free; after them IAM policies are evaluated and signatures verified. Default: never. */
  readonly callsBeforeIam?: number;
}

/** AWS services that nobody here wrote: IAM, STS, S3 and more, in memory on 127.0.0.1. */
export async function startMoto({ callsBeforeIam }: MotoOptions = {}): Promise<Moto> {
  const port = await freePort();
  const daemon = await startDaemon({
    command: 'python',
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    env: {
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      ...(callsBeforeIam === undefined ? {} : { INITIAL_NO_AUTH_ACTION_COUNT: String(callsBeforeIam) }),
    },
    ready: () => canConnect(port),
    readyWithinMs: 30_000,
  });
  return { endpoint: `http://127.0.0.1:${port}`, stop: async () => void (await daemon.stop(5000)) };
}
