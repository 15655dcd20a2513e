import { ListDataLakesCommand, type DataLakeResource } from '@aws-sdk/client-securitylake';
import type { ControlPlane } from '../control-plane.ts';
import { lookAt, type DoctorStep, type Verdict } from './step.ts';

/**
 * Whether what is written in this region reaches the rollup region that it contributes to. Undefined where the region
 * neither contributes to one nor is one.
 */
export async function checkRollup({ securityLake, region }: ControlPlane): Promise<DoctorStep | undefined> {
  const { step, seen } = await lookAt({
    check: 'rollup',
    subject: region,
    asked: { action: 'securitylake:ListDataLakes', on: 'all regions' },
    look: async () => (await securityLake.send(new ListDataLakesCommand({}))).dataLakes ?? [],
    judge: (lakes) => judgeRollup(lakes, region),
  });
  return seen !== undefined && !isPartOfRollup(seen, region) ? undefined : step;
}

function isPartOfRollup(lakes: readonly DataLakeResource[], region: string): boolean {
  return targetsOf(lakes, region).length > 0 || contributorsOf(lakes, region).length > 0;
}

function targetsOf(lakes: readonly DataLakeResource[], region: string): readonly string[] {
  return lakes.find((lake) => lake.region === region)?.replicationConfiguration?.regions ?? [];
}

function contributorsOf(lakes: readonly DataLakeResource[], region: string): readonly string[] {
  const contributors = lakes.filter(({ replicationConfiguration: to }) => to?.regions?.includes(region) === true);
  return contributors.map(({ region: from = '' }) => from);
}

function judgeRollup(lakes: readonly DataLakeResource[], region: string): string | Verdict {
  const targets = targetsOf(lakes, region);
  for (const target of targets) {
    const fault = faultOf(lakes, region, target);
    if (fault !== undefined) return { status: 'failed', ...fault };
  }
  const contributors = contributorsOf(lakes, region);
  const gathers = contributors.length === 0 ? '' : `gathers ${contributors.join(', ')}`;
  return targets.length === 0 ? gathers : `is rolled up into ${targets.join(', ')}; query and subscribe there`;
}

/** What AWS names as not working (user guide, rollup regions): it is taken without complaint, and nothing arrives. */
function faultOf(
  lakes: readonly DataLakeResource[],
  region: string,
  target: string,
): Pick<Verdict, 'detail' | 'remedy'> | undefined {
  const [from, to] = [region, target].map((name) => lakes.find((lake) => lake.region === name));
  if (to === undefined) {
    return {
      detail: `It is rolled up into ${target}, where Security Lake is not enabled.`,
      remedy: `Enable Security Lake in ${target}, or take it out of the replication of ${region}.`,
    };
  }
  if (targetsOf(lakes, target).length > 0) {
    return {
      detail: `It is rolled up into ${target}, which is itself rolled up into ${targetsOf(lakes, target).join(', ')}: a rollup region cannot contribute to another.`,
      remedy: `Roll ${region} up into the last region, or stop the replication of ${target}.`,
    };
  }
  if (hasOwnKey(from) && !hasOwnKey(to)) {
    return {
      detail: `${region} is encrypted with a customer-managed key and ${target} with S3's own keys: AWS does not replicate that.`,
      remedy: `Give the lake in ${target} a customer-managed key.`,
    };
  }
  const roleName = from?.replicationConfiguration?.roleArn?.split('/').at(-1) ?? '';
  return roleName === '' || roleName.startsWith('SecurityLake')
    ? undefined
    : {
        detail: `The replication role is called ${roleName}; Security Lake takes only names that begin with SecurityLake.`,
        remedy: 'Make a replication role whose name begins with SecurityLake.',
      };
}

function hasOwnKey(lake: DataLakeResource | undefined): boolean {
  const key = lake?.encryptionConfiguration?.kmsKeyId;
  return key !== undefined && key !== 'S3_MANAGED_KEY';
}
