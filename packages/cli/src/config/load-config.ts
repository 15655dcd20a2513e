import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readRegistrations, registrationsFileName } from '../source/registrations.ts';
import { withRegistrations } from '../source/with-registrations.ts';
import { checkPipeline } from './check-pipeline.ts';
import { checkPlaces } from './check-places.ts';
import { checkPorts } from './check-ports.ts';
import { checkSources } from './check-sources.ts';
import { checkDespite } from './check-despite.ts';
import type { BucketSettings, ConfigFile } from './config-file.ts';
import { parseConfigDocument, type ConfigDocument } from './document.ts';
import { explain } from './explain.ts';
import type { Environment } from './interpolate.ts';
import { plainIssues } from './issue.ts';
import type { Place, RunPlan } from './plan.ts';
import type { Path, Problem } from './problem.ts';
import { configJsonSchema, configSchema } from './schema.ts';
import { typedVariables } from './typed-variables.ts';
import { inOrder } from './show-problems.ts';

export interface LoadedConfig {
  /** The file as it was read; empty when it could not be. */
  readonly text: string;
  /** All that is wrong, in the order of the file. */
  readonly problems: readonly Problem[];
  /** Absent as soon as one problem is an error. */
  readonly plan?: RunPlan;
}

const largestFile = 1024 * 1024;

/** Reads and checks a configuration. Says everything that is wrong at once; connects to nothing and writes nothing. */
export async function loadConfig(path: string, environment: Environment): Promise<LoadedConfig> {
  const file = resolve(path);
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return {
      text: '',
      problems: [
        unreadable(`cannot read the configuration: ${error instanceof Error ? error.message : String(error)}`),
      ],
    };
  }
  if (text.length > largestFile)
    return { text: '', problems: [unreadable(`the configuration is larger than ${largestFile} bytes`)] };
  return { text, ...(await checkConfig(text, dirname(file), environment)) };
}

async function checkConfig(
  text: string,
  folder: string,
  environment: Environment,
): Promise<Omit<LoadedConfig, 'text'>> {
  const document = parseConfigDocument(text, environment, isText);
  if (document.problems.length > 0) return { problems: inOrder(document.problems) };
  const parsed = configSchema.safeParse(typedVariables(document.value, configJsonSchema(), document, []));
  if (!parsed.success) {
    const issues = plainIssues(parsed.error.issues, document.value);
    const deeper = await checkDespite(document, folder);
    return { problems: inOrder([...explain(issues, { document, schema: configJsonSchema(), base: [] }), ...deeper]) };
  }
  return planConfig(parsed.data, document, folder);
}

async function planConfig(
  file: ConfigFile,
  document: ConfigDocument,
  folder: string,
): Promise<Omit<LoadedConfig, 'text'>> {
  const checked = await Promise.all(
    Object.entries(file.pipelines).map(([name, settings]) => checkPipeline(name, settings, { file, document, folder })),
  );
  const { lake, dead_letters: deadLetters } = file;
  const place: Place =
    'folder' in lake ? { kind: 'folder', folder: resolve(folder, lake.folder) } : bucketPlace(lake, '');
  const known = await readRegistrations(join(folder, registrationsFileName));
  const planned = checked.flatMap(({ plan }) => plan ?? []);
  const { pipelines, problems: strays } = withRegistrations(planned, place, lake.region, known);
  const problems = inOrder([
    ...checked.flatMap((pipeline) => pipeline.problems),
    ...strays,
    ...checkSources(pipelines, file.lake.region, document),
    ...checkPorts(pipelines, document),
    ...(await checkPlaces(file, document, folder)),
  ]);
  if (problems.some((problem) => problem.severity === 'error')) return { problems };
  return {
    problems,
    plan: {
      lake: place,
      region: lake.region,
      deadLetters:
        typeof deadLetters === 'string'
          ? { kind: 'folder', folder: resolve(folder, deadLetters) }
          : bucketPlace(deadLetters, deadLetters.prefix),
      state:
        typeof file.state === 'string'
          ? { kind: 'folder', folder: resolve(folder, file.state) }
          : bucketPlace({ ...file.state, conditional_writes: true }, file.state.prefix),
      drainForMs: file.drain_limit,
      ...(file.reject_storm === 'off' ? {} : { rejectStorm: file.reject_storm }),
      ...(file.metrics === undefined ? {} : { metrics: addressOf(file.metrics.listen) }),
      pipelines,
    },
  };
}

function addressOf(listen: string): { readonly host: string; readonly port: number } {
  const colon = listen.lastIndexOf(':');
  return { host: listen.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(listen.slice(colon + 1)) };
}

/** Values that are text though they may look like numbers to YAML. */
function isText(path: Path): boolean {
  const last = path.at(-1);
  return (path.length === 3 && path[0] === 'pipelines' && last === 'account') || last === 'external_id';
}

function bucketPlace(settings: BucketSettings, prefix: string): Place {
  const { bucket, region, endpoint, role_arn: roleArn, external_id: externalId } = settings;
  return {
    kind: 'bucket',
    prefix,
    options: {
      bucket,
      region,
      forcePathStyle: settings.path_style,
      checksums: settings.checksums,
      conditionalWrites: settings.conditional_writes,
      silenceMs: settings.timeout,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(roleArn === undefined ? {} : { roleArn }),
      ...(externalId === undefined ? {} : { externalId }),
    },
  };
}

function unreadable(message: string): Problem {
  return { severity: 'error', code: 'unreadable', path: '', message, position: { line: 1, column: 1, length: 1 } };
}
