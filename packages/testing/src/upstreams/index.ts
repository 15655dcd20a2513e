export { createFaults, type Fault, type Faults } from './faults.ts';
export { handlersOf } from './handlers-of.ts';
export { createApiService, type ApiService, type ApiServiceOptions } from './http/api-service.ts';
export type { ApiClient } from './http/tokens.ts';
export { Bucket, type BucketObject, type PutConditions } from './s3/buckets.ts';
export { createBucketService, type BucketService, type BucketServiceOptions } from './s3/service.ts';
export { serve, type ServedService, type ServeOptions, type Service } from './serve.ts';
export { Queue, type QueueMessage, type QueueOptions, type ReceivedMessage } from './sqs/queue.ts';
export { createQueueService, type QueueService } from './sqs/service.ts';
