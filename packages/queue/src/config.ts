import { duration, secret, size } from '@sluice/connector/zod';
import * as z from 'zod';

/** Whose credentials read the queue and its objects, where they are not those of the host. */
export interface QueueCredentials {
  readonly access_key_id?: string | undefined;
  readonly secret_access_key?: string | undefined;
  readonly session_token?: string | undefined;
  readonly role_arn?: string | undefined;
  readonly external_id?: string | undefined;
}

/** What a user writes about a queue, as it is once parsed. */
export interface QueueConfig {
  readonly queue_url: string;
  readonly region?: string | undefined;
  readonly credentials?: QueueCredentials | undefined;
  readonly sqs_endpoint?: string | undefined;
  readonly s3_endpoint?: string | undefined;
  readonly visibility_timeout: number;
  readonly wait: number;
  readonly concurrency: number;
  readonly max_in_flight: number;
  readonly give_up_after: number;
  readonly max_object: number;
  readonly max_uncompressed: number;
  readonly max_record: number;
}

const credentials = z
  .strictObject({
    access_key_id: z.string().min(1).optional().describe('Access key of a user, where there is one.'),
    secret_access_key: secret().optional().describe('Its secret.'),
    session_token: secret().optional().describe('Its session token, where the keys are temporary.'),
    role_arn: z
      .string()
      .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/, 'expected the ARN of an IAM role')
      .optional()
      .describe('Role to assume, by those keys or by the credentials of the host.'),
    external_id: z.string().min(2).optional().describe('External id that the role asks for.'),
  })
  .refine((given) => (given.access_key_id === undefined) === (given.secret_access_key === undefined), {
    error: 'access_key_id and secret_access_key go together',
  })
  .refine((given) => given.external_id === undefined || given.role_arn !== undefined, {
    error: 'external_id is for a role: role_arn is missing',
  });

/** Keys that a stream reading a queue has in its configuration: `z.strictObject({ ...queueShape, … })`. */
export const queueShape: {
  readonly queue_url: z.ZodURL;
  readonly region: z.ZodOptional<z.ZodString>;
  readonly credentials: z.ZodOptional<z.ZodType<QueueCredentials, QueueCredentials>>;
  readonly sqs_endpoint: z.ZodOptional<z.ZodURL>;
  readonly s3_endpoint: z.ZodOptional<z.ZodURL>;
  readonly visibility_timeout: z.ZodPrefault<z.ZodType<number, string>>;
  readonly wait: z.ZodPrefault<z.ZodType<number, string>>;
  readonly concurrency: z.ZodDefault<z.ZodNumber>;
  readonly max_in_flight: z.ZodDefault<z.ZodNumber>;
  readonly give_up_after: z.ZodDefault<z.ZodNumber>;
  readonly max_object: z.ZodPrefault<z.ZodType<number, string>>;
  readonly max_uncompressed: z.ZodPrefault<z.ZodType<number, string>>;
  readonly max_record: z.ZodPrefault<z.ZodType<number, string>>;
} = {
  queue_url: z.url().describe('URL of the SQS queue.'),
  region: z
    .string()
    .min(1)
    .optional()
    .describe('Region of queue and bucket. Default: the one in the URL of the queue.'),
  credentials: credentials
    .optional()
    .describe(
      'Credentials for queue and objects, apart from those of the lake. Default: what the host has (environment, profile, instance role).',
    ),
  sqs_endpoint: z.url().optional().describe('Another server that speaks SQS, or a VPC endpoint.'),
  s3_endpoint: z.url().optional().describe('Another server that speaks S3, or a VPC endpoint.'),
  visibility_timeout: duration({ atLeast: '30s', atMost: '12h' })
    .prefault('15m')
    .describe('How long a received message is hidden from others; extended while it is at work.'),
  wait: duration({ atLeast: '1s', atMost: '20s' }).prefault('20s').describe('How long one request waits for messages.'),
  concurrency: z.int().min(1).max(64).default(4).describe('How many objects are read at a time.'),
  max_in_flight: z
    .int()
    .min(1)
    .max(100_000)
    .default(2000)
    .describe('Most messages that are received and not yet stored.'),
  give_up_after: z
    .int()
    .min(1)
    .max(1000)
    .default(5)
    .describe('How often a message is tried whose object cannot be read, before it becomes a dead letter.'),
  max_object: size({ atLeast: '1KiB', atMost: '1000GiB' })
    .prefault('2GiB')
    .describe('A larger object is not read; its message becomes a dead letter.'),
  max_uncompressed: size({ atLeast: '1KiB', atMost: '1000GiB' })
    .prefault('20GiB')
    .describe('No more than this is taken out of a compressed object.'),
  max_record: size({ atLeast: '1KiB', atMost: '64MiB' })
    .prefault('4MiB')
    .describe('A longer record is rejected; its dead letter holds its beginning.'),
};
