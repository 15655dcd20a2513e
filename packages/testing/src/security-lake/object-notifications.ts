import { randomUUID } from 'node:crypto';
import { bucketName } from './resource-names.ts';
import type { LakeState, Subscriber } from './state.ts';
import { endpointOf } from './operations/subscribers.ts';

/** An object that somebody wrote to the lake. */
export interface WrittenObject {
  readonly region: string;
  readonly key: string;
  readonly byteLength: number;
  readonly etag: string;
}

/** One message to one subscriber. */
export interface ObjectNotification {
  readonly subscriberId: string;
  /** ARN of the queue, or the URL to send it to. */
  readonly endpoint: string;
  /** The JSON text that Security Lake documents for an object, with the key as it is: not URL-encoded. */
  readonly body: string;
}

export interface NotificationContext {
  readonly account: string;
  readonly state: LakeState;
  readonly now: () => number;
}

/** A message for each subscriber of the region that is notified and has the object's source. */
export function notificationsOf(object: WrittenObject, context: NotificationContext): readonly ObjectNotification[] {
  const { account, state } = context;
  const home = { account, region: object.region };
  return [...state.subscribers.values()].flatMap((subscriber) => {
    const endpoint = endpointOf(subscriber, home);
    if (endpoint === undefined || !isReadBy(subscriber, object)) return [];
    return { subscriberId: subscriber.id, endpoint, body: JSON.stringify(messageOf(object, context)) };
  });
}

function isReadBy(subscriber: Subscriber, { region, key }: WrittenObject): boolean {
  if (subscriber.region !== region || !subscriber.accessTypes.includes('S3')) return false;
  return subscriber.sources.some((source) => {
    if ('awsLogSource' in source) return key.startsWith(`aws/${source.awsLogSource.sourceName ?? ''}/`);
    const { sourceName, sourceVersion } = source.customLogSource;
    return key.startsWith(`ext/${sourceName ?? ''}/${sourceVersion === undefined ? '' : `${sourceVersion}/`}`);
  });
}

function messageOf({ region, key, byteLength, etag }: WrittenObject, { account, now }: NotificationContext): object {
  const bucket = bucketName({ account, region });
  return {
    source: 'aws.s3',
    time: `${new Date(now()).toISOString().slice(0, 19)}Z`,
    account,
    region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      bucket: { name: bucket },
      object: { key, size: byteLength, etag },
      'request-id': randomUUID(),
      requester: 'securitylake.amazonaws.com',
    },
  };
}
