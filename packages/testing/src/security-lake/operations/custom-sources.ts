import { z } from 'zod';
import { eventClass, identity, roleArn, sourceName, sourceVersion } from '../constraints.ts';
import { operation, type Call, type Operation } from '../operation.ts';
import { databaseName, glueArn, providerRoleName, sourceLocation, tableName, type Home } from '../resource-names.ts';
import { badRequest, conflict, notFound } from '../service-error.ts';
import type { RegisteredSource, Role } from '../state.ts';
import { lakeOf } from './data-lakes.ts';

/** User guide: the name becomes part of a role name, and an account has at most this many sources. */
const longestName = 20;
const mostSources = 50;

const createCustomLogSource: Operation = operation({
  name: 'CreateCustomLogSource',
  method: 'POST',
  path: '/v1/datalake/logsources/custom',
  input: z.object({
    sourceName,
    sourceVersion: sourceVersion.optional(),
    eventClasses: z.array(eventClass).optional(),
    configuration: z.object({ crawlerConfiguration: z.object({ roleArn }), providerIdentity: identity }),
  }),
  run({ sourceName: name, sourceVersion: version, eventClasses = [], configuration }, call) {
    const { state, home } = call;
    lakeOf(call);
    if (name.length > longestName) throw badRequest(`sourceName: at most ${longestName} characters.`);
    if (name.includes(':')) throw badRequest('sourceName: the provider role cannot have a colon in its name.');
    const source: RegisteredSource = {
      region: home.region,
      sourceName: name,
      sourceVersion: version,
      eventClasses,
      crawlerRoleArn: configuration.crawlerConfiguration.roleArn,
      identity: configuration.providerIdentity,
    };
    const key = keyOf(home, name, version);
    const existing = state.customSources.get(key);
    if (existing === undefined) register(key, source, call);
    else if (!sameSource(existing, source))
      throw conflict('CustomLogSource', name, `The custom source ${name} exists with another configuration.`);
    return { source: sourceResource(source, home) };
  },
});

const deleteCustomLogSource: Operation = operation({
  name: 'DeleteCustomLogSource',
  method: 'DELETE',
  path: '/v1/datalake/logsources/custom/{sourceName}',
  input: z.object({ sourceName, sourceVersion: sourceVersion.optional() }),
  query: { sourceVersion: 'text' },
  run({ sourceName: name, sourceVersion: version }, { home, state }) {
    if (!state.customSources.delete(keyOf(home, name, version))) throw notFound('CustomLogSource', name);
    state.roles.delete(providerRoleName(home.region, name));
    return {};
  },
});

export const customSourceOperations: readonly Operation[] = [createCustomLogSource, deleteCustomLogSource];

/** The prefix, role, crawler, database and table that AWS makes of a source. */
export function sourceResource(source: RegisteredSource, { account }: Pick<Home, 'account'>): object {
  const { region, sourceName: name, sourceVersion: version } = source;
  const home = { account, region };
  const database = databaseName(region);
  return {
    sourceName: name,
    ...(version === undefined ? {} : { sourceVersion: version }),
    attributes: {
      crawlerArn: glueArn(home, `crawler/${name}`),
      databaseArn: glueArn(home, `database/${database}`),
      tableArn: glueArn(home, `table/${database}/${tableName(region, name, version)}`),
    },
    provider: {
      roleArn: `arn:aws:iam::${account}:role/${providerRoleName(region, name)}`,
      location: sourceLocation(home, name, version),
    },
  };
}

/** Registers it, unless a limit, a table or a crawler stands in the way. */
function register(key: string, source: RegisteredSource, { home, state }: Call): void {
  const { sourceName: name, sourceVersion: version } = source;
  if (state.customSources.size >= mostSources)
    throw badRequest(`The account has ${mostSources} custom sources, the most it may have.`);
  const table = tableName(home.region, name, version);
  for (const other of state.customSources.values()) {
    if (other.region === home.region && tableName(home.region, other.sourceName, other.sourceVersion) === table)
      throw conflict('Table', table, `The custom source ${other.sourceName} has the table ${table}.`);
  }
  const crawlerKey = `${home.region}/${name}`;
  const sharesCrawler = [...state.customSources.values()].some(
    (other) => other.region === home.region && other.sourceName === name,
  );
  if (state.crawlers.has(crawlerKey) && !sharesCrawler)
    throw conflict(
      'Crawler',
      name,
      `The crawler ${name} is left from a deleted source. Delete it and create the source again.`,
    );
  state.crawlers.set(crawlerKey, { region: home.region, name, roleArn: source.crawlerRoleArn, state: 'READY' });
  state.customSources.set(key, source);
  const role = providerRole(source, home.account);
  state.roles.set(role.name, role);
}

/** The role that the provider assumes, with its external id. */
function providerRole(source: RegisteredSource, account: string): Role {
  const name = providerRoleName(source.region, source.sourceName);
  const { principal, externalId } = source.identity;
  const statement = {
    Effect: 'Allow',
    Principal: /^\d/.test(principal) ? { AWS: `arn:aws:iam::${principal}:root` } : { Service: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  };
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return { name, arn: `arn:aws:iam::${account}:role/${name}`, trust, attached: new Set(), inline: new Map() };
}

function sameSource(a: RegisteredSource, b: RegisteredSource): boolean {
  return (
    a.crawlerRoleArn === b.crawlerRoleArn &&
    a.identity.principal === b.identity.principal &&
    a.identity.externalId === b.identity.externalId &&
    [...a.eventClasses].toSorted().join() === [...b.eventClasses].toSorted().join()
  );
}

function keyOf({ region }: Home, name: string, version: string | undefined): string {
  return `${region}/${name}/${version ?? ''}`;
}
