import { join, resolve } from 'node:path';
import type { Connector, Stream } from '@sluice/connector';
import type { ConfigFile, PipelineSettings } from './config-file.ts';
import type { ConfigDocument } from './document.ts';
import { explain } from './explain.ts';
import { findConnector } from './find-connector.ts';
import { plainIssues, type Issue } from './issue.ts';
import type { JsonSchema } from './json-schema.ts';
import { nearestName } from '@sluice/ocsf';
import { unreadableFiles, withAbsolutePaths } from './paths.ts';
import type { PipelinePlan, SourcePlan } from './plan.ts';
import { typedVariables } from './typed-variables.ts';
import { problemAt } from './problem-at.ts';
import { pathText, type Path, type Problem } from './problem.ts';
import { planSources } from './plan-sources.ts';

export interface PipelineCheck {
  readonly file: ConfigFile;
  readonly document: ConfigDocument;
  /** Folder of the configuration file: relative paths begin here. */
  readonly folder: string;
}

export interface CheckedPipeline {
  readonly problems: readonly Problem[];
  /** Absent when a problem stands in the way of it. */
  readonly plan?: PipelinePlan;
}

// oxlint-disable-next-line typescript/no-explicit-any -- as in the contract
type AnyStream = Stream<any, any>;

/** Connector, stream, settings and sources of one pipeline. */
export async function checkPipeline(
  name: string,
  settings: PipelineSettings,
  check: PipelineCheck,
): Promise<CheckedPipeline> {
  const base: Path = ['pipelines', name];
  const answer = await findConnector(settings.connector, check.folder);
  if (!('connector' in answer)) {
    return {
      problems: [
        problemAt(check.document, [...base, 'connector'], 'unknown_connector', answer.reason, answer.suggestion),
      ],
    };
  }
  const { connector, url: connectorUrl } = answer;
  const stream = chooseStream(settings.stream, connector, base, check.document);
  if (!('read' in stream)) return { problems: [stream] };
  const config = await checkSettings(stream, settings.config, [...base, 'config'], check);
  const sources = planSources({ name, settings, connector, stream, ...check });
  const problems = [...config.problems, ...sources.problems, ...checkSpool(settings, stream, base, check)];
  if (problems.some((problem) => problem.severity === 'error')) return { problems };
  return {
    problems,
    plan: {
      ...planOf(name, settings, check.file, sources.sources),
      ...spoolOf(name, settings, check),
      connector,
      connectorUrl,
      stream,
      config: config.value,
    },
  };
}

function planOf(
  name: string,
  { account, flush, threads, encoder }: PipelineSettings,
  file: ConfigFile,
  sources: readonly SourcePlan[],
): Pick<PipelinePlan, 'name' | 'account' | 'sources' | 'flush' | 'threads' | 'encoder'> {
  return {
    name,
    account,
    sources,
    threads,
    encoder,
    flush: {
      maxAgeMs: flush.max_age ?? file.flush.max_age,
      maxObjectBytes: flush.max_size ?? file.flush.max_size,
      maxMemoryBytes: flush.max_memory ?? shareOf(file),
      maxSpilledBytes: flush.max_spill ?? Math.floor(file.flush.max_spill / Object.keys(file.pipelines).length),
      maxOpenObjects: flush.max_objects ?? file.flush.max_objects,
    },
  };
}

/** The position in a spool goes with the spool: where the one is on this disk, the other has to be. */
function checkSpool(
  { spool }: PipelineSettings,
  { name, delivery }: AnyStream,
  base: Path,
  { file, document }: PipelineCheck,
): readonly Problem[] {
  if (spool === undefined) return [];
  const path = [...base, 'spool'];
  const say = (message: string): readonly Problem[] => [
    problemAt(document, path, 'mismatch', `${pathText(path)}: ${message}`),
  ];
  if (delivery === 'at-least-once') {
    return say(`stream "${name}" can be read again by itself; a spool is for streams that push. Leave it out`);
  }
  if (typeof file.state === 'string') return [];
  return say('a spool lies on a local disk, and needs a `state` in a folder there, not in a bucket');
}

function spoolOf(
  name: string,
  { spool }: PipelineSettings,
  { file, folder }: PipelineCheck,
): Pick<PipelinePlan, 'spool'> {
  if (spool === undefined || typeof file.state !== 'string') return {};
  return {
    spool: {
      folder: resolve(folder, spool.folder ?? join(file.state, 'spool', name)),
      maxBytes: spool.max_size,
      whenFull: spool.when_full,
      syncIntervalMs: spool.sync_interval,
    },
  };
}

const leastMemoryBytes = 8 * 1024 * 1024;

/** A pipeline's part of the memory that the file allows for all of them. */
function shareOf({ flush, pipelines }: ConfigFile): number {
  return Math.max(leastMemoryBytes, Math.floor(flush.max_memory / Object.keys(pipelines).length));
}

function chooseStream(
  said: string | undefined,
  { streams, defaultStream }: Connector,
  base: Path,
  document: ConfigDocument,
): AnyStream | Problem {
  const wanted = said ?? (streams.length === 1 ? streams[0]?.name : defaultStream);
  const names = streams.map((stream) => stream.name);
  if (wanted === undefined) {
    return problemAt(
      document,
      base,
      'missing_key',
      `missing key "stream" in ${pathText(base)}: expected one of ${names.join(', ')}`,
      undefined,
      'key',
    );
  }
  const found = streams.find((stream) => stream.name === wanted);
  if (found !== undefined) return found;
  const message = `unknown stream "${wanted}": expected ${names.join(' or ')}`;
  return problemAt(document, [...base, 'stream'], 'unknown_stream', message, nearestName(wanted, names));
}

/** The stream's own settings by the stream's own schema, paths made absolute and looked at. */
async function checkSettings(
  stream: AnyStream,
  settings: unknown,
  base: Path,
  { document, folder }: PipelineCheck,
): Promise<{ readonly value: unknown; readonly problems: readonly Problem[] }> {
  const standard = stream.config['~standard'];
  const schema: JsonSchema = standard.jsonSchema.input({ target: 'draft-2020-12' });
  const input = withAbsolutePaths(typedVariables(settings, schema, document, base), schema, folder);
  const result = await standard.validate(input);
  const unreadable = (await unreadableFiles(input, schema)).map(({ path, reason }) => {
    const full = [...base, ...path];
    return problemAt(document, full, 'unusable_file', `${pathText(full)}: expected a readable file, found ${reason}`);
  });
  if (result.issues === undefined) return { value: result.value, problems: unreadable };
  const issues: readonly Issue[] = plainIssues(result.issues, input);
  return { value: undefined, problems: [...explain(issues, { document, schema, base }), ...unreadable] };
}
