import { exitCode, type ExitCode } from '../exit-code.ts';
import { plural } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { chooseSubject, type SubjectOptions } from './choose-subject.ts';

/** `sluice map` without input: only whether the mapping is right, and what it makes. */
export async function checkMapping(
  reference: string,
  stream: string | undefined,
  options: SubjectOptions,
  io: Io,
): Promise<ExitCode> {
  const { title, emits, catalogue } = await chooseSubject(reference, stream, options);
  const classes = emits.map(({ class: name, columns }) => `  ${name}, ${plural(columns.length, 'column')}`);
  io.stdout.write([`${title} is right by OCSF ${catalogue.release}; it makes`, ...classes, ''].join('\n'));
  return exitCode.ok;
}
