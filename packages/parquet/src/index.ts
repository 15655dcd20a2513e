export { ColumnValueError, ParquetError, type ParquetErrorCode } from './errors.ts';
export { columnSchema, type ColumnDeclaration } from './schema/columns-of-class.ts';
export {
  schemaOf,
  type ColumnNode,
  type ColumnSchema,
  type GroupColumn,
  type LeafColumn,
  type LeafType,
  type ListColumn,
  type MapColumn,
  type SchemaFacts,
  type SchemaLeaf,
} from './schema/column-schema.ts';
export type { EncodedObject, Encoder, ObjectFacts, ObjectSink, ObjectWriter, WriterOptions } from './writer.ts';
export { memorySpill, type SpillFile, type SpillStore } from './spill/spill-store.ts';
export { compatibleEncoder, sluiceEncoder } from './encoder/sluice-encoder.ts';
export { moveUndeclared, type MoveUndeclared } from './undeclared/move-undeclared.ts';
export { bytesAccess, type RandomAccess } from './reader/random-access.ts';
export {
  inspectObject,
  type Inspection,
  type InspectionContext,
  type InspectionFacts,
} from './inspect/inspect-object.ts';
export {
  inspectionRules,
  type InspectionFinding,
  type InspectionRule,
  type InspectionRuleId,
  type RuleSeverity,
} from './inspect/rules.ts';
export { portableEncoder } from './portable/portable-encoder.ts';
