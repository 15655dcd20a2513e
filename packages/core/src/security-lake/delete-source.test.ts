import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteSource } from './delete-source.ts';
import { emulatedPlane, patience, request, type EmulatedPlane } from './emulated-plane.fixture.ts';
import { ensureSource } from './ensure-source.ts';

let aws: EmulatedPlane;
beforeEach(() => (aws = emulatedPlane()));
afterEach(() => aws.close());

test('deletes the crawler with the source, so that the name is free again', async () => {
  const { source } = await ensureSource(aws.plane, request(), patience);
  const { wasThere, stays } = await deleteSource(aws.plane, 'syslog-auth', undefined, patience);
  expect(wasThere).toBe(true);
  expect(stays).toContain(`the objects under ${source.location}`);
  expect((await ensureSource(aws.plane, request(), patience)).outcome).toBe('created');
});

test('finds nothing to do where there is nothing', async () => {
  expect(await deleteSource(aws.plane, 'nobody', undefined, patience)).toEqual({ wasThere: false, stays: [] });
});

test('waits out a conflict', async () => {
  await ensureSource(aws.plane, request(), patience);
  aws.emulator.fail('DeleteCustomLogSource', 'conflict', 2);
  expect((await deleteSource(aws.plane, 'syslog-auth', undefined, patience)).wasThere).toBe(true);
});

test('names the permission that is missing', async () => {
  await ensureSource(aws.plane, request(), patience);
  aws.emulator.fail('DeleteCustomLogSource', 'access-denied');
  await expect(deleteSource(aws.plane, 'syslog-auth', undefined, patience)).rejects.toMatchObject({
    code: 'aws_denied',
    message: expect.stringContaining('securitylake:DeleteCustomLogSource on syslog-auth'),
  });
});
