import { expect, it } from 'vitest';
import { z } from 'zod';
import { minimalConfig } from './minimal-config.ts';

it('says what is required, and no more, so that the schema takes it', () => {
  const schema = z.object({
    listen: z.array(
      z.object({ transport: z.enum(['udp', 'tcp']), port: z.int().min(514), note: z.string().optional() }),
    ),
    queue: z.url(),
    zone: z.string().default('UTC'),
    follow: z.boolean(),
    source: z.union([z.object({ kind: z.literal('file'), path: z.string() }), z.string()]),
    extra: z.string().optional(),
  });
  const config = minimalConfig(z.toJSONSchema(schema, { io: 'input' }));
  expect(config).toEqual({
    listen: [{ transport: 'udp', port: 514 }],
    queue: expect.stringMatching(/^https:/),
    follow: false,
    source: { kind: 'file', path: 'x' },
  });
  expect(schema.safeParse(config).success).toBe(true);
});

it('gives nothing for what is no schema, and ends where one holds itself', () => {
  expect(minimalConfig(true)).toBeUndefined();
  const endless: Record<string, unknown> = { type: 'object', required: ['again'] };
  endless['properties'] = { again: endless };
  expect(JSON.stringify(minimalConfig(endless)).length).toBeLessThan(200);
});
