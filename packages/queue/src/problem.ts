import { reject, type Origin, type Rejection } from '@sluice/connector';

/** Why a message or an object gave no records, or not all. A reason of rejection, and a label of metrics. */
export type ProblemCode =
  | 'message_unreadable'
  | 'object_missing'
  | 'object_denied'
  | 'object_corrupt'
  | 'object_too_large'
  | 'record_too_long';

/** Transport of the records that stand for what could not be read; no record of an upstream can claim it. */
const problemTransport = 'queue-problem';

/** What is written in place of what could not be read: kept as a dead letter, so that nothing goes without a trace. */
export interface Problem {
  readonly problem: ProblemCode;
  /** For a person: what was found, what was expected. */
  readonly detail: string;
  readonly message_id: string;
  /** `s3://bucket/key` of the object it is about. */
  readonly object?: string;
  /** The message's body, or the beginning of a record. */
  readonly body?: string;
}

export function problemRecord(problem: Problem): Buffer {
  return Buffer.from(JSON.stringify(problem));
}

export function problemOrigin(origin: Origin): Origin {
  return { ...origin, transport: problemTransport };
}

/**
 * What `map` answers for a record that stands for a problem of the queue; undefined for all others. A stream that reads
 * a queue asks this first.
 */
export function rejectProblem(record: unknown, origin: Origin): Rejection | undefined {
  if (origin.transport !== problemTransport) return undefined;
  const { problem, detail, object }: Partial<Problem> = typeof record === 'object' && record !== null ? record : {};
  return reject(problem ?? 'message_unreadable', `${object ?? 'message'}: ${detail ?? 'cannot be read'}`);
}

/** Something wrong with one object that no retry of the request mends. */
export class ObjectProblem extends Error {
  readonly problem: ProblemCode;

  constructor(problem: ProblemCode, detail: string, options: ErrorOptions = {}) {
    super(detail, options);
    this.name = 'ObjectProblem';
    this.problem = problem;
  }
}
