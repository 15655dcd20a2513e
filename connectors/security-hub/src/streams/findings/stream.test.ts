import type { Batch } from '@sluice/connector';
import { createBucketService, createQueueService, serve } from '@sluice/testing/upstreams';
import { expect, test } from 'vitest';
import { findings } from './stream.ts';

test('any number of readers may share the queue, which needs the rights to read it and the objects it announces', () => {
  expect(findings.shared).toBe(true);
  const grants = findings.permissions?.map(({ grant }) => grant);
  expect(grants).toEqual(expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 's3:GetObject']));
});

test('a finding is a message, or stands in an object that a message announces', async () => {
  const [sqs, s3] = [createQueueService(), createBucketService()];
  const servers = [await serve(sqs.service), await serve(s3.service)];
  const [queueEndpoint = '', bucketEndpoint = ''] = servers.map(({ endpoint }) => endpoint);
  try {
    const messages = sqs.queue('findings');
    messages.send('{"Id":"f-1"}');
    s3.bucket('exports').put('a.json', Buffer.from('{"Id":"f-2"}\n'));
    const announced = { bucket: { name: 'exports' }, object: { key: 'a.json', size: 13 } };
    messages.send(
      JSON.stringify({ Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: announced }] }),
    );
    const ids = await textsRead(2, {
      queue_url: sqs.urlOf(queueEndpoint, 'findings'),
      region: 'eu-central-1',
      s3_endpoint: bucketEndpoint,
      credentials: { access_key_id: 'AKIAEXAMPLE', secret_access_key: 'not a secret' },
      wait: '1s',
    });
    expect(ids.toSorted()).toEqual(['{"Id":"f-1"}', '{"Id":"f-2"}']);
  } finally {
    for (const server of servers) await server.close();
  }
});

async function textsRead(count: number, written: Record<string, unknown>): Promise<readonly string[]> {
  const result = await findings.config['~standard'].validate(written);
  if (result.issues !== undefined) throw new Error(JSON.stringify(result.issues));
  const nothing = (): undefined => undefined;
  const texts: string[] = [];
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const signal = new AbortController().signal;
  const context = { config: result.value, signal, log, now: Date.now, reportBacklog: nothing, reportDropped: nothing };
  for await (const batch of findings.read(context)) {
    texts.push(...textsIn(batch));
    await batch.settle?.({ kind: 'stored' });
    if (texts.length >= count) break;
  }
  return texts;
}

function textsIn({ bytes, bounds }: Batch): readonly string[] {
  return Array.from({ length: bounds.length / 2 }, (_, i) =>
    Buffer.from(bytes.subarray(bounds[2 * i], bounds[2 * i + 1])).toString(),
  );
}
