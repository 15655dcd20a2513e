import type { ControlPlane } from '../control-plane.ts';
import type { DataLakeFacts } from '../describe-lake.ts';
import type { RegisteredSource } from '../registered-source.ts';
import { checkAthena, type AthenaOptions } from './athena.ts';
import { checkCaller } from './caller.ts';
import { checkCatalogue } from './catalogue.ts';
import { checkLake, checkSource } from './lake.ts';
import { checkOutside, checkPut, type Writer } from './objects.ts';
import { checkExternalId, checkRole } from './role.ts';
import { checkSubscribers } from './subscribers.ts';
import { checkRollup } from './rollup.ts';
import { skipped, type DoctorStep } from './step.ts';
import type { DoctorTarget } from './target.ts';

export interface DiagnoseOptions {
  readonly targets: readonly DoctorTarget[];
  /** Leaves out what writes: the canary below the prefix, and the one that has to be refused. */
  readonly readOnly?: boolean;
  /** Asks Athena for a row. Without it that is left out: a query costs, and writes its answer somewhere. */
  readonly athena?: AthenaOptions;
}

/**
 * Walks the chain as a running pipeline would, link by link: credentials, lake and its rollup, registration, role and
 * external id, a canary below the prefix and one beside it, crawler, table and partitions, a row through Athena,
 * subscribers and their queues. Every link is told as it is looked at; one that fails does not keep the others from being
 * looked at, as far as they do not need it.
 */
export async function* diagnose(
  plane: ControlPlane,
  { targets, readOnly = false, athena }: DiagnoseOptions,
): AsyncIterable<DoctorStep> {
  const caller = await checkCaller(plane);
  yield caller;
  if (caller.status === 'failed') return;
  const lakes = new Map<string, DataLakeFacts | undefined>();
  for (const target of targets) {
    if (!lakes.has(target.bucket)) {
      const { step, seen } = await checkLake(plane, target.bucket);
      yield step;
      lakes.set(target.bucket, seen);
      const rollup = seen === undefined ? undefined : await checkRollup(plane);
      if (rollup !== undefined) yield rollup;
    }
    const source = await checkSource(plane, target);
    yield source.step;
    yield* checkWriting(plane, { target, source: source.seen, lake: lakes.get(target.bucket), readOnly });
    if (source.seen === undefined) continue;
    yield* await checkCatalogue(plane, source.seen);
    if (athena !== undefined) yield await checkAthena(plane, source.seen, athena);
    yield* checkSubscribers(plane, target.name);
  }
}

interface Writing {
  readonly target: DoctorTarget;
  readonly source: RegisteredSource | undefined;
  readonly lake: DataLakeFacts | undefined;
  readonly readOnly: boolean;
}

async function* checkWriting(
  plane: ControlPlane,
  { target, source, lake, readOnly }: Writing,
): AsyncIterable<DoctorStep> {
  const { name, externalId } = target;
  const prefix = target.prefix ?? source?.prefix;
  const roleArn = target.roleArn ?? source?.roleArn;
  if (prefix === undefined || roleArn === undefined) {
    yield skipped(
      'assume-role',
      name,
      'neither the configuration nor Security Lake says where and with which role to write',
    );
    return;
  }
  const role = { source: name, roleArn, ...(externalId === undefined ? {} : { externalId }) };
  const assumed = await checkRole(plane, role);
  yield assumed.step;
  if (assumed.seen === undefined) return;
  yield await checkExternalId(plane, role);
  if (readOnly) {
    yield skipped('put', name, 'not tried: --read-only');
    yield skipped('outside', name, 'not tried: --read-only');
    return;
  }
  const writer: Writer = {
    target,
    prefix,
    region: plane.region,
    who: roleArn,
    credentials: assumed.seen,
    ...(lake === undefined ? {} : { lake }),
  };
  yield await checkPut(writer);
  yield await checkOutside(writer);
}
