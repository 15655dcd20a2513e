export type { Imports } from './check/imports.ts';
export type { Note } from './compile/generate.ts';
export { classMappingSchema } from './language/class-schema.ts';
export { formatProblem, MappingError, type Problem, problemCodes, type ProblemCode } from './errors.ts';
export { importsOf } from './import-files.ts';
export {
  type Explanation,
  type LoadedMapping,
  loadMapping,
  type LoadMappingOptions,
  type Mapping,
  requireMapping,
} from './load-mapping.ts';
export { readMapping, type ReadMappingOptions } from './read-mapping.ts';
export type { Functions, FunctionType, MappingFunction } from './value/function.ts';
