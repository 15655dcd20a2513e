import { groupLetters, openLetters, recordOf, type LetterGroup } from '@sluice/core/dead-letters';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { counted } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { clip, printable } from '../terminal/printable.ts';
import { tableLines } from '../terminal/table.ts';
import { filterOf, withLetters, type LetterOptions } from './letter-options.ts';
import { recordText } from './record-text.ts';

const sampleLength = 60;
const head = ['pipeline', 'stage', 'reason', 'class', 'attribute', 'letters', 'first', 'last', 'for example'];

/** `sluice dlq list`: what waits, by where and why it was refused. */
export async function listCommand(file: string, options: LetterOptions, io: Io): Promise<ExitCode> {
  return withLetters(file, options, io, async (letters) => {
    const groups = await groupLetters(openLetters(letters, filterOf(options)));
    if (options.json === true) for (const group of groups) io.stdout.write(`${JSON.stringify(fieldsOf(group))}\n`);
    else if (groups.length === 0) io.stderr.write(`No dead letters wait in ${letters.description}.\n`);
    else for (const line of tableLines(head, groups.map(cellsOf), { right: [5] })) io.stdout.write(`${line}\n`);
    return exitCode.ok;
  });
}

function cellsOf({ pipeline, stage, reason, classUid, path, letters, first, last, sample }: LetterGroup): string[] {
  return [
    pipeline,
    stage,
    printable(reason),
    classUid === undefined ? '' : String(classUid),
    printable(path),
    counted(letters),
    first.slice(0, 19),
    last.slice(0, 19),
    clip(recordText(recordOf(sample)).text, sampleLength),
  ];
}

function fieldsOf({ pipeline, stage, reason, classUid, path, letters, first, last, sample }: LetterGroup): object {
  return {
    pipeline,
    stage,
    reason,
    ...(classUid === undefined ? {} : { class_uid: classUid }),
    ...(path === '' ? {} : { path }),
    letters,
    first,
    last,
    sample,
  };
}
