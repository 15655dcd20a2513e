import {
  createSecurityLakeEmulator,
  securityLakeHandlers,
  type SecurityLakeEmulator,
} from '@sluice/testing/security-lake';
import { http, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { openControlPlane, type ControlPlane } from './control-plane.ts';
import type { Patience } from './patience.ts';
import type { SourceRequest } from './source-request.ts';

export const region = 'eu-west-1';
/** As patient as the product, without its waiting. */
export const patience: Patience = { firstWaitMs: 1, maxWaitMs: 2 };

/** Emulated AWS services, a client of them, and a network that knows nothing else. */
export interface EmulatedPlane {
  readonly plane: ControlPlane;
  readonly emulator: SecurityLakeEmulator;
  /** The network breaks at the n-th request from now, before or after it is carried out, and stays broken. */
  breakAt(at: number, when: 'before' | 'after'): void;
  mend(): void;
  /** Requests since the network was last mended. */
  requests(): number;
  /** Another process that talks to the same account. */
  another(): ControlPlane;
  close(): void;
}

export function emulatedPlane(kmsKeyId?: string): EmulatedPlane {
  const emulator = createSecurityLakeEmulator({ regions: [region], ...(kmsKeyId === undefined ? {} : { kmsKeyId }) });
  let made = 0;
  let brokenFrom = Infinity;
  let after = false;
  const [answer] = securityLakeHandlers(emulator);
  const network = setupServer(
    http.all(/amazonaws\.com\//, async ({ request: asked, requestId }) => {
      made++;
      if (made > brokenFrom || (made === brokenFrom && !after)) return Response.error();
      const result = await (answer as HttpHandler).run({ request: asked, requestId });
      return made === brokenFrom ? Response.error() : result?.response;
    }),
  );
  network.listen({ onUnhandledFrame: 'error' });
  const another = (): ControlPlane =>
    openControlPlane({
      region,
      credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' },
      maxAttempts: 1,
    });
  const plane = another();
  return {
    plane,
    emulator,
    another,
    breakAt(at, when) {
      made = 0;
      brokenFrom = at;
      after = when === 'after';
    },
    mend() {
      made = 0;
      brokenFrom = Infinity;
    },
    requests: () => made,
    close() {
      plane.close();
      network.close();
    },
  };
}

export function request(change: Partial<SourceRequest> = {}): SourceRequest {
  return {
    name: 'syslog-auth',
    region,
    classUids: [3002],
    principal: '444455556666',
    crawlerRoleArn: `arn:aws:iam::111122223333:role/SluiceCrawler-${region}`,
    ...change,
  };
}
