import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  type AthenaClient,
  type QueryExecutionStatus,
} from '@aws-sdk/client-athena';
import type { Asked } from '../aws-error.ts';
import type { ControlPlane } from '../control-plane.ts';
import type { RegisteredSource } from '../registered-source.ts';
import { actionRefused, allow, lookAt, skipped, type DoctorStep, type Verdict } from './step.ts';

/** How Athena is asked. Its answer is written to the work group's place, or to `output`. */
export interface AthenaOptions {
  readonly workGroup: string;
  /** `s3://bucket/prefix/`, where the work group has none. */
  readonly output?: string;
  /** Default 60 s. */
  readonly withinMs?: number;
}

const ends: ReadonlySet<string> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

interface Answer {
  readonly status: QueryExecutionStatus;
  readonly rows: number;
}

/** Asks Athena for one row of the source's table. */
export async function checkAthena(
  plane: ControlPlane,
  source: RegisteredSource,
  options: AthenaOptions,
): Promise<DoctorStep> {
  const { name, database, table } = source;
  if (database === undefined || table === undefined) return skipped('athena', name, 'Security Lake names no table');
  const { step } = await lookAt({
    check: 'athena',
    subject: name,
    asked: { action: 'athena:StartQueryExecution', on: `workgroup/${options.workGroup}` },
    look: (next) => ask(plane, `SELECT 1 FROM "${database}"."${table}" LIMIT 1`, options, next),
    judge: judgeAnswer,
  });
  return step;
}

/** Starts the query and waits for its end. Tells `next` what it asks of AWS meanwhile. */
async function ask(
  { athena }: ControlPlane,
  sql: string,
  { workGroup, output, withinMs = 60_000 }: AthenaOptions,
  next: (asked: Asked) => void,
): Promise<Answer> {
  const on = `workgroup/${workGroup}`;
  const { QueryExecutionId: id } = await athena.send(
    new StartQueryExecutionCommand({
      QueryString: sql,
      WorkGroup: workGroup,
      ...(output === undefined ? {} : { ResultConfiguration: { OutputLocation: output } }),
    }),
  );
  next({ action: 'athena:GetQueryExecution', on });
  const status = await endOf(athena, id, Date.now() + withinMs);
  if (status.State !== 'SUCCEEDED') return { status, rows: 0 };
  next({ action: 'athena:GetQueryResults', on });
  const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id }));
  // The first row is the header.
  return { status, rows: Math.max(0, (ResultSet?.Rows?.length ?? 0) - 1) };
}

async function endOf(athena: AthenaClient, id: string | undefined, giveUpAt: number): Promise<QueryExecutionStatus> {
  for (;;) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const status = QueryExecution?.Status ?? {};
    if (ends.has(status.State ?? '') || Date.now() > giveUpAt) return status;
    await sleep(500);
  }
}

function judgeAnswer({ status: { State: state, StateChangeReason: reason = '' }, rows }: Answer): string | Verdict {
  if (state === 'SUCCEEDED')
    return rows > 0
      ? 'a row came back'
      : 'the table answers, and has no row yet: run the crawler after the first objects';
  const detail = `The query is ${state ?? 'lost'}. ${reason.slice(0, 500)}`;
  if (/Lake Formation/i.test(reason))
    return { status: 'failed', detail, remedy: 'Grant the caller SELECT on the table in Lake Formation.' };
  const refused = actionRefused(new Error(reason));
  if (refused === undefined) return { status: 'failed', detail };
  const missing = { who: 'the caller', action: refused.action, resource: refused.resource ?? '*' };
  return { status: 'failed', detail, missing, remedy: allow(missing) };
}
