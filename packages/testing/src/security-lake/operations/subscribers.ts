import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  description,
  identity,
  maxResults,
  nextToken,
  sourceReferences,
  tags,
  uuid,
  type SourceReference,
} from '../constraints.ts';
import { operation, type Call, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { bucketName, queueArn, subscriberArn, type Home } from '../resource-names.ts';
import { badRequest, ServiceError } from '../service-error.ts';
import type { Subscriber } from '../state.ts';
import { lakeOf } from './data-lakes.ts';

/** User guide: at most ten sources for a subscriber. */
const mostSources = 10;

const createSubscriber: Operation = operation({
  name: 'CreateSubscriber',
  method: 'POST',
  path: '/v1/subscribers',
  input: z.object({
    subscriberName: z.string().max(64),
    subscriberIdentity: identity,
    sources: sourceReferences,
    accessTypes: z.array(z.enum(['LAKEFORMATION', 'S3'])).optional(),
    subscriberDescription: description.optional(),
    tags: tags.optional(),
  }),
  run(input, call) {
    const { state, home } = call;
    lakeOf(call);
    checkSources(input.sources);
    const at = new Date(call.now()).toISOString();
    const subscriber: Subscriber = {
      region: home.region,
      id: randomUUID(),
      name: input.subscriberName,
      description: input.subscriberDescription,
      identity: input.subscriberIdentity,
      sources: input.sources,
      accessTypes: input.accessTypes?.length ? input.accessTypes : ['S3'],
      createdAt: at,
      updatedAt: at,
    };
    state.subscribers.set(subscriber.id, subscriber);
    const given = (input.tags ?? []).map(({ key, value }) => [key, value] as const);
    state.tags.set(subscriberArn(home, subscriber.id), new Map(given));
    return { subscriber: resourceOf(subscriber, home) };
  },
});

const getSubscriber: Operation = operation({
  name: 'GetSubscriber',
  method: 'GET',
  path: '/v1/subscribers/{subscriberId}',
  input: z.object({ subscriberId: uuid }),
  run: ({ subscriberId }, call) => ({ subscriber: resourceOf(subscriberOf(subscriberId, call), call.home) }),
});

const updateSubscriber: Operation = operation({
  name: 'UpdateSubscriber',
  method: 'PUT',
  path: '/v1/subscribers/{subscriberId}',
  input: z.object({
    subscriberId: uuid,
    sources: sourceReferences.optional(),
    subscriberIdentity: identity.optional(),
    subscriberName: z
      .string()
      .max(64)
      .regex(/^[\\\w\-:/.@=+]*$/)
      .optional(),
    subscriberDescription: description.optional(),
  }),
  run(input, call) {
    const old = subscriberOf(input.subscriberId, call);
    if (input.sources !== undefined) checkSources(input.sources);
    const updated: Subscriber = {
      ...old,
      sources: input.sources ?? old.sources,
      identity: input.subscriberIdentity ?? old.identity,
      name: input.subscriberName ?? old.name,
      description: input.subscriberDescription ?? old.description,
      updatedAt: new Date(call.now()).toISOString(),
    };
    call.state.subscribers.set(old.id, updated);
    return { subscriber: resourceOf(updated, call.home) };
  },
});

const deleteSubscriber: Operation = operation({
  name: 'DeleteSubscriber',
  method: 'DELETE',
  path: '/v1/subscribers/{subscriberId}',
  input: z.object({ subscriberId: uuid }),
  run({ subscriberId }, call) {
    const { id } = subscriberOf(subscriberId, call);
    call.state.subscribers.delete(id);
    call.state.tags.delete(subscriberArn(call.home, id));
    return {};
  },
});

const listSubscribers: Operation = operation({
  name: 'ListSubscribers',
  method: 'GET',
  path: '/v1/subscribers',
  input: z.object({ maxResults: maxResults.optional(), nextToken: nextToken.optional() }),
  query: { maxResults: 'integer', nextToken: 'text' },
  run(input, call) {
    const here = [...call.state.subscribers.values()].filter(({ region }) => region === call.home.region);
    const { entries, ...rest } = pageOf(here, input, 'ListSubscribers', call);
    return { subscribers: entries.map((subscriber) => resourceOf(subscriber, call.home)), ...rest };
  },
});

export const subscriberOperations: readonly Operation[] = [
  createSubscriber,
  getSubscriber,
  updateSubscriber,
  deleteSubscriber,
  listSubscribers,
];

/**
 * The subscriber of the region that was called. AWS does not say that one does not exist: it answers that the caller is
 * not authorized (observed by Terraform's provider).
 */
export function subscriberOf(id: string, { state, home }: Pick<Call, 'state' | 'home'>): Subscriber {
  const subscriber = state.subscribers.get(id);
  if (subscriber === undefined || subscriber.region !== home.region) throw noSuchSubscriber(home, id);
  return subscriber;
}

function noSuchSubscriber(home: Home, id: string): ServiceError {
  const caller = `arn:aws:iam::${home.account}:user/emulated`;
  const what = `securitylake:GetSubscriber on resource: ${subscriberArn(home, id)}`;
  return new ServiceError('AccessDeniedException', `User: ${caller} is not authorized to perform: ${what}`);
}

/** Where its notifications go; undefined as long as it has none. */
export function endpointOf({ notification, id }: Subscriber, home: Home): string | undefined {
  if (notification === undefined) return undefined;
  return notification.kind === 'sqs' ? queueArn(home, id) : notification.endpoint;
}

function checkSources(sources: readonly SourceReference[]): void {
  if (sources.length > mostSources) throw badRequest(`sources: at most ${mostSources} for a subscriber.`);
}

function resourceOf(subscriber: Subscriber, home: Home): object {
  const { id } = subscriber;
  return {
    subscriberId: id,
    subscriberArn: subscriberArn(home, id),
    subscriberName: subscriber.name,
    subscriberDescription: subscriber.description,
    subscriberIdentity: subscriber.identity,
    sources: subscriber.sources,
    accessTypes: subscriber.accessTypes,
    subscriberStatus: 'ACTIVE',
    subscriberEndpoint: endpointOf(subscriber, home),
    createdAt: subscriber.createdAt,
    updatedAt: subscriber.updatedAt,
    ...(subscriber.accessTypes.includes('S3') ? objectAccess(id, home) : {}),
    ...(subscriber.accessTypes.includes('LAKEFORMATION') ? tableAccess(id, home) : {}),
  };
}

function objectAccess(id: string, home: Home): object {
  return {
    roleArn: `arn:aws:iam::${home.account}:role/AmazonSecurityLake-${id}`,
    s3BucketArn: `arn:aws:s3:::${bucketName(home)}`,
  };
}

function tableAccess(id: string, { region, account }: Home): object {
  return {
    resourceShareArn: `arn:aws:ram:${region}:${account}:resource-share/${id}`,
    resourceShareName: `LakeFormation-V3-${id.replaceAll('-', '').slice(0, 10)}-${account}`,
  };
}
