/**
 * Lengths and patterns of request members, as the API model states them. What the user guide adds (names of at most 20
 * characters) is with the operation that needs it.
 */
import { z } from 'zod';

export const sourceName: z.ZodString = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w\-:.]*$/);
export const sourceVersion: z.ZodString = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[A-Za-z0-9\-._]*$/);
export const eventClass: z.ZodString = z.string().regex(/^[A-Z_0-9]*$/);
const externalId: z.ZodString = z
  .string()
  .min(2)
  .max(1224)
  .regex(/^[\w+=,.@:/-]*$/);
/** An account or a service; not the ARN of a role. */
const principal: z.ZodString = z.string().regex(/^([0-9]{12}|[a-z0-9.-]*\.(amazonaws|amazon)\.com)$/);
export const roleArn: z.ZodString = z.string().regex(/^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-/]+$/);
export const region: z.ZodString = z
  .string()
  .regex(/^(us(-gov)?|af|ap|ca|eu|me|sa)-(central|north|(north(?:east|west))|south|south(?:east|west)|east|west)-\d+$/);
const accountId: z.ZodString = z.string().regex(/^[0-9]{12}$/);
export const uuid: z.ZodString = z.string().regex(/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/);
export const description: z.ZodString = z.string().regex(/^[\\\w\s\-:/,.@=+]*$/);
export const safeString: z.ZodString = z.string().regex(/^[\\\w\-:/.@=+]*$/);
export const protocol: z.ZodString = z.string().regex(/^[a-z-]*$/);
export const httpsEndpoint: z.ZodString = z.string().regex(/^https?:\/\/.+$/);
export const resourceArn: z.ZodString = z
  .string()
  .min(1)
  .max(1011)
  .regex(/^arn:(aws|aws-us-gov|aws-cn):securitylake:[\w/.-]{0,63}:[\w/.-]{0,63}:[A-Za-z0-9][\w/.-]{0,127}$/);
/** The model's pattern nests quantifiers; this says the same in linear time. */
const location: z.ZodString = z
  .string()
  .max(1024)
  .regex(/^s3[an]?:\/\/[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]\/[^/].*$/);

export const maxResults: z.ZodNumber = z.int().min(1).max(100);
export const nextToken: z.ZodString = z.string().max(2048);
export const regions: z.ZodArray<z.ZodString> = z.array(region);
export const accounts: z.ZodArray<z.ZodString> = z.array(accountId);

const awsSourceNames = [
  'ROUTE53',
  'VPC_FLOW',
  'SH_FINDINGS',
  'CLOUD_TRAIL_MGMT',
  'LAMBDA_EXECUTION',
  'S3_DATA',
  'EKS_AUDIT',
  'WAF',
] as const;
export type AwsSourceName = (typeof awsSourceNames)[number];
export const awsSourceName: z.ZodType<AwsSourceName> = z.enum(awsSourceNames);
export const awsSourceVersion: z.ZodString = z.string().regex(/^(latest|[0-9]\.[0-9])$/);

export interface Identity {
  readonly principal: string;
  readonly externalId: string;
}
export const identity: z.ZodType<Identity> = z.object({ principal, externalId });

export interface Tag {
  readonly key: string;
  readonly value: string;
}
const tagKey = z.string().min(1).max(128);
export const tagKeys: z.ZodType<readonly string[]> = z.array(tagKey).max(50);
export const tags: z.ZodType<readonly Tag[]> = z.array(z.object({ key: tagKey, value: z.string().max(256) })).max(50);

interface AwsSourceReference {
  readonly awsLogSource: {
    readonly sourceName?: AwsSourceName | undefined;
    readonly sourceVersion?: string | undefined;
  };
}
interface CustomSourceReference {
  readonly customLogSource: { readonly sourceName?: string | undefined; readonly sourceVersion?: string | undefined };
}
export type SourceReference = AwsSourceReference | CustomSourceReference;

const glueArn = z.string().min(1).max(1011);
/** A union: exactly one of the two. Members that the service fills in may come back and are not looked at. */
export const sourceReferences: z.ZodType<readonly SourceReference[]> = z.array(
  z.union([
    z.strictObject({
      awsLogSource: z.object({ sourceName: awsSourceName.optional(), sourceVersion: awsSourceVersion.optional() }),
    }),
    z.strictObject({
      customLogSource: z.object({
        sourceName: sourceName.optional(),
        sourceVersion: sourceVersion.optional(),
        attributes: z
          .object({ crawlerArn: glueArn.optional(), databaseArn: glueArn.optional(), tableArn: glueArn.optional() })
          .optional(),
        provider: z.object({ roleArn: roleArn.optional(), location: location.optional() }).optional(),
      }),
    }),
  ]),
);
