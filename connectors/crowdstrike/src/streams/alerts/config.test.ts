import { expect, test } from 'vitest';
import { alertsConfig } from './config.ts';

const keys = { client_id: 'id', client_secret: 'not-a-real-secret' };

async function parsed(written: Record<string, unknown>): Promise<unknown> {
  const result = await alertsConfig['~standard'].validate({ ...keys, ...written });
  return result.issues === undefined ? result.value : undefined;
}

test('alerts are asked for every minute, of the last day at first, and five minutes once more', async () => {
  expect(await parsed({})).toEqual({
    ...keys,
    cloud: 'us-1',
    poll_every: 60_000,
    overlap: 300_000,
    look_back: 86_400_000,
    page_size: 500,
  });
});

test.each([
  [{ poll_every: '100ms' }, true],
  [{ poll_every: '99ms' }, false],
  [{ poll_every: '1h' }, true],
  [{ poll_every: '61m' }, false],
  [{ overlap: '1s' }, true],
  [{ overlap: '999ms' }, false],
  [{ overlap: '1h' }, true],
  [{ overlap: '61m' }, false],
  [{ look_back: '0s' }, true],
  [{ look_back: '365d' }, true],
  [{ look_back: '366d' }, false],
  [{ page_size: 1 }, true],
  [{ page_size: 0 }, false],
  [{ page_size: 1000 }, true],
  [{ page_size: 1001 }, false],
  [{ page_size: 1.5 }, false],
  [{ filter: 'x' }, true],
  [{ filter: '' }, false],
  [{ filter: 'x'.repeat(4000) }, true],
  [{ filter: 'x'.repeat(4001) }, false],
  [{ client_id: 'x' }, true],
  [{ client_id: '' }, false],
  [{ client_secret: '' }, false],
  [{ base_url: 'https://proxy.example.com' }, true],
  [{ base_url: 'proxy' }, false],
  [{ cloud: 'eu-1' }, true],
  [{ cloud: 'eu-9' }, false],
  [{ other: 1 }, false],
])('%o is taken: %s', async (written, isTaken) => {
  expect((await parsed(written)) !== undefined).toBe(isTaken);
});

test('a duration that is out of its bounds is told them', async () => {
  expect(await alertsConfig['~standard'].validate({ ...keys, look_back: '366d' })).toMatchObject({
    issues: [{ path: ['look_back'], message: 'expected 0s to 365d' }],
  });
});
