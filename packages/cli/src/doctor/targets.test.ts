import { expect, test } from 'vitest';
import { loadConfig } from '../config/load-config.ts';
import { folderWith } from '../testing/child.ts';
import { join } from 'node:path';
import { doctorTargets } from './targets.ts';

test('looks at each source once, through the server that the pipelines write to', async () => {
  const pipeline = (port: number): object => ({
    connector: 'syslog',
    account: 'external_office',
    config: { listen: [{ transport: 'udp', port }] },
    sources: {
      authentication: {
        name: 'auth',
        location: 's3://lake-bucket/ext/auth/',
        role_arn: 'arn:aws:iam::111122223333:role/r',
        external_id: 'x1',
      },
    },
  });
  const lake = { bucket: 'lake-bucket', region: 'eu-west-1', endpoint: 'http://127.0.0.1:1', path_style: true };
  const config = {
    version: 1,
    lake,
    state: './state',
    dead_letters: './dead',
    pipelines: { a: pipeline(5514), b: pipeline(5515) },
  };
  const { plan, problems } = await loadConfig(join(folderWith(JSON.stringify(config)), 'sluice.yaml'), {});
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (plan?.lake.kind !== 'bucket') throw new Error('The plan has to have a bucket.');
  const targets = doctorTargets(plan, plan.lake);
  expect(targets.filter(({ name }) => name === 'auth')).toEqual([
    {
      name: 'auth',
      bucket: 'lake-bucket',
      prefix: 'ext/auth/',
      roleArn: 'arn:aws:iam::111122223333:role/r',
      externalId: 'x1',
      s3: { endpoint: 'http://127.0.0.1:1', forcePathStyle: true },
    },
  ]);
});
