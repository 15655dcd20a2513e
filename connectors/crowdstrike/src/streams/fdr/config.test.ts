import { expect, test } from 'vitest';
import { fdrConfig } from './config.ts';

async function parsed(written: Record<string, unknown>): Promise<unknown> {
  const queue_url = 'https://sqs.us-west-1.amazonaws.com/111122223333/cs-prod-example';
  const result = await fdrConfig['~standard'].validate({ queue_url, ...written });
  return result.issues === undefined ? result.value : undefined;
}

test('events get what the inventory says of their hosts, of which a hundred thousand are kept', async () => {
  expect(await parsed({})).toMatchObject({ host_inventory: true, max_hosts: 100_000 });
});

test.each([
  [{ max_hosts: 1 }, true],
  [{ max_hosts: 10_000_000 }, true],
  [{ max_hosts: 0 }, false],
  [{ max_hosts: 10_000_001 }, false],
  [{ host_cache: 'a' }, true],
  [{ host_cache: '' }, false],
  [{ host_inventory: 'no' }, false],
])('%j is taken: %s', async (written, isTaken) => {
  expect((await parsed(written)) !== undefined).toBe(isTaken);
});

test('the file of the inventory is a path, so that what runs it can resolve it', () => {
  expect(fdrConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' })).toMatchObject({
    properties: { host_cache: { format: 'path' } },
  });
});
