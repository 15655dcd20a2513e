/**
 * How a service fails: `throttle` asks to come again later, `error` is a 500, `denied` a 403, `reset` breaks the
 * connection before an answer, `truncate` in the middle of one.
 */
export type Fault = 'throttle' | 'error' | 'denied' | 'reset' | 'truncate';

/** Faults that a service was told to have. */
export interface Faults {
  /** The next `times` requests of this operation fail so. `*` is any operation. Default once. */
  fail(operation: string, fault: Fault, times?: number): void;
  /** Takes the fault that this request is to have, if there is one. */
  take(operation: string): Fault | undefined;
}

export function createFaults(): Faults {
  const planned: { operation: string; fault: Fault; times: number }[] = [];
  return {
    fail(operation, fault, times = 1) {
      planned.push({ operation, fault, times });
    },
    take(operation) {
      const next = planned.find((plan) => plan.times > 0 && (plan.operation === '*' || plan.operation === operation));
      if (next === undefined) return undefined;
      next.times--;
      return next.fault;
    },
  };
}

/** The answer cut in its middle, with the length of the whole; `keep` of its bytes arrive. */
export async function truncated(response: Response, keep?: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const part = whole.subarray(0, keep ?? Math.floor(whole.byteLength / 2));
  const headers = new Headers(response.headers);
  headers.set('content-length', String(whole.byteLength));
  return new Response(brokenAfter(part), { status: response.status, headers });
}

/** A connection that breaks before anything is answered. */
export function reset(): Promise<never> {
  return Promise.reject(new Error('The connection was reset, as it was told to be.'));
}

function brokenAfter(part: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    async pull(controller) {
      if (isSent) {
        // The part has to be on its way before the connection breaks.
        await new Promise((resolve) => setImmediate(resolve));
        controller.error(new Error('The body was cut, as it was told to be.'));
      } else if (part.byteLength > 0) controller.enqueue(part);
      isSent = true;
    },
  });
}
