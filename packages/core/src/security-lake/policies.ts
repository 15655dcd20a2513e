import type { DataLakeFacts } from './describe-lake.ts';
import type { RegisteredSource } from './registered-source.ts';

/** A policy document of IAM. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface Statement {
  /** What the statement is for. */
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** AWS's managed policy that a crawler needs beside ours. */
export function glueServicePolicyArn(partition: string): string {
  return `arn:${partition}:iam::aws:policy/service-role/AWSGlueServiceRole`;
}

/** Trust policy of a crawler role: AWS Glue and nobody else. */
export function crawlerTrust(): PolicyDocument {
  return document({
    Sid: 'GlueRunsTheCrawler',
    Effect: 'Allow',
    Action: ['sts:AssumeRole'],
    Principal: { Service: 'glue.amazonaws.com' },
  });
}

/** What a crawler role may do: read and write below `ext/`, where all custom sources are, and use the lake's key. */
export function crawlerPolicy({ partition, bucket, kmsKeyArn }: DataLakeFacts): PolicyDocument {
  return document(
    {
      Sid: 'ObjectsOfCustomSources',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `arn:${partition}:s3:::${bucket}/ext/*`,
    },
    ...keyUse(partition, bucket, kmsKeyArn),
  );
}

/** What a role may do that writes one custom source: put objects below its prefix, and nothing else. */
export function writerPolicy(
  source: Pick<RegisteredSource, 'bucket' | 'prefix'>,
  lake: Pick<DataLakeFacts, 'partition' | 'kmsKeyArn'>,
): PolicyDocument {
  const { partition, kmsKeyArn } = lake;
  return document(
    {
      Sid: 'PutObjectsOfTheSource',
      Effect: 'Allow',
      Action: ['s3:PutObject'],
      Resource: `arn:${partition}:s3:::${source.bucket}/${source.prefix}*`,
    },
    ...keyUse(partition, source.bucket, kmsKeyArn),
  );
}

/** Trust policy of a role that a writer in another account assumes. */
export function writerTrust(partition: string, principal: string, externalId: string): PolicyDocument {
  return document({
    Sid: 'TheWriterWithItsExternalId',
    Effect: 'Allow',
    Action: ['sts:AssumeRole'],
    Principal: { AWS: `arn:${partition}:iam::${principal}:root` },
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  });
}

/** What the identity of a running pipeline may do: assume the provider roles of its sources. */
export function pipelinePolicy(roleArns: readonly string[]): PolicyDocument {
  return document({
    Sid: 'AssumeTheProviderRoles',
    Effect: 'Allow',
    Action: ['sts:AssumeRole'],
    Resource: [...new Set(roleArns)].toSorted(),
  });
}

/**
 * What the caller of `sluice source create` and `delete` may do: the API itself, what Security Lake does with the caller's
 * rights (user guide: custom sources), the crawler role, and the crawler that Security Lake leaves behind.
 */
export function registrarPolicy({ partition, account, region, bucket, kmsKeyArn }: DataLakeFacts): PolicyDocument {
  const iam = `arn:${partition}:iam::${account}:role`;
  const glue = `arn:${partition}:glue:${region}:${account}`;
  return document(
    {
      Sid: 'CustomSources',
      Effect: 'Allow',
      Action: [
        'securitylake:CreateCustomLogSource',
        'securitylake:DeleteCustomLogSource',
        'securitylake:GetDataLakeSources',
        'securitylake:ListDataLakes',
        'securitylake:ListLogSources',
      ],
      Resource: '*',
    },
    {
      Sid: 'CatalogueOfTheLake',
      Effect: 'Allow',
      Action: [
        'glue:CreateCrawler',
        'glue:CreateDatabase',
        'glue:CreateTable',
        'glue:DeleteCrawler',
        'glue:GetCrawler',
        'glue:StopCrawler',
        'glue:StopCrawlerSchedule',
      ],
      Resource: [
        `${glue}:catalog`,
        `${glue}:crawler/*`,
        `${glue}:database/amazon_security_lake_glue_db_*`,
        `${glue}:table/amazon_security_lake_glue_db_*/*`,
      ],
    },
    {
      Sid: 'ProviderRoles',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
      Resource: [`${iam}/AmazonSecurityLake-Provider-*`, `${iam}/service-role/AmazonSecurityLake-Provider-*`],
    },
    {
      Sid: 'TheCrawlerRole',
      Effect: 'Allow',
      Action: ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:GetRole', 'iam:PassRole', 'iam:PutRolePolicy'],
      Resource: `${iam}/SluiceCrawler-*`,
    },
    {
      Sid: 'LakeFormationGrants',
      Effect: 'Allow',
      Action: ['lakeformation:GrantPermissions', 'lakeformation:RegisterResource'],
      Resource: '*',
    },
    {
      Sid: 'ThePrefix',
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:PutObject'],
      Resource: [`arn:${partition}:s3:::${bucket}`, `arn:${partition}:s3:::${bucket}/ext/*`],
    },
    ...(kmsKeyArn === undefined
      ? []
      : [
          {
            Sid: 'TheKeyOfTheLake',
            Effect: 'Allow',
            Action: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:GenerateDataKey'],
            Resource: kmsKeyArn,
          } as const,
        ]),
  );
}

/** Encryption and decryption by S3 on the role's behalf, of this bucket's objects only. */
function keyUse(partition: string, bucket: string, kmsKeyArn: string | undefined): readonly Statement[] {
  if (kmsKeyArn === undefined) return [];
  const arn = `arn:${partition}:s3:::${bucket}`;
  return [
    {
      Sid: 'TheKeyOfTheLake',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: kmsKeyArn,
      Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': [arn, `${arn}/*`] } },
    },
  ];
}

function document(...statements: readonly Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
