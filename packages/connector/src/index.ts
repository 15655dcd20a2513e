export type { Batch, Cursor, Json, Origin, Outcome, UnitPart } from './batch.ts';
export type {
  Connector,
  ConfigSchema,
  ConnectorLog,
  Delivery,
  EmittedClass,
  MapContext,
  MappedEvent,
  MapResult,
  Permission,
  ReadContext,
  RecordFormat,
  RecordOf,
  Stability,
  Stream,
} from './contract.ts';
export { contractVersion } from './contract.ts';
export { BatchBuilder, type BatchBuilderOptions, type BatchFacts } from './batch-builder.ts';
export { createChannel, type Channel, type ChannelOptions } from './channel.ts';
export { durationExpected, parseDuration, parseSize, sizeExpected } from './quantity-text.ts';
export { reject, skip, isRejection, isSkip, type Rejection, type Skip } from './outcome.ts';
export { StreamError, type StreamErrorCode, type StreamErrorOptions } from './errors.ts';
