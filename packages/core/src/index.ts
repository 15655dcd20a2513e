export { SluiceError, type SluiceErrorCode, type SluiceErrorOptions } from './errors.ts';
export type { DeadLetter, RejectionStage } from './dead-letters/dead-letter.ts';
export { encoders, isEncoderName, type EncoderName } from './lake/encoders.ts';
export { defaultFlushRules, type FlushRules } from './lake/flush-rules.ts';
export { checkSourceName, glueDatabaseName, glueTableName, proposeSourceName } from './lake/names.ts';
export {
  openLake,
  type Lake,
  type LakeEvent,
  type LakeOptions,
  type RejectedEvent,
  type WriteResult,
} from './lake/open-lake.ts';
export { isAccount, partitionPath, type Partition } from './lake/partition.ts';
export type { Product } from './lake/conform.ts';
export type { Refusal } from './lake/refusal.ts';
export type { CustomSource } from './lake/source.ts';
export { flushSteps, type FlushStep, type OnFlushStep } from './pipeline/flush-steps.ts';
export type { PipelineOptions, StoredObject } from './pipeline/options.ts';
export { defaultRejectStorm, type RejectStorm } from './pipeline/reject-storm.ts';
export { runPipeline } from './pipeline/run-pipeline.ts';
export { openBucketState, type BucketStateOptions } from './state/bucket-state.ts';
export type { S3DocumentsOptions } from './state/s3-documents.ts';
export { memoryState, openState } from './state/sqlite-state.ts';
export type {
  ClaimOptions,
  FlushCut,
  FlushIntent,
  KnownUnit,
  PipelineClaim,
  PipelineState,
  Resumed,
  StagedObject,
  StagingArea,
  StateStore,
  UnitRange,
} from './state/state-store.ts';
export { defaultSpoolBytes, defaultSyncIntervalMs, type SpoolOptions } from './spool/options.ts';
export { folderStore } from './store/folder-store.ts';
export { memoryStore, type MemoryStore } from './store/memory-store.ts';
export type { ObjectBody, ObjectStore, PutOptions, PutResult, StoredEntry } from './store/object-store.ts';
export { s3Store, type S3StoreOptions } from './store/s3-store.ts';
export { newStatistics, total, type PipelineStatistics } from './telemetry.ts';
