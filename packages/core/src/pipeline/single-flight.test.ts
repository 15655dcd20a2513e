import { expect, test } from 'vitest';
import { SingleFlight } from './single-flight.ts';

test('runs one task at a time, in the order of their starts', async () => {
  const flights = new SingleFlight();
  const seen: string[] = [];
  const task = (name: string) => async (): Promise<void> => {
    seen.push(`begin ${name}`);
    await Promise.resolve();
    seen.push(`end ${name}`);
  };
  await Promise.all([flights.start(task('a')), flights.start(task('b')), flights.start(task('c'))]);
  await flights.idle();
  expect(seen).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c']);
});

test('a failure reaches listeners at once and every later start', async () => {
  const flights = new SingleFlight();
  const errors: unknown[] = [];
  const stop = flights.onFailure((error) => errors.push(error));
  const failed = new Error('lost');
  await flights.start(() => Promise.reject(failed));
  await expect(flights.idle()).rejects.toBe(failed);
  await expect(flights.start(() => Promise.resolve())).rejects.toBe(failed);
  flights.onFailure((error) => errors.push(error));
  expect(errors).toEqual([failed, failed]);
  stop();
});

test('a task that has nothing to do leaves the way free', async () => {
  const flights = new SingleFlight();
  await flights.start(() => undefined);
  await flights.idle();
});
