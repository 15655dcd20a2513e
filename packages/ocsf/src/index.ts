export { describe, type AttributeNode, type DefinitionTree, type DescribeOptions } from './browse/describe.ts';
export {
  diffReleases,
  type AttributeChange,
  type DefinitionDiff,
  type DefinitionsDiff,
  type DiffOptions,
  type EnumChange,
  type ReleaseDiff,
} from './browse/diff-releases.ts';
export { formatDiff } from './browse/format-diff.ts';
export { formatTree } from './browse/format-tree.ts';
export { searchCatalogue, type SearchHit } from './browse/search.ts';
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
export {
  completingValidators,
  createCompletingValidator,
  type CompletingValidator,
  type CompletingValidatorMaker,
  type CompletingValidatorOptions,
  type CompletionVerdict,
} from './accept/create-completing-validator.ts';
export { createCompleter, type Completer } from './complete/create-completer.ts';
export type { CompleterOptions } from './complete/create-completion.ts';
export type { CompletionNotes } from './complete/notes.ts';
export type { Change, Conversion } from './convert/conversion.ts';
export { createConverter, downlevel, uplevel, type Converter } from './convert/convert.ts';
export { formatChange } from './convert/repair.ts';
export { OcsfError, type OcsfErrorCode } from './errors.ts';
export { minimalEvent, type MinimalEventOptions } from './example/minimal-event.ts';
export { copyOfJson } from './json-object.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { nearestName } from './nearest-name.ts';
export { parseExact } from './parse-exact.ts';
export { isRelease, type Release, releases } from './releases.ts';
export { generateTypes } from './types/generate-types.ts';
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
export { isPlainIpv4, isPlainIpv6 } from './validate/plain-address.ts';
