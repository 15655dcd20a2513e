export type {
  Attribute,
  Catalogue,
  CategoryDefinition,
  ClassDefinition,
  Constraint,
  EnumValue,
  ExtensionDefinition,
  ObjectDefinition,
  TypeDefinition,
} from './catalogue.ts';
export { compileSchema, type CompileOptions } from './compiler/compile.ts';
export { loadCompiledExport } from './compiler/load-export.ts';
export { createCompleter, type Completer, type CompleterOptions } from './complete/create-completer.ts';
export type { CompletionNotes } from './complete/notes.ts';
export { OcsfError, type OcsfErrorCode } from './errors.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { nearestName } from './nearest-name.ts';
export { generateTypes } from './types/generate-types.ts';
export { isRelease, type Release, releases } from './releases.ts';
export { findingSeverities, type FindingCode, type Severity } from './validate/codes.ts';
export {
  createEventValidator,
  createValidator,
  type EventValidatorOptions,
  validate,
  type Validator,
  type ValidatorOptions,
} from './validate/create-validator.ts';
export type { Finding } from './validate/finding.ts';
export { formatFinding, formatFindings } from './validate/format.ts';
