import * as z from 'zod';
import type { ConfigFile } from './config-file.ts';
import { metricsSettings, rejectStormSettings, spoolSettings } from './delivery-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { duration, size } from '@sluice/connector/zod';

const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const regionName = /^[a-z0-9][a-z0-9-]{0,30}$/;
const accountName = /^(\d{12}|external|external_[A-Za-z0-9._-]{1,64})$/;
const roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
const sourceName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,19}$/;
const pipelineName = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const httpUrl = /^https?:\/\/[^\s/]{1,255}(\/\S*)?$/;
const s3Location = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S{0,900}$/;

const folder = z.string().min(1, 'expected the path of a folder');

const stateFolder = folder.refine(
  (path) => !path.startsWith('s3://'),
  'expected a folder; a bucket is written as { bucket: NAME, region: REGION, prefix: PREFIX/ }',
);

const region = z
  .string()
  .regex(regionName, 'expected an AWS region such as "us-east-1"')
  .meta({ description: 'AWS region of the lake: part of every object key and table name.' });

const role = {
  role_arn: z
    .string()
    .regex(roleArn, 'expected the ARN of a role: "arn:aws:iam::111122223333:role/name"')
    .optional()
    .meta({ description: 'Role to assume before writing: `provider.roleArn` in the answer of Security Lake.' }),
  external_id: z
    .string()
    .min(2, 'expected an external id of at least 2 characters')
    .max(1224)
    .optional()
    .meta({ description: 'External id to assume the role with: the one that the custom source was created with.' }),
};

const bucket = {
  bucket: z
    .string()
    .regex(bucketName, 'expected the name of a bucket: 3 to 63 lower-case letters, digits, "." and "-"')
    .meta({ description: 'Name of the bucket, without `s3://`.' }),
  region,
  endpoint: z
    .string()
    .regex(httpUrl, 'expected a URL such as "http://127.0.0.1:7480"')
    .optional()
    .meta({ description: 'URL of another S3-compatible server. Default: AWS.' }),
  path_style: z
    .boolean()
    .prefault(false)
    .meta({ description: 'Name the bucket in the path and not in the host; most servers that are not AWS want it.' }),
  checksums: z
    .enum(['when_supported', 'when_required'])
    .prefault('when_supported')
    .meta({ description: '`when_required` for servers that do not know the CRC32 trailer of newer AWS SDKs.' }),
  timeout: duration({ atLeast: '100ms', atMost: '10m' }).prefault('30s').meta({
    description: 'How long the server may be silent before a request counts as failed, and is tried again.',
  }),
  conditional_writes: z.boolean().prefault(true).meta({
    description:
      '`false` for servers that do not honour `If-None-Match`. An object that a crash interrupted is then put again: the same bytes under the same key, which subscribers may be notified of twice.',
  }),
  ...role,
};

const folderLake = z
  .strictObject({
    folder: folder.meta({ description: 'Folder that is the lake.' }),
    region: region.prefault('us-east-1'),
  })
  .meta({ description: 'A lake in a local folder.' });

const bucketLake = z
  .strictObject(bucket)
  .meta({ description: 'A lake in a bucket of Security Lake or any S3-compatible server.' });

const bucketDeadLetters = z
  .strictObject({
    ...bucket,
    prefix: z
      .string()
      .regex(/^([^/\s][^\s]{0,900})?$/, 'expected a key prefix without a leading "/"')
      .prefault('dead-letters/')
      .meta({ description: 'What every key begins with.' }),
  })
  .meta({ description: 'Dead letters in a bucket.' });

const bucketState = z
  .strictObject({
    bucket: bucket.bucket,
    region: region.meta({ description: 'AWS region of the bucket.' }),
    prefix: z
      .string()
      .regex(/^[^/\s][^\s]{0,900}\/$/, 'expected a key prefix that ends with "/" and does not begin with one')
      .prefault('sluice-state/')
      .meta({ description: 'What every key begins with. Two installations want two.' }),
    endpoint: bucket.endpoint,
    path_style: bucket.path_style,
    checksums: bucket.checksums,
    timeout: bucket.timeout,
    ...role,
  })
  .meta({
    description:
      'State in a bucket whose server honours `If-Match` and `If-None-Match`, for containers without a disk. A process that died is replaced after 30 seconds of silence.',
  });

const flush = {
  max_age: duration({ atLeast: '1s', atMost: '24h' }).meta({
    description:
      'An object is stored at the latest this long after its first event. Security Lake asks for 5 minutes to a day.',
  }),
  max_size: size({ atLeast: '64KiB', atMost: '4GiB' }).meta({
    description: 'An object that would weigh this much is stored.',
  }),
  max_memory: size({ atLeast: '1MiB', atMost: '64GiB' }).meta({
    description:
      'Memory for open objects. In `flush` it is for the whole process, shared by its pipelines in equal parts (8 MiB at least). Rows beyond it are spilled to the state folder, sorted and compressed; where there is no folder, a pipeline stores all its open objects when its part is used up.',
  }),
  max_spill: size({ atLeast: '0B', atMost: '16TiB' }).meta({
    description:
      'Disk for spilled rows of open objects. In `flush` it is for the whole process, in equal parts; a pipeline stores all its open objects when its part is used up. 0B: nothing is spilled, objects are stored when memory is used up.',
  }),
  max_objects: z.int().min(1, 'expected at least 1').max(100_000, 'expected at most 100000').meta({
    description: 'All are stored when this many (sources × accounts × days) are open, with `threads` on one of them.',
  }),
};

const wholeFlush = z.strictObject({
  max_age: flush.max_age.prefault('5m'),
  max_size: flush.max_size.prefault('256MiB'),
  max_memory: flush.max_memory.prefault('64MiB'),
  max_spill: flush.max_spill.prefault('2GiB'),
  max_objects: flush.max_objects.prefault(400),
});

const pipelineFlush = z.strictObject({
  max_age: flush.max_age.optional(),
  max_size: flush.max_size.optional(),
  max_memory: flush.max_memory.optional(),
  max_spill: flush.max_spill.optional(),
  max_objects: flush.max_objects.optional(),
});

const source = z
  .string()
  .regex(sourceName, 'expected 1 to 20 letters, digits, ".", "_" or "-", beginning with a letter or digit');

const sourceSettings = z.strictObject({
  name: source.meta({ description: 'Name of the custom source.' }),
  location: z.string().regex(s3Location, 'expected an S3 location such as "s3://bucket/ext/name/"').optional().meta({
    description: 'Where its objects go: `provider.location` in the answer of Security Lake. Default: `ext/<name>/`.',
  }),
  ...role,
});

const pipeline = z.strictObject({
  connector: z.string().min(1, 'expected the name of a connector').meta({
    description:
      'A built-in connector, the name of an installed package, or the path of a module (`./my-connector.ts`).',
  }),
  stream: z.string().optional().meta({ description: 'Stream of the connector. Optional where it has only one.' }),
  account: z
    .string()
    .regex(accountName, 'expected 12 digits, "external" or "external_<id>" (letters, digits, ".", "_", "-")')
    .meta({
      description: 'Account of events that name none of their own: 12 digits, or `external_<id>` for what is not AWS.',
    }),
  config: z
    .record(z.string(), z.unknown())
    .prefault({})
    .meta({ description: 'Settings of the stream; see the README of the connector.' }),
  sources: z
    .record(z.string(), z.union([source, sourceSettings]))
    .prefault({})
    .meta({
      description: 'Custom source of each OCSF class that the stream emits. Default: named after connector and class.',
    }),
  threads: z.int().min(0, 'expected at least 0').max(64, 'expected at most 64').prefault(0).meta({
    description: 'Threads that map and encode beside the one that reads. Each makes objects of its own. 0: none.',
  }),
  encoder: z.enum(['sluice', 'compatible', 'portable']).prefault('sluice').meta({
    description:
      'What writes Parquet: `sluice`; `compatible`, the same for readers that know the encodings of Parquet 1 only (Spark before 3.4), 6 % larger; or `portable`, which is parquetjs-lite: plain JavaScript, gzip and no zstd, some fifty times slower.',
  }),
  flush: pipelineFlush.prefault({}).meta({ description: 'Overrides of `flush` for this pipeline.' }),
  spool: spoolSettings.optional().meta({
    description:
      'A durable queue on disk in front of an input that pushes (syslog, HTTP): what is in it survives a crash, and is in the lake once. `{}` for the defaults. Without it, what was received and not yet stored is lost with the process.',
  }),
});

/** The one declaration of the configuration file. JSON Schema, reference pages and checks come out of it. */
export const configSchema: z.ZodType<ConfigFile> = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Version of this file format.' }),
    lake: z.union([folderLake, bucketLake]).meta({ description: 'Where events are stored.' }),
    state: z.union([stateFolder, bucketState]).prefault('./state').meta({
      description:
        'Folder, or bucket, for positions of inputs and for objects that wait to be stored. Keep it across restarts: without it every input is read from its beginning.',
    }),
    dead_letters: z.union([folder, bucketDeadLetters]).prefault('./dead-letters').meta({
      description: 'Folder or bucket that keeps records which could not become events, each with its reason.',
    }),
    flush: wholeFlush.prefault({}).meta({ description: 'When open objects are stored.' }),
    drain_limit: duration({ atLeast: '1s', atMost: '1h' })
      .prefault('60s')
      .meta({ description: 'Longest time to store what was received, after SIGTERM or Ctrl-C.' }),
    reject_storm: rejectStormSettings.prefault({}).meta({
      description:
        'When most of what comes in is rejected, the pipeline stops (exit code 65) before it fills the dead letters. `off`: never.',
    }),
    metrics: metricsSettings.optional().meta({ description: 'Metrics and health over HTTP while `sluice run` runs.' }),
    pipelines: z
      .record(
        z
          .string()
          .regex(
            pipelineName,
            'expected 1 to 63 lower-case letters, digits, "_" or "-", beginning with a letter or digit',
          ),
        pipeline,
      )
      .refine((pipelines) => Object.keys(pipelines).length > 0, 'expected at least one pipeline')
      .meta({ description: 'Pipelines by name. A name is part of the identity of its objects: keep it.' }),
  })
  .meta({ title: 'Sluice configuration' });

/** JSON Schema of what a user writes. */
export function configJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(configSchema, { io: 'input' }) };
}
