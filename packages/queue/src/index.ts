export { queueShape, type QueueConfig, type QueueCredentials } from './config.ts';
export { Handoff } from './handoff.ts';
export { readQueue } from './read-queue.ts';
export type { ObjectSteps, QueueReading, RecordStep } from './workplace.ts';
export { rejectProblem, type ProblemCode } from './problem.ts';
export { queuePermissions } from './permissions.ts';
export type { Clients } from './clients.ts';
export type { MessageContent, ObjectRef } from './announcement.ts';
