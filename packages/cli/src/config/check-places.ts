import { resolve, sep } from 'node:path';
import type { BucketSettings, ConfigFile } from './config-file.ts';
import type { ConfigDocument } from './document.ts';
import { nearestName } from '@sluice/ocsf';
import { whyUnwritable } from './paths.ts';
import { problemAt } from './problem-at.ts';
import { pathText, type Path, type Problem } from './problem.ts';

const awsRegion = /^(af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)-[a-z]+(-[a-z]+)?-\d{1,2}$/;
const commonRegions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-south-1',
  'sa-east-1',
];
const securityLakeBucket = 'aws-security-data-lake-';
const securityLakeShortestMs = 5 * 60_000;

/** Folders that cannot be written to, regions that do not exist, settings that do not go together. */
export async function checkPlaces(
  file: ConfigFile,
  document: ConfigDocument,
  folder: string,
): Promise<readonly Problem[]> {
  const { lake, dead_letters: deadLetters, state } = file;
  const folders: [Path, string][] = [];
  const problems: Problem[] = [];
  if ('folder' in lake) folders.push([['lake', 'folder'], lake.folder]);
  else problems.push(...checkBucket(lake, ['lake'], document), ...checkPace(file, document));
  if (typeof state === 'string') folders.push([['state'], state]);
  else problems.push(...checkBucket({ ...state, conditional_writes: true }, ['state'], document));
  if (typeof deadLetters === 'string') folders.push([['dead_letters'], deadLetters]);
  else problems.push(...checkBucket(deadLetters, ['dead_letters'], document));
  for (const [path, given] of folders) {
    const reason = await whyUnwritable(resolve(folder, given));
    if (reason === undefined) continue;
    problems.push(problemAt(document, path, 'unusable_file', `${pathText(path)} cannot be written to: ${reason}`));
  }
  return [
    ...problems,
    ...checkOverlap(
      folders.map(([path, given]) => [path, resolve(folder, given)]),
      document,
    ),
  ];
}

/** Objects of one kind among those of another would be read as what they are not. */
function checkOverlap(folders: readonly (readonly [Path, string])[], document: ConfigDocument): readonly Problem[] {
  return folders.flatMap(([path, folder], index) => {
    const other = folders.slice(0, index).find(([, earlier]) => isWithin(folder, earlier) || isWithin(earlier, folder));
    if (other === undefined) return [];
    const message = `${pathText(path)} (${folder}) and ${pathText(other[0])} (${other[1]}) overlap; give each a folder of its own`;
    return [problemAt(document, path, 'collision', message)];
  });
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

function checkBucket(bucket: BucketSettings, base: Path, document: ConfigDocument): readonly Problem[] {
  const problems: Problem[] = [];
  if (bucket.endpoint === undefined && !awsRegion.test(bucket.region)) {
    const path = [...base, 'region'];
    const message = `${pathText(path)}: "${bucket.region}" is not an AWS region, and there is no "endpoint" of another server`;
    problems.push(problemAt(document, path, 'wrong_value', message, nearestName(bucket.region, commonRegions)));
  }
  if (bucket.external_id !== undefined && bucket.role_arn === undefined) {
    const path = [...base, 'external_id'];
    problems.push(problemAt(document, path, 'mismatch', `${pathText(path)} goes with "role_arn", which is missing`));
  }
  return problems;
}

/** Security Lake: objects every 5 minutes to a day. */
function checkPace({ lake, flush }: ConfigFile, document: ConfigDocument): readonly Problem[] {
  if (!('bucket' in lake) || !lake.bucket.startsWith(securityLakeBucket) || flush.max_age >= securityLakeShortestMs)
    return [];
  const path = ['flush', 'max_age'];
  const message = 'flush.max_age is below the 5 minutes that Security Lake asks for between objects of a source';
  return [{ ...problemAt(document, path, 'wrong_value', message), severity: 'warning' }];
}
