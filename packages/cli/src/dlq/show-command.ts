import { openLetters, pipelineOf, recordOf, type FiledLetter } from '@sluice/core/dead-letters';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { Io } from '../terminal/io.ts';
import { printable } from '../terminal/printable.ts';
import { filterOf, withLetters, type LetterOptions } from './letter-options.ts';
import { recordText } from './record-text.ts';

export interface ShowOptions extends LetterOptions {
  readonly limit: number;
}

/** `sluice dlq show`: records whole, with what is wrong with each. */
export async function showCommand(file: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  return withLetters(file, options, io, async (letters) => {
    let shown = 0;
    for await (const filed of openLetters(letters, filterOf(options))) {
      const { key, line, letter } = filed;
      const lines = options.json === true ? [JSON.stringify({ key, line, ...letter })] : linesOf(filed);
      for (const text of lines) io.stdout.write(`${text}\n`);
      await io.stdout.drained();
      if (++shown >= options.limit) break;
    }
    if (shown === 0) io.stderr.write(`No dead letters wait in ${letters.description}.\n`);
    return exitCode.ok;
  });
}

function linesOf({ key, line, letter }: FiledLetter): readonly string[] {
  const { reason, detail, stage, path, origin, connector, connector_version: version, received_at: at } = letter;
  const { kind, text } = recordText(recordOf(letter));
  const from = [origin.transport, origin.address, origin.path].filter((part) => part !== undefined).join(' ');
  return [
    `${pipelineOf(letter)}: ${printable(reason)}${path === undefined ? '' : ` at ${printable(path)}`} (${stage}, ${connector}@${version})`,
    ...(detail === '' ? [] : [`  ${printable(detail)}`]),
    `  received ${at} from ${printable(from)}`,
    ...(letter.position === undefined ? [] : [`  before position ${printable(JSON.stringify(letter.position))}`]),
    `  ${key} line ${line + 1}`,
    `  ${kind === 'hex' ? 'hex ' : ''}${text}`,
    '',
  ];
}
