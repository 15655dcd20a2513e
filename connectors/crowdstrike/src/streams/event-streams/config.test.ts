import { expect, test } from 'vitest';
import { eventStreamsConfig } from './config.ts';

const keys = { client_id: 'id', client_secret: 'not-a-real-secret' };

async function parsed(written: Record<string, unknown>): Promise<unknown> {
  const result = await eventStreamsConfig['~standard'].validate({ ...keys, ...written });
  return result.issues === undefined ? result.value : undefined;
}

test('this consumer is called sluice where nothing else is said', async () => {
  expect(await parsed({})).toEqual({ ...keys, cloud: 'us-1', app_id: 'sluice' });
});

test.each([
  [{ app_id: 'a' }, true],
  [{ app_id: 'Sluice_2-b' }, true],
  [{ app_id: 'x'.repeat(32) }, true],
  [{ app_id: 'x'.repeat(33) }, false],
  [{ app_id: '' }, false],
  [{ app_id: 'a b' }, false],
  [{ app_id: 'a&b' }, false],
  [{ other: 1 }, false],
])('%o is taken: %s', async (written, isTaken) => {
  expect((await parsed(written)) !== undefined).toBe(isTaken);
});

test('the name of a consumer that is none says what it has to be', async () => {
  expect(await eventStreamsConfig['~standard'].validate({ ...keys, app_id: 'a b' })).toMatchObject({
    issues: [{ path: ['app_id'], message: 'expected 1 to 32 letters, digits, "_" or "-"' }],
  });
});
