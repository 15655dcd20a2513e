import { appendFileSync } from 'node:fs';

/** What a test of the kit found out about a clause. */
export interface ClauseOutcome {
  readonly clause: string;
  /** Stream, and case where there is one. */
  readonly subject: string;
  readonly isHeld: boolean;
  readonly detail?: string;
}

/** Names the file that the tests of a package report to when `sluice connector check` runs them. */
export const reportVariable = 'SLUICE_CONNECTOR_REPORT';

/** Runs the body of a test and reports its outcome, where anybody wants to know. */
export async function reported(clause: string, subject: string, body: () => void | Promise<void>): Promise<void> {
  try {
    await body();
    report({ clause, subject, isHeld: true });
  } catch (error) {
    report({ clause, subject, isHeld: false, detail: firstLine(error) });
    throw error;
  }
}

function report(outcome: ClauseOutcome): void {
  const path = process.env[reportVariable];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(outcome)}\n`);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
