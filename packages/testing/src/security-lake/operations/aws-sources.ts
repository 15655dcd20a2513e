import { z } from 'zod';
import { accounts, awsSourceName, awsSourceVersion, regions } from '../constraints.ts';
import { operation, type Operation } from '../operation.ts';
import { notFound } from '../service-error.ts';
import type { AwsSource } from '../state.ts';

const configurations = z
  .array(
    z.object({
      accounts: accounts.optional(),
      regions,
      sourceName: awsSourceName,
      sourceVersion: awsSourceVersion.optional(),
    }),
  )
  .min(1)
  .max(50);

/** One for each account and region that a request names; the lake's own account where it names none. */
function selected(sources: z.output<typeof configurations>, account: string): readonly AwsSource[] {
  return sources.flatMap(({ accounts: named, regions: where, sourceName, sourceVersion }) =>
    (named === undefined || named.length === 0 ? [account] : named).flatMap((owner) =>
      where.map((region) => ({ account: owner, region, sourceName, sourceVersion: resolved(sourceVersion) })),
    ),
  );
}

function resolved(version: string | undefined): string {
  return version === undefined || version === 'latest' ? '2.0' : version;
}

function keyOf({ account, region, sourceName, sourceVersion }: AwsSource): string {
  return [account, region, sourceName, sourceVersion].join('/');
}

const createAwsLogSource: Operation = operation({
  name: 'CreateAwsLogSource',
  method: 'POST',
  path: '/v1/datalake/logsources/aws',
  input: z.object({ sources: configurations }),
  run({ sources }, { home, state }) {
    const wanted = selected(sources, home.account);
    for (const { region } of wanted) if (!state.dataLakes.has(region)) throw notFound('DataLake', region);
    for (const source of wanted) state.awsSources.set(keyOf(source), source);
    return { failed: [] };
  },
});

const deleteAwsLogSource: Operation = operation({
  name: 'DeleteAwsLogSource',
  method: 'POST',
  path: '/v1/datalake/logsources/aws/delete',
  input: z.object({ sources: configurations }),
  run({ sources }, { home, state }) {
    const unwanted = selected(sources, home.account);
    const absent = unwanted.find((source) => !state.awsSources.has(keyOf(source)));
    if (absent !== undefined) throw notFound('AwsLogSource', absent.sourceName);
    for (const source of unwanted) state.awsSources.delete(keyOf(source));
    return { failed: [] };
  },
});

export const awsSourceOperations: readonly Operation[] = [createAwsLogSource, deleteAwsLogSource];
