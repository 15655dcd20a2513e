import type { ConfigSchema, Stream } from '@sluice/connector';
import { queuePermissions, queueShape, readQueue, rejectProblem, type QueueConfig } from '@sluice/queue';
import * as z from 'zod';
import { emits } from '../../finding/columns.ts';
import { createRecordMapper } from '../../map.ts';

const mapRecord = createRecordMapper();

const config: ConfigSchema<QueueConfig> = z.strictObject(queueShape);

/** Findings as EventBridge sends them, through an SQS queue; or exports of findings in S3, announced on one. */
export const findings: Stream<QueueConfig, 'json'> = {
  name: 'findings',
  description: 'Findings that EventBridge sends to an SQS queue, as they are made and updated.',
  config,
  delivery: 'at-least-once',
  format: 'json',
  shared: true,
  emits,
  permissions: queuePermissions('both'),
  read: (context) => readQueue(context, { content: 'both' }),
  map: (record, context) => rejectProblem(record, context.origin) ?? mapRecord(record),
};
