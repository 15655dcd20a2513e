import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registeredSource } from './registered-source.ts';

function locate(location: string | undefined): unknown {
  const resource = {
    sourceName: 'app',
    provider: { roleArn: 'arn:aws:iam::111122223333:role/r', ...(location === undefined ? {} : { location }) },
  };
  return registeredSource(resource, '111122223333', 'eu-west-1');
}

test.each(['s3://bucket/ext/app', 's3://bucket/ext/app/', 's3://bucket/ext/app///', 's3a://bucket/ext/app/'])(
  'a location has exactly one slash at its end: %s',
  (location) => {
    expect(locate(location)).toMatchObject({ location: 's3://bucket/ext/app/', bucket: 'bucket', prefix: 'ext/app/' });
  },
);

test.each([undefined, '', 's3://bucket', 's3://bucket/', 's3://bucket//', 'https://bucket/ext/app/'])(
  'refuses the location %s: nobody could write there',
  (location) => {
    expect(() => locate(location)).toThrow(/without a location/);
  },
);

test('takes any location in bounded time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (tail) => {
      try {
        locate(`s3://bucket/${tail}`);
      } catch (error) {
        expect(error).toMatchObject({ code: 'aws_failed' });
      }
    }),
  );
  const started = performance.now();
  expect(() => locate(`s3://bucket/${'/'.repeat(1_000_000)}`)).toThrow();
  expect(performance.now() - started).toBeLessThan(500);
});
