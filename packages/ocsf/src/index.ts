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
export { OcsfError, type OcsfErrorCode } from './errors.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { nearestName } from './nearest-name.ts';
export { isRelease, type Release, releases } from './releases.ts';
