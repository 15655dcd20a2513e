import type { Permission } from '@sluice/connector';
import type { MessageContent } from './announcement.ts';

/** The least that a stream needs to read a queue, for its `permissions`. */
export function queuePermissions(content: MessageContent): readonly Permission[] {
  const system = 'AWS IAM';
  const queue = [
    { system, grant: 'sqs:ReceiveMessage', on: '{queue_url}', why: 'Receives messages.' },
    { system, grant: 'sqs:DeleteMessage', on: '{queue_url}', why: 'Deletes a message once all of it is stored.' },
    {
      system,
      grant: 'sqs:ChangeMessageVisibility',
      on: '{queue_url}',
      why: 'Keeps a message hidden while it is at work, and gives back one that could not be stored.',
    },
  ];
  if (content === 'records') return queue;
  return [
    ...queue,
    { system, grant: 's3:GetObject', on: 'the objects that messages name', why: 'Reads those objects.' },
    {
      system,
      grant: 'kms:Decrypt',
      on: 'the key of that bucket',
      why: 'Reads objects that are encrypted with a key of its own; not needed otherwise.',
    },
  ];
}
