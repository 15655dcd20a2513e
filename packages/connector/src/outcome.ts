/** The record is of no interest, and that is meant: counted by reason, not kept. */
export interface Skip {
  readonly skip: string;
}

/** The record cannot be mapped: counted by reason and kept whole as a dead letter. */
export interface Rejection {
  /** A stable code in snake case: `malformed_json`. Few and bounded: it is a metric label. */
  readonly reject: string;
  /** What is wrong and where, for a person. No secrets, not the whole record. */
  readonly detail?: string;
}

export function skip(reason: string): Skip {
  return { skip: reason };
}

export function reject(reason: string, detail?: string): Rejection {
  return detail === undefined ? { reject: reason } : { reject: reason, detail };
}

export function isSkip(value: object): value is Skip {
  return 'skip' in value;
}

export function isRejection(value: object): value is Rejection {
  return 'reject' in value;
}
