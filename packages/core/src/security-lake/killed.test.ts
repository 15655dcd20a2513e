import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureCrawlerRole } from './crawler-role.ts';
import { deleteSource } from './delete-source.ts';
import { describeLake } from './describe-lake.ts';
import { emulatedPlane, request, type EmulatedPlane } from './emulated-plane.fixture.ts';
import { ensureSource, type EnsuredSource } from './ensure-source.ts';
import { findRole } from './crawler-role.ts';
import { listSources } from './list-sources.ts';

const noPatience = { tries: 1 };
let aws: EmulatedPlane;
beforeEach(() => (aws = emulatedPlane('arn:aws:kms:eu-west-1:111122223333:key/0a')));
afterEach(() => aws.close());

/** What `sluice source create` does: role and source, in a process of its own. */
async function register(): Promise<EnsuredSource> {
  const plane = aws.another();
  const crawlerRoleArn = await ensureCrawlerRole(plane, await describeLake(plane), { settleMs: 0 });
  return ensureSource(plane, request({ crawlerRoleArn }), noPatience);
}

async function unregister(): Promise<unknown> {
  return deleteSource(aws.another(), 'syslog-auth', undefined, noPatience);
}

test('a creation that is killed at any request is finished by the next', async () => {
  const whole = await register();
  const requests = aws.requests();
  expect(requests).toBeGreaterThanOrEqual(7);
  for (let at = 1; at <= requests; at++) {
    for (const when of ['before', 'after'] as const) {
      aws.close();
      aws = emulatedPlane('arn:aws:kms:eu-west-1:111122223333:key/0a');
      aws.breakAt(at, when);
      await expect(register(), `${when} request ${at}`).rejects.toMatchObject({ code: 'aws_unreachable' });
      aws.mend();
      const { source, externalId } = await register();
      expect(source).toEqual(whole.source);
      expect(externalId).toMatch(/^sluice-[0-9a-f]{32}$/);
      expect(await listSources(aws.plane)).toHaveLength(1);
      expect(await findRole(aws.plane, 'SluiceCrawler-eu-west-1')).toBeDefined();
      expect((await register()).externalId).toBe(externalId);
    }
  }
}, 30_000);

test('a deletion that is killed at any request is finished by the next', async () => {
  await register();
  aws.mend();
  await unregister();
  const requests = aws.requests();
  expect(requests).toBe(3);
  for (let at = 1; at <= requests; at++) {
    for (const when of ['before', 'after'] as const) {
      aws.mend();
      await register();
      aws.breakAt(at, when);
      await expect(unregister(), `${when} request ${at}`).rejects.toMatchObject({ code: 'aws_unreachable' });
      aws.mend();
      await unregister();
      expect(await listSources(aws.plane)).toEqual([]);
      expect((await register()).outcome).toBe('created');
      await unregister();
    }
  }
}, 30_000);
