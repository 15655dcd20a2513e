import { ListDataLakesCommand } from '@aws-sdk/client-securitylake';
import { SluiceError } from '../errors.ts';
import { asking } from './aws-error.ts';
import type { ControlPlane } from './control-plane.ts';

/** The data lake of one region. */
export interface DataLakeFacts {
  readonly region: string;
  readonly partition: string;
  /** Account that the lake belongs to. */
  readonly account: string;
  readonly bucket: string;
  /** ARN of the customer-managed key, `key/*` where only an alias is known; absent with S3's own keys. */
  readonly kmsKeyArn?: string;
}

/** Throws `lake_not_enabled` where Security Lake is not enabled. */
export async function describeLake({ securityLake, region }: ControlPlane): Promise<DataLakeFacts> {
  const asked = { action: 'securitylake:ListDataLakes', on: region };
  const { dataLakes = [] } = await asking(asked, () =>
    securityLake.send(new ListDataLakesCommand({ regions: [region] })),
  );
  const lake = dataLakes.find((found) => found.region === region);
  const bucket = lake?.s3BucketArn?.split(':::').at(-1);
  if (lake === undefined || bucket === undefined) {
    throw new SluiceError(
      'lake_not_enabled',
      `Security Lake is not enabled in ${region} for these credentials. Enable it, or use the delegated administrator's account.`,
    );
  }
  const [, partition = 'aws', , , account = ''] = (lake.dataLakeArn ?? '').split(':');
  const key = lake.encryptionConfiguration?.kmsKeyId;
  const facts = { region, partition, account, bucket };
  return key === undefined || key === 'S3_MANAGED_KEY' ? facts : { ...facts, kmsKeyArn: keyArn(key, facts) };
}

function keyArn(
  key: string,
  { partition, region, account }: Pick<DataLakeFacts, 'partition' | 'region' | 'account'>,
): string {
  if (key.startsWith('arn:') && key.includes(':key/')) return key;
  const id = key.includes('alias/') ? '*' : key;
  return `arn:${partition}:kms:${region}:${account}:key/${id}`;
}
