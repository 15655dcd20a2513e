import { checkPipeline } from './check-pipeline.ts';
import type { ConfigFile } from './config-file.ts';
import type { ConfigDocument } from './document.ts';
import { explain } from './explain.ts';
import { plainIssues, valueAt, type Issue } from './issue.ts';
import type { Problem } from './problem.ts';
import { configSchema, configJsonSchema } from './schema.ts';

/**
 * What else is wrong with the pipelines of a file that its schema refuses: one mistake must not hide the others, which
 * would then come to light one run at a time. What has to do with the lake is left out, since the lake itself may be
 * what is wrong.
 */
export async function checkDespite(document: ConfigDocument, folder: string): Promise<readonly Problem[]> {
  const pipelines = valueAt(document.value, ['pipelines']);
  if (!isMapping(pipelines)) return [];
  const found = Object.entries(pipelines).map(async ([name, settings]) => {
    const { file, hidden } = salvage(settings);
    const problems = explain(
      hidden.map((issue) => ({ ...issue, path: ['pipelines', name, ...issue.path.slice(2)] })),
      { document, schema: configJsonSchema(), base: [] },
    );
    const own = file?.pipelines[stand];
    if (file === undefined || own === undefined) return problems;
    const deeper = await checkPipeline(name, own, { file, document, folder });
    return [...problems, ...deeper.problems.filter((problem) => problem.code !== 'mismatch')];
  });
  return (await Promise.all(found)).flat();
}

const stand = 'pipeline';

interface Salvaged {
  /** The pipeline without what is wrong in it, in a file without other mistakes. */
  readonly file?: ConfigFile | undefined;
  /** What a bad name of the pipeline kept the schema from seeing; the same issue twice is shown once. */
  readonly hidden: readonly Issue[];
}

function salvage(settings: unknown): Salvaged {
  const whole = parse(settings);
  if (whole.issues.length === 0 || !isMapping(settings)) return { file: whole.file, hidden: whole.issues };
  const wrong = new Set(whole.issues.flatMap((issue) => issue.path[2] ?? issue.keys ?? []));
  const rest = Object.entries(settings).filter(([key]) => !wrong.has(key));
  const { file } = parse({ account: 'external', ...Object.fromEntries(rest) });
  return { file, hidden: whole.issues };
}

function parse(settings: unknown): { file?: ConfigFile; issues: readonly Issue[] } {
  const value = { version: 1, lake: { folder: '.' }, pipelines: { [stand]: settings } };
  const parsed = configSchema.safeParse(value);
  return parsed.success ? { file: parsed.data, issues: [] } : { issues: plainIssues(parsed.error.issues, value) };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
