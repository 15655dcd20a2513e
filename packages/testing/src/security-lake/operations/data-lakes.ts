import { z } from 'zod';
import { region, regions, roleArn, tags } from '../constraints.ts';
import { operation, type Call, type Operation } from '../operation.ts';
import { bucketName, dataLakeArn, type Home } from '../resource-names.ts';
import { conflict, notFound } from '../service-error.ts';
import type { DataLake } from '../state.ts';

const days = z.int().min(1);
const configurations = z
  .array(
    z.object({
      region,
      encryptionConfiguration: z.object({ kmsKeyId: z.string().optional() }).optional(),
      lifecycleConfiguration: z
        .object({
          expiration: z.object({ days: days.optional() }).optional(),
          transitions: z.array(z.object({ days: days.optional(), storageClass: z.string().optional() })).optional(),
        })
        .optional(),
      replicationConfiguration: z.object({ regions: regions.optional(), roleArn: roleArn.optional() }).optional(),
    }),
  )
  .min(1);

const createDataLake: Operation = operation({
  name: 'CreateDataLake',
  method: 'POST',
  path: '/v1/datalake',
  input: z.object({ configurations, metaStoreManagerRoleArn: roleArn, tags: tags.optional() }),
  run({ configurations: wanted, tags: given = [] }, { state, home }) {
    const taken = wanted.find((lake) => state.dataLakes.has(lake.region));
    if (taken !== undefined)
      throw conflict('DataLake', taken.region, `Security Lake is enabled in ${taken.region} already.`);
    for (const lake of wanted) {
      state.dataLakes.set(lake.region, lake);
      const arn = dataLakeArn({ ...home, region: lake.region });
      state.tags.set(arn, new Map(given.map(({ key, value }) => [key, value])));
    }
    return { dataLakes: wanted.map((lake) => ({ ...resourceOf(lake, home), createStatus: 'INITIALIZED' })) };
  },
});

const updateDataLake: Operation = operation({
  name: 'UpdateDataLake',
  method: 'PUT',
  path: '/v1/datalake',
  input: z.object({ configurations, metaStoreManagerRoleArn: roleArn.optional() }),
  run({ configurations: wanted }, { state, home }) {
    const absent = wanted.find((lake) => !state.dataLakes.has(lake.region));
    if (absent !== undefined) throw notFound('DataLake', absent.region);
    const updated = wanted.map((lake) => ({ ...state.dataLakes.get(lake.region), ...lake, wasUpdated: true }));
    for (const lake of updated) state.dataLakes.set(lake.region, lake);
    return { dataLakes: updated.map((lake) => resourceOf(lake, home)) };
  },
});

const deleteDataLake: Operation = operation({
  name: 'DeleteDataLake',
  method: 'POST',
  path: '/v1/datalake/delete',
  input: z.object({ regions }),
  run({ regions: unwanted }, { state, home }) {
    const absent = unwanted.find((where) => !state.dataLakes.has(where));
    if (absent !== undefined) throw notFound('DataLake', absent);
    for (const where of unwanted) {
      state.dataLakes.delete(where);
      state.tags.delete(dataLakeArn({ ...home, region: where }));
      for (const sources of [state.customSources, state.awsSources])
        for (const [key, source] of sources) if (source.region === where) sources.delete(key);
    }
    return {};
  },
});

const listDataLakes: Operation = operation({
  name: 'ListDataLakes',
  method: 'GET',
  path: '/v1/datalakes',
  input: z.object({ regions: regions.optional() }),
  query: { regions: 'list' },
  run({ regions: wanted }, { state, home }) {
    const lakes = [...state.dataLakes.values()].filter((lake) => !wanted?.length || wanted.includes(lake.region));
    return { dataLakes: lakes.map((lake) => resourceOf(lake, home)) };
  },
});

export const dataLakeOperations: readonly Operation[] = [createDataLake, updateDataLake, deleteDataLake, listDataLakes];

/** The data lake of the region that was called. */
export function lakeOf({ state, home }: Pick<Call, 'state' | 'home'>): DataLake {
  const lake = state.dataLakes.get(home.region);
  if (lake === undefined) throw notFound('DataLake', home.region);
  return lake;
}

function resourceOf(lake: DataLake, { account }: Home): object {
  const home = { account, region: lake.region };
  const { region: where, encryptionConfiguration, lifecycleConfiguration, replicationConfiguration } = lake;
  return {
    dataLakeArn: dataLakeArn(home),
    region: where,
    s3BucketArn: `arn:aws:s3:::${bucketName(home)}`,
    encryptionConfiguration: { kmsKeyId: encryptionConfiguration?.kmsKeyId ?? 'S3_MANAGED_KEY' },
    lifecycleConfiguration,
    replicationConfiguration,
    createStatus: 'COMPLETED',
    ...(lake.wasUpdated === true ? { updateStatus: { requestId: dataLakeArn(home), status: 'COMPLETED' } } : {}),
  };
}
