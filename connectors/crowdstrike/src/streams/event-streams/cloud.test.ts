import { expect, test } from 'vitest';
import { cloudNamed } from './cloud.ts';

test.each([
  ['aws', 'AWS'],
  ['AWS', 'AWS'],
  ['azure', 'Azure'],
  ['Gcp', 'GCP'],
  ['oci', 'OCI'],
  ['Example Cloud', 'Example Cloud'],
  ['constructor', 'constructor'],
])('the cloud %s is %s', (written, provider) => {
  expect(cloudNamed(written, undefined, undefined)).toEqual({ provider });
});

test('an account of AWS is said to be one, where the cloud is known at all', () => {
  expect(cloudNamed('AWS', '111122223333', 'eu-central-1')).toEqual({
    provider: 'AWS',
    account: { uid: '111122223333', type_id: 10 },
    region: 'eu-central-1',
  });
  expect(cloudNamed('gcp', 'example-project', undefined)).toEqual({
    provider: 'GCP',
    account: { uid: 'example-project' },
  });
  expect(cloudNamed(undefined, '111122223333', 'eu-central-1')).toBeUndefined();
});
