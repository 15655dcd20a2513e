import { DeleteCrawlerCommand, GetCrawlerCommand, StopCrawlerCommand } from '@aws-sdk/client-glue';
import { DeleteCustomLogSourceCommand } from '@aws-sdk/client-securitylake';
import { SluiceError } from '../errors.ts';
import { asking, isNamed } from './aws-error.ts';
import type { ControlPlane } from './control-plane.ts';
import { listSources } from './list-sources.ts';
import { patiently, type Patience } from './patience.ts';
import { isSource, type RegisteredSource } from './registered-source.ts';

export interface DeletedSource {
  /** False when there was none of that name and no crawler either: nothing had to be done. */
  readonly wasThere: boolean;
  /** What is not deleted, in words. */
  readonly stays: readonly string[];
}

/**
 * Deletes a source: its crawler first, because Security Lake does not, and a crawler that is left blocks the name. May be
 * called again after a failure at any point. Objects stay where they are, and whoever sends goes on sending.
 */
export async function deleteSource(
  plane: ControlPlane,
  name: string,
  version?: string,
  patience: Patience = {},
): Promise<DeletedSource> {
  return plane.change(async () => {
    const sources = await patiently(() => listSources(plane), patience);
    const source = sources.find((found) => isSource(found, { name, version, region: plane.region }));
    const isShared = sources.some((other) => other.name === name && other !== source);
    const hadCrawler = isShared ? false : await deleteCrawler(plane, source?.crawler ?? name, patience);
    if (source !== undefined) await patiently(() => deregister(plane, name, version), patience);
    return { wasThere: source !== undefined || hadCrawler, stays: source === undefined ? [] : staysOf(source) };
  });
}

async function deregister({ securityLake }: ControlPlane, name: string, version: string | undefined): Promise<void> {
  const command = new DeleteCustomLogSourceCommand({
    sourceName: name,
    ...(version === undefined ? {} : { sourceVersion: version }),
  });
  await asking({ action: 'securitylake:DeleteCustomLogSource', on: name }, async () => {
    try {
      await securityLake.send(command);
    } catch (error) {
      if (!isNamed(error, 'ResourceNotFoundException')) throw error;
    }
  });
}

/** Stops the crawler if it runs, waits for it, and deletes it. Gives whether there was one. */
async function deleteCrawler({ glue }: ControlPlane, name: string, patience: Patience): Promise<boolean> {
  let isThere = true;
  await patiently(
    () =>
      asking({ action: 'glue:DeleteCrawler', on: name }, async () => {
        try {
          await glue.send(new DeleteCrawlerCommand({ Name: name }));
        } catch (error) {
          if (isNamed(error, 'EntityNotFoundException')) isThere = false;
          else if (isNamed(error, 'CrawlerRunningException', 'SchedulerTransitioningException'))
            throw await stillRunning(glue, name);
          else throw error;
        }
      }),
    patience,
  );
  return isThere;
}

async function stillRunning(glue: ControlPlane['glue'], name: string): Promise<SluiceError> {
  const { Crawler } = await glue.send(new GetCrawlerCommand({ Name: name }));
  if (Crawler?.State === 'RUNNING') await glue.send(new StopCrawlerCommand({ Name: name })).catch(() => undefined);
  return new SluiceError('aws_conflict', `Crawler ${name} is still running.`, { retryable: true });
}

function staysOf({ location, database, table }: RegisteredSource): readonly string[] {
  return [
    `the objects under ${location}`,
    ...(table === undefined ? [] : [`the Glue table ${database ?? ''}.${table}, if Glue still has it`]),
    'whoever writes: their requests will be refused',
  ];
}
