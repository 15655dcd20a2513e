import { stat } from 'node:fs/promises';
import {
  compileSchema,
  isRelease,
  loadCatalogue,
  loadCompiledExport,
  nearestName,
  releases,
  type Catalogue,
} from '@sluice/ocsf';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';

/** How a command is told which OCSF it looks at. */
export interface CatalogueOptions {
  readonly release: string;
  /** A folder of schema sources, or a compiled export of the schema server. */
  readonly schema?: string;
  /** Folders with private extensions to the schema. */
  readonly extension?: readonly string[];
}

/** A packaged release, or what a schema folder or a compiled export defines. */
export async function chooseCatalogue({ release, schema, extension = [] }: CatalogueOptions): Promise<Catalogue> {
  if (schema === undefined) {
    if (extension.length > 0)
      throw new CommandError(
        exitCode.usage,
        '--extension goes with --schema: extensions are compiled with the schema they extend',
      );
    return packaged(release);
  }
  const found = await stat(schema).catch(() => undefined);
  if (found === undefined) throw new CommandError(exitCode.failed, `there is no schema folder or file ${schema}`);
  return found.isDirectory() ? compileSchema(schema, { extensions: extension }) : loadCompiledExport(schema);
}

export function packaged(release: string): Catalogue {
  if (isRelease(release)) return loadCatalogue(release);
  const nearest = nearestName(release, releases);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  throw new CommandError(
    exitCode.usage,
    `there is no OCSF release "${release}" here.${hint} Known: ${releases.join(', ')}`,
  );
}
