import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue, type Release } from '@sluice/ocsf';
import { importsOf } from './import-files.ts';
import { requireMapping, type Mapping } from './load-mapping.ts';
import type { Functions } from './value/function.ts';

export interface ReadMappingOptions {
  /** The OCSF release of the connector. */
  readonly ocsf: Release;
  /** What the connector adds to the language. Default none. */
  readonly functions?: Functions;
}

/**
 * The mapping document that stands beside a module: read, checked and compiled once, when the module is loaded. The
 * same line works in the source and in a build that copies the documents.
 *
 * Throws a `MappingError` with all problems of the document, or the file system's error where there is none.
 *
 * @example
 * const { format, emits, map } = readMapping(new URL('mapping.yaml', import.meta.url), { ocsf: '1.3.0' });
 */
export function readMapping(document: URL, { ocsf, functions }: ReadMappingOptions): Mapping {
  const path = fileURLToPath(document);
  return requireMapping(readFileSync(path, 'utf8'), {
    file: basename(path),
    catalogue: loadCatalogue(ocsf),
    imports: importsOf(path),
    ...(functions === undefined ? {} : { functions }),
  });
}
