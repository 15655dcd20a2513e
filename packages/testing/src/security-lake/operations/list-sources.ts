import { z } from 'zod';
import { accounts, maxResults, nextToken, regions, sourceReferences, type SourceReference } from '../constraints.ts';
import { operation, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { dataLakeArn } from '../resource-names.ts';
import type { LakeState } from '../state.ts';
import { sourceResource } from './custom-sources.ts';
import { lakeOf } from './data-lakes.ts';

interface Listed {
  readonly account: string;
  readonly region: string;
  readonly resource: object;
  /** The source as a filter names it. */
  readonly reference: SourceReference;
}

const listLogSources: Operation = operation({
  name: 'ListLogSources',
  method: 'POST',
  path: '/v1/datalake/logsources/list',
  input: z.object({
    accounts: accounts.optional(),
    regions: regions.optional(),
    sources: sourceReferences.optional(),
    maxResults: maxResults.optional(),
    nextToken: nextToken.optional(),
  }),
  run(input, call) {
    const wanted = allSources(call.state, call.home.account).filter(
      (source) =>
        isAmong(input.accounts, source.account) &&
        isAmong(input.regions, source.region) &&
        (!input.sources?.length || input.sources.some((filter) => matches(filter, source.reference))),
    );
    const { entries, ...rest } = pageOf(wanted, input, 'ListLogSources', call);
    return { sources: grouped(entries), ...rest };
  },
});

const getDataLakeSources: Operation = operation({
  name: 'GetDataLakeSources',
  method: 'POST',
  path: '/v1/datalake/sources',
  input: z.object({
    accounts: accounts.optional(),
    maxResults: maxResults.optional(),
    nextToken: nextToken.optional(),
  }),
  run(input, call) {
    const { state, home } = call;
    lakeOf(call);
    const custom = [...state.customSources.values()].map((source) => ({ ...source, account: home.account }));
    const here = [...custom, ...state.awsSources.values()].filter(
      ({ account, region }) => region === home.region && isAmong(input.accounts, account),
    );
    const { entries, ...rest } = pageOf(here, input, 'GetDataLakeSources', call);
    const dataLakeSources = entries.map((source) => ({
      account: source.account,
      sourceName: source.sourceName,
      eventClasses: 'eventClasses' in source ? source.eventClasses : [],
      sourceStatuses: [{ resource: source.sourceName, status: 'COLLECTING' }],
    }));
    return { dataLakeArn: dataLakeArn(home), dataLakeSources, ...rest };
  },
});

export const listSourceOperations: readonly Operation[] = [listLogSources, getDataLakeSources];

function allSources(state: LakeState, account: string): readonly Listed[] {
  const custom = [...state.customSources.values()].map((source) => {
    const { region, sourceName, sourceVersion } = source;
    const resource = { customLogSource: sourceResource(source, { account }) };
    return { account, region, resource, reference: { customLogSource: { sourceName, sourceVersion } } };
  });
  const ofAws = [...state.awsSources.values()].map(({ account: owner, region, sourceName, sourceVersion }) => {
    const resource = { awsLogSource: { sourceName, sourceVersion } };
    return { account: owner, region, resource, reference: resource };
  });
  return [...custom, ...ofAws];
}

function isAmong(wanted: readonly string[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(value);
}

function matches(filter: SourceReference, source: SourceReference): boolean {
  if ('awsLogSource' in filter) return 'awsLogSource' in source && isSelected(filter.awsLogSource, source.awsLogSource);
  return 'customLogSource' in source && isSelected(filter.customLogSource, source.customLogSource);
}

interface Named {
  readonly sourceName?: string | undefined;
  readonly sourceVersion?: string | undefined;
}

function isSelected(filter: Named, source: Named): boolean {
  return (
    (filter.sourceName === undefined || filter.sourceName === source.sourceName) &&
    (filter.sourceVersion === undefined || filter.sourceVersion === source.sourceVersion)
  );
}

/** A page may end within the sources of one account and region; the next one goes on there. */
function grouped(entries: readonly Listed[]): readonly object[] {
  const groups = Map.groupBy(entries, ({ account, region }) => `${account}/${region}`);
  return [...groups.values()].map((members) => ({
    account: members[0]?.account,
    region: members[0]?.region,
    sources: members.map(({ resource }) => resource),
  }));
}
