import { ServiceError } from './service-error.ts';

/**
 * How a call goes wrong. `lost-answer` carries the operation out and then answers 500, as a client sees it whose
 * connection broke at the wrong moment.
 */
export type Fault = 'conflict' | 'throttle' | 'access-denied' | 'internal' | 'lost-answer';

interface Planned {
  readonly operation: string;
  readonly fault: Fault;
  left: number;
}

/** Faults that were asked for and did not happen yet. */
export interface Faults {
  /** Of the next `times` calls of the operation (`*`: of any). */
  plan(operation: string, fault: Fault, times: number): void;
  /** The fault of a call that is made now. */
  take(operation: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const planned: Planned[] = [];
  return {
    plan: (operation, fault, times) => void planned.push({ operation, fault, left: times }),
    take(operation) {
      const next = planned.find(
        (fault) => fault.left > 0 && (fault.operation === '*' || fault.operation === operation),
      );
      if (next === undefined) return undefined;
      next.left--;
      return next.fault;
    },
    clear: () => void planned.splice(0),
  };
}

export function faultError(fault: Fault, operation: string): ServiceError {
  switch (fault) {
    case 'conflict':
      return new ServiceError(
        'ConflictException',
        `${operation} conflicts with a change that is still being made. Retry with backoff.`,
        { resourceName: operation, resourceType: 'Operation' },
      );
    case 'throttle':
      return new ServiceError('ThrottlingException', 'Rate exceeded.', {
        serviceCode: 'securitylake',
        quotaCode: 'L-00000000',
        retryAfterSeconds: 1,
      });
    case 'access-denied':
      return new ServiceError(
        'AccessDeniedException',
        `The caller is not authorized to perform: securitylake:${operation}`,
        { errorCode: 'AccessDenied' },
      );
    case 'internal':
    case 'lost-answer':
      return new ServiceError('InternalServerException', 'Internal service error.');
  }
}
