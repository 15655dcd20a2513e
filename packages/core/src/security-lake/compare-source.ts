import { GetCrawlerCommand } from '@aws-sdk/client-glue';
import { SluiceError } from '../errors.ts';
import { asking, isNamed } from './aws-error.ts';
import type { ControlPlane } from './control-plane.ts';
import { findRole } from './crawler-role.ts';
import { eventClassesOfSource } from './list-sources.ts';
import type { RegisteredSource } from './registered-source.ts';
import { eventClassesOf, type SourceRequest } from './source-request.ts';
import { parseTrust } from './trust.ts';

export interface SourceDifference {
  readonly what: 'eventClasses' | 'crawlerRole' | 'principal' | 'externalId';
  readonly wanted: string;
  readonly found: string;
}

export interface SourceComparison {
  readonly differences: readonly SourceDifference[];
  /** What AWS did not let us see, and the permission that would. */
  readonly unseen: readonly string[];
  /** As the provider role's trust policy has it. */
  readonly externalId?: string;
}

/**
 * Compares an existing source with what is wanted. Security Lake's own answer does not hold all of it: event classes come
 * from GetDataLakeSources, the crawler's role from Glue, principal and external id from the provider role's trust.
 */
export async function compareSource(
  plane: ControlPlane,
  source: RegisteredSource,
  request: SourceRequest,
): Promise<SourceComparison> {
  const unseen: string[] = [];
  const see = <Seen>(seeing: Promise<Seen>): Promise<Seen | undefined> =>
    seeing.catch((error: unknown) => {
      if (!(error instanceof SluiceError) || error.code !== 'aws_denied') throw error;
      unseen.push(error.message);
      return undefined;
    });
  const classes = await see(eventClassesOfSource(plane, source.name));
  const crawlerRole = await see(crawlerRoleOf(plane, source));
  const trust = parseTrust((await see(findRole(plane, nameOf(source.roleArn))))?.AssumeRolePolicyDocument);
  const differences: SourceDifference[] = [];
  const compare = (
    what: SourceDifference['what'],
    wanted: string | undefined,
    found: readonly string[] | undefined,
  ): void => {
    if (wanted === undefined || found === undefined || found.length === 0 || found.includes(wanted)) return;
    differences.push({ what, wanted, found: found.join(', ') });
  };
  compare(
    'eventClasses',
    eventClassesOf(request).join(', '),
    classes === undefined ? undefined : [classes.toSorted().join(', ')],
  );
  const { crawlerRoleArn: wantedRole } = request;
  compare(
    'crawlerRole',
    typeof wantedRole === 'string' ? nameOf(wantedRole) : undefined,
    crawlerRole === undefined ? undefined : [nameOf(crawlerRole)],
  );
  compare('principal', request.principal, trust?.principals);
  compare('externalId', request.externalId, trust?.externalIds);
  const [externalId] = trust?.externalIds ?? [];
  return { differences, unseen, ...(externalId === undefined ? {} : { externalId }) };
}

/** Role of the source's crawler; undefined when the crawler is gone. */
async function crawlerRoleOf({ glue }: ControlPlane, { crawler, name }: RegisteredSource): Promise<string | undefined> {
  const crawlerName = crawler ?? name;
  return asking({ action: 'glue:GetCrawler', on: crawlerName }, async () => {
    try {
      return (await glue.send(new GetCrawlerCommand({ Name: crawlerName }))).Crawler?.Role;
    } catch (error) {
      if (isNamed(error, 'EntityNotFoundException')) return undefined;
      throw error;
    }
  });
}

function nameOf(role: string): string {
  return role.split('/').at(-1) ?? role;
}
