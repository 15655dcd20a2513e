import { z } from 'zod';
import { httpsEndpoint, roleArn, uuid } from '../constraints.ts';
import { operation, type Call, type Operation } from '../operation.ts';
import { conflict, notFound } from '../service-error.ts';
import type { Notification, Subscriber } from '../state.ts';
import { endpointOf, subscriberOf } from './subscribers.ts';

const path = '/v1/subscribers/{subscriberId}/notification';
/** A union: exactly one of the two. */
const configuration = z.union([
  z.strictObject({ sqsNotificationConfiguration: z.object({}) }),
  z.strictObject({
    httpsNotificationConfiguration: z.object({
      endpoint: httpsEndpoint,
      targetRoleArn: roleArn,
      httpMethod: z.enum(['POST', 'PUT']).optional(),
      authorizationApiKeyName: z.string().optional(),
      authorizationApiKeyValue: z.string().optional(),
    }),
  }),
]);
const input = z.object({ subscriberId: uuid, configuration });

const createSubscriberNotification: Operation = operation({
  name: 'CreateSubscriberNotification',
  method: 'POST',
  path,
  input,
  run({ subscriberId, configuration: wanted }, call) {
    const subscriber = subscriberOf(subscriberId, call);
    if (subscriber.notification !== undefined)
      throw conflict(
        'SubscriberNotification',
        subscriberId,
        'A subscriber has one notification, and this one has it already.',
      );
    return notify(subscriber, notificationOf(wanted), call);
  },
});

const updateSubscriberNotification: Operation = operation({
  name: 'UpdateSubscriberNotification',
  method: 'PUT',
  path,
  input,
  run: ({ subscriberId, configuration: wanted }, call) =>
    notify(notifiedSubscriber(subscriberId, call), notificationOf(wanted), call),
});

const deleteSubscriberNotification: Operation = operation({
  name: 'DeleteSubscriberNotification',
  method: 'DELETE',
  path,
  input: z.object({ subscriberId: uuid }),
  run({ subscriberId }, call) {
    notify(notifiedSubscriber(subscriberId, call), undefined, call);
    return {};
  },
});

export const subscriberNotificationOperations: readonly Operation[] = [
  createSubscriberNotification,
  updateSubscriberNotification,
  deleteSubscriberNotification,
];

function notify(subscriber: Subscriber, notification: Notification | undefined, { state, home }: Call): object {
  const updated = { ...subscriber, notification };
  state.subscribers.set(subscriber.id, updated);
  return { subscriberEndpoint: endpointOf(updated, home) };
}

function notifiedSubscriber(id: string, call: Call): Subscriber {
  const subscriber = subscriberOf(id, call);
  if (subscriber.notification === undefined) throw notFound('SubscriberNotification', id);
  return subscriber;
}

function notificationOf(wanted: z.output<typeof configuration>): Notification {
  if ('sqsNotificationConfiguration' in wanted) return { kind: 'sqs' };
  const { endpoint, httpMethod = 'POST' } = wanted.httpsNotificationConfiguration;
  return { kind: 'https', endpoint, httpMethod };
}
