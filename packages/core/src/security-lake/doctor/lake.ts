import { SluiceError } from '../../errors.ts';
import type { ControlPlane } from '../control-plane.ts';
import { describeLake, type DataLakeFacts } from '../describe-lake.ts';
import { listSources } from '../list-sources.ts';
import type { RegisteredSource } from '../registered-source.ts';
import { lookAt, type Looked, type Verdict } from './step.ts';
import type { DoctorTarget } from './target.ts';

/** Whether Security Lake is enabled in the region, with the bucket that the configuration names. */
export function checkLake(plane: ControlPlane, bucket: string): Promise<Looked<DataLakeFacts>> {
  return lookAt({
    check: 'lake',
    subject: plane.region,
    asked: { action: 'securitylake:ListDataLakes', on: plane.region },
    look: () => describeLake(plane),
    judge: (lake) =>
      lake.bucket === bucket
        ? `Security Lake of account ${lake.account}, ${lake.kmsKeyArn === undefined ? "with S3's own keys" : `with key ${lake.kmsKeyArn}`}`
        : {
            status: 'failed',
            detail: `The configuration writes to bucket ${bucket}, and the lake in ${lake.region} is ${lake.bucket}.`,
            remedy: `Say "bucket: ${lake.bucket}" in the configuration.`,
          },
  });
}

/** Whether the source is registered, where the configuration thinks it is, and with the role that it names. */
export function checkSource(plane: ControlPlane, target: DoctorTarget): Promise<Looked<RegisteredSource>> {
  return lookAt({
    check: 'source',
    subject: target.name,
    asked: { action: 'securitylake:ListLogSources', on: plane.region },
    look: async () => {
      const versions = (await listSources(plane)).filter(({ name }) => name === target.name);
      const found = versions.find(({ prefix }) => prefix === target.prefix) ?? versions[0];
      if (found !== undefined) return found;
      throw new SluiceError(
        'source_invalid',
        `There is no custom source "${target.name}" in ${plane.region}. Run: sluice source create CONFIG`,
      );
    },
    judge: (source) => judgeSource(source, target),
  });
}

function judgeSource(source: RegisteredSource, { prefix, roleArn, name }: DoctorTarget): string | Verdict {
  const failed = (detail: string, remedy: string): Verdict => ({ status: 'failed', detail, remedy });
  if (prefix !== undefined && prefix !== source.prefix)
    return failed(
      `The configuration writes "${name}" below ${prefix}, and its location is ${source.location}.`,
      `Say "location: ${source.location}", or run: sluice source create CONFIG`,
    );
  if (roleArn !== undefined && roleArn !== source.roleArn)
    return failed(
      `The configuration assumes ${roleArn} for "${name}", and its provider role is ${source.roleArn}.`,
      `Say "role_arn: ${source.roleArn}", or run: sluice source create CONFIG`,
    );
  return `registered at ${source.location}`;
}
