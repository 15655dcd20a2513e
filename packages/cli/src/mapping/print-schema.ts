import { nearestName } from '@sluice/ocsf';
import { classMappingSchema } from '@sluice/mapping';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { lakeRelease } from '../lake/release.ts';
import { packaged } from '../ocsf/choose-catalogue.ts';
import type { Io } from '../terminal/io.ts';

/** `sluice map --schema`: the JSON Schema of mappings to some classes, or to all, for editors. */
export function printSchema(classes: string, release: string | undefined, io: Io): ExitCode {
  const catalogue = packaged(release ?? lakeRelease);
  const names = classes === 'all' ? [] : classes.split(',').map((name) => name.trim());
  for (const name of names) {
    if (catalogue.classes.has(name)) continue;
    const nearest = nearestName(name, catalogue.classes.keys());
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    throw new CommandError(exitCode.usage, `OCSF ${catalogue.release} has no class "${name}".${hint}`);
  }
  io.stdout.write(`${JSON.stringify(classMappingSchema(catalogue, names))}\n`);
  return exitCode.ok;
}
