import { GetCrawlerCommand } from '@aws-sdk/client-glue';
import { CreateCustomLogSourceCommand } from '@aws-sdk/client-securitylake';
import { SluiceError } from '../errors.ts';
import { glueTableName } from '../lake/names.ts';
import { asking } from './aws-error.ts';
import { compareSource, type SourceDifference } from './compare-source.ts';
import type { ControlPlane } from './control-plane.ts';
import { listSources } from './list-sources.ts';
import { patiently, type Patience } from './patience.ts';
import { isSource, registeredSource, type RegisteredSource } from './registered-source.ts';
import { checkSourceRequest, eventClassesOf, newExternalId, type SourceRequest } from './source-request.ts';

export interface EnsuredSource {
  readonly outcome: 'created' | 'adopted';
  readonly source: RegisteredSource;
  /** Undefined when the source was there and IAM does not let us see what it was made with. */
  readonly externalId?: string;
  /** What could not be compared with an adopted source. */
  readonly unseen: readonly string[];
}

/** Security Lake: at most so many custom sources in an account. */
export const mostCustomSources = 50;
/** A crawler may belong to a source that somebody is creating right now; after so many conflicts it does not. */
const conflictsOfALeftCrawler = 3;

/**
 * Makes sure that the source exists, and that there is one of it. A source that matches is adopted, one that differs is
 * refused with how it differs (Security Lake cannot change a source). Killed at any point and called again, it ends the
 * same; of two calls at once one creates and the other adopts. Conflicts are waited out.
 */
export async function ensureSource(
  plane: ControlPlane,
  request: SourceRequest,
  patience: Patience = {},
): Promise<EnsuredSource> {
  checkSourceRequest(request);
  const externalId = request.externalId ?? newExternalId();
  let conflicts = 0;
  return plane.change(() =>
    patiently(async () => {
      const present = await listSources(plane, { regions: [] });
      const found = present.find((source) => isSource(source, request));
      if (found !== undefined) return adopt(plane, found, request, externalId);
      refuseUnfit(present, request);
      try {
        return await create(plane, request, externalId);
      } catch (error) {
        if (error instanceof SluiceError && error.code === 'aws_conflict' && ++conflicts >= conflictsOfALeftCrawler)
          await refuseLeftCrawler(plane, request, error);
        throw error;
      }
    }, patience),
  );
}

async function create(plane: ControlPlane, request: SourceRequest, externalId: string): Promise<EnsuredSource> {
  const { name, version, region, principal, crawlerRoleArn } = request;
  const eventClasses = [...eventClassesOf(request)];
  const roleArn = typeof crawlerRoleArn === 'string' ? crawlerRoleArn : await crawlerRoleArn();
  const command = new CreateCustomLogSourceCommand({
    sourceName: name,
    ...(version === undefined ? {} : { sourceVersion: version }),
    ...(eventClasses.length === 0 ? {} : { eventClasses }),
    configuration: {
      crawlerConfiguration: { roleArn },
      providerIdentity: { principal, externalId },
    },
  });
  const asked = { action: 'securitylake:CreateCustomLogSource', on: name };
  const { source = {} } = await asking(asked, () => plane.securityLake.send(command));
  const account = source.attributes?.crawlerArn?.split(':')[4] ?? '';
  return { outcome: 'created', source: registeredSource(source, account, region), externalId, unseen: [] };
}

async function adopt(
  plane: ControlPlane,
  source: RegisteredSource,
  request: SourceRequest,
  externalId: string,
): Promise<EnsuredSource> {
  const comparison = await compareSource(plane, source, request);
  if (comparison.differences.length > 0) throw differs(request, comparison.differences);
  const known = comparison.externalId ?? (request.externalId === undefined ? undefined : externalId);
  return {
    outcome: 'adopted',
    source,
    unseen: comparison.unseen,
    ...(known === undefined ? {} : { externalId: known }),
  };
}

function differs({ name, region }: SourceRequest, differences: readonly SourceDifference[]): SluiceError {
  const how = differences.map(
    ({ what, wanted, found }) => `${what} is ${found || 'empty'}, wanted is ${wanted || 'none'}`,
  );
  return new SluiceError(
    'source_differs',
    `Custom source "${name}" exists in ${region} and differs: ${how.join('; ')}. ` +
      'Security Lake cannot change a source: delete it and create it again, or ask for what is there.',
  );
}

/** Refuses a source that would share a table with another, and the 51st. */
function refuseUnfit(present: readonly RegisteredSource[], { name, version, region }: SourceRequest): void {
  const tableOf = (source: string, itsVersion: string | undefined): string =>
    glueTableName(region, itsVersion === undefined ? source : `${source}_${itsVersion}`);
  const table = tableOf(name, version);
  const rival = present.find((source) => source.region === region && tableOf(source.name, source.version) === table);
  if (rival !== undefined) {
    throw new SluiceError(
      'source_invalid',
      `Custom source "${name}" would have the Glue table ${table}, which is that of "${rival.name}": Glue cannot tell the names apart. Choose another.`,
    );
  }
  if (present.length >= mostCustomSources) {
    throw new SluiceError(
      'source_limit',
      `There are ${present.length} custom sources, and Security Lake takes ${mostCustomSources} in an account. Delete one, or let classes share a source.`,
    );
  }
}

async function refuseLeftCrawler(
  plane: ControlPlane,
  { name, region }: SourceRequest,
  cause: SluiceError,
): Promise<void> {
  const isThere = await plane.glue.send(new GetCrawlerCommand({ Name: name })).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new SluiceError(
    'crawler_left',
    `A crawler "${name}" is left in ${region} from a source that was deleted. Security Lake cannot replace it. ` +
      `Delete it (aws glue delete-crawler --name ${name} --region ${region}) and create the source again.`,
    { cause },
  );
}
