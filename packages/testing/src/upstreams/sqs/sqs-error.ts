/** What SQS answers to a wrong request. */
export class SqsError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SqsError';
    this.code = code;
  }
}
