import { GetCrawlerCommand, GetPartitionsCommand, GetTableCommand, type Crawler } from '@aws-sdk/client-glue';
import { isNamed } from '../aws-error.ts';
import type { ControlPlane } from '../control-plane.ts';
import { checkCrawlerRole } from '../crawler-role.ts';
import type { RegisteredSource } from '../registered-source.ts';
import { lookAt, type DoctorStep, type Verdict } from './step.ts';

/** Crawler, its role, table and partitions: what stands between an object and a row in Athena. */
export async function checkCatalogue(plane: ControlPlane, source: RegisteredSource): Promise<readonly DoctorStep[]> {
  const crawler = await checkCrawler(plane, source);
  const role = crawler.seen?.Role;
  return [
    crawler.step,
    ...(role === undefined ? [] : [await checkRole(plane, source, role)]),
    ...(source.database === undefined || source.table === undefined
      ? []
      : await checkTable(plane, source, source.database, source.table)),
  ];
}

function checkCrawler(
  { glue, region }: ControlPlane,
  { name, crawler = name }: RegisteredSource,
): Promise<{ step: DoctorStep; seen?: Crawler | undefined }> {
  return lookAt({
    check: 'crawler',
    subject: name,
    asked: { action: 'glue:GetCrawler', on: crawler },
    look: async () => found(async () => (await glue.send(new GetCrawlerCommand({ Name: crawler }))).Crawler),
    judge: (seen) => judgeCrawler(seen, crawler, region),
  });
}

function judgeCrawler(crawler: Crawler | undefined, name: string, region: string): string | Verdict {
  if (crawler === undefined)
    return {
      status: 'failed',
      detail: `There is no crawler "${name}": new partitions do not reach Athena.`,
      remedy: `Delete the source and create it again: sluice source delete … --region ${region}, sluice source create CONFIG`,
    };
  const { Status: status, ErrorMessage: message } = crawler.LastCrawl ?? {};
  if (status === 'FAILED')
    return {
      status: 'failed',
      detail: `The last run of crawler "${name}" failed: ${(message ?? 'Glue does not say why').slice(0, 500)}`,
      remedy: `Mend the crawler's role, then: aws glue start-crawler --name ${name} --region ${region}`,
    };
  return `${crawler.State ?? 'there'}, last run ${status ?? 'not yet'}`;
}

async function checkRole(plane: ControlPlane, { name }: RegisteredSource, role: string): Promise<DoctorStep> {
  const { step } = await lookAt({
    check: 'crawler-role',
    subject: name,
    asked: { action: 'iam:GetRole', on: role },
    look: () => checkCrawlerRole(plane, role),
    judge: () => `Glue may assume ${role}`,
  });
  return step;
}

async function checkTable(
  { glue }: ControlPlane,
  { name }: RegisteredSource,
  database: string,
  table: string,
): Promise<readonly DoctorStep[]> {
  const { step, seen } = await lookAt({
    check: 'table',
    subject: name,
    asked: { action: 'glue:GetTable', on: `${database}.${table}` },
    look: () =>
      found(async () => (await glue.send(new GetTableCommand({ DatabaseName: database, Name: table }))).Table),
    judge: (there) =>
      there === undefined
        ? {
            status: 'failed',
            detail: `Glue has no table ${database}.${table}.`,
            remedy: 'Delete the source and create it again.',
          }
        : `${database}.${table}`,
  });
  if (seen === undefined) return [step];
  const partitions = await lookAt({
    check: 'partitions',
    subject: name,
    asked: { action: 'glue:GetPartitions', on: `${database}.${table}` },
    look: () => glue.send(new GetPartitionsCommand({ DatabaseName: database, TableName: table, MaxResults: 1 })),
    judge: ({ Partitions: some = [] }) =>
      some.length > 0 ? 'Athena sees data' : 'none yet: the crawler makes them after the first objects',
  });
  return [step, partitions.step];
}

/** Undefined for what Glue does not have. */
async function found<Seen>(look: () => Promise<Seen>): Promise<Seen | undefined> {
  try {
    return await look();
  } catch (error) {
    if (isNamed(error, 'EntityNotFoundException')) return undefined;
    throw error;
  }
}
