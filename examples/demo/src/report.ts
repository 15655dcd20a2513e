import { relative } from 'node:path';
import { ask } from './ask.ts';
import type { Played } from './demo.ts';
import { reasons } from './progress.ts';
import { questions } from './questions.ts';
import { exampleOfEach } from './rejected.ts';
import { objectTable } from './stored-objects.ts';
import { counted, textTable } from './text-table.ts';

const longestExample = 60;

/** What became of the day, and what its lake answers. */
export async function report(
  { place, pipelines, objects, sent, progress, rows }: Played,
  line: (text?: string) => void,
): Promise<void> {
  section('Objects in the lake', objectTable(objects), line);
  section('Rejected records', await rejectedTable(place.deadLetters, pipelines), line);
  for (const { title, sql } of questions) {
    line(title);
    line();
    for (const part of [...sql.split('\n'), '', ...(await ask(place.lake, sql)).trimEnd().split('\n'), ''])
      line(part === '' ? '' : `  ${part}`);
  }
  const folder = relative(process.cwd(), place.folder);
  section(
    'Look further',
    [
      `npx sluice query --lake ${folder}/lake "SELECT message FROM syslog_event LIMIT 10"`,
      `npx sluice inspect ${folder}/lake`,
      `npx sluice run ${folder}/sluice.yaml`,
    ],
    line,
  );
  line(
    `${counted(sent)} sent = ${counted(rows)} rows in the lake + ${counted(progress.rejected)} rejected + ${counted(progress.skipped)} skipped`,
  );
}

async function rejectedTable(deadLetters: string, pipelines: Played['pipelines']): Promise<readonly string[]> {
  const examples = await exampleOfEach(deadLetters);
  const rows = reasons(pipelines, 'rejected').map(({ pipeline, reason, records }) => {
    const example = examples.find((found) => found.pipeline === pipeline && found.reason === reason);
    return [pipeline, reason, counted(records), shown(example?.raw ?? '')];
  });
  return textTable(['pipeline', 'reason', 'records', 'for example'], rows);
}

/** Records come from anywhere: control characters are not for a terminal. */
function shown(record: string): string {
  const text = record.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '·');
  return text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
}

function section(title: string, lines: readonly string[], line: (text?: string) => void): void {
  line(title);
  line();
  for (const text of lines) line(`  ${text}`);
  line();
}
