import type { Operation } from '../operation.ts';
import { awsSourceOperations } from './aws-sources.ts';
import { customSourceOperations } from './custom-sources.ts';
import { dataLakeOperations } from './data-lakes.ts';
import { exceptionOperations } from './exceptions.ts';
import { listSourceOperations } from './list-sources.ts';
import { organizationOperations } from './organization.ts';
import { subscriberNotificationOperations } from './subscriber-notifications.ts';
import { subscriberOperations } from './subscribers.ts';
import { tagOperations } from './tags.ts';

/** All 31 operations of the Security Lake API. */
export const operations: readonly Operation[] = [
  ...customSourceOperations,
  ...awsSourceOperations,
  ...listSourceOperations,
  ...dataLakeOperations,
  ...subscriberOperations,
  ...subscriberNotificationOperations,
  ...exceptionOperations,
  ...organizationOperations,
  ...tagOperations,
];
