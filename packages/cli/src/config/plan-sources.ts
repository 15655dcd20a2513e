import type { Connector, EmittedClass, Stream } from '@sluice/connector';
import { proposeSourceName } from '@sluice/core';
import type { ConfigFile, PipelineSettings, SourceSettings } from './config-file.ts';
import type { ConfigDocument } from './document.ts';
import { nearestName } from '@sluice/ocsf';
import type { SourcePlan } from './plan.ts';
import { pathText, type Path, type Problem } from './problem.ts';
import { problemAt } from './problem-at.ts';

export interface SourcesOptions {
  readonly name: string;
  readonly settings: PipelineSettings;
  readonly connector: Connector;
  readonly stream: Pick<Stream<unknown>, 'name' | 'emits'>;
  readonly file: ConfigFile;
  readonly document: ConfigDocument;
}

/** A custom source for each class that the stream emits: named by the configuration, or after connector and class. */
export function planSources(options: SourcesOptions): {
  readonly sources: readonly SourcePlan[];
  readonly problems: readonly Problem[];
} {
  const { stream, settings, connector } = options;
  const problems = unknownClasses(options);
  const sources = stream.emits.map((emitted) => {
    const given = Object.hasOwn(settings.sources, emitted.class) ? settings.sources[emitted.class] : undefined;
    const source =
      typeof given === 'object' ? given : { name: given ?? proposeSourceName(connector.name, emitted.class) };
    problems.push(...checkLocation(source, emitted, options));
    return planOf(source, emitted);
  });
  return { sources, problems };
}

function unknownClasses({ name, settings, stream, document }: SourcesOptions): Problem[] {
  const known = stream.emits.map((emitted) => emitted.class);
  const unknown = Object.keys(settings.sources).filter((given) => !known.includes(given));
  return unknown.map((given) => {
    const message = `stream "${stream.name}" emits no class "${given}": expected ${known.join(', ')}`;
    return problemAt(
      document,
      ['pipelines', name, 'sources', given],
      'unknown_class',
      message,
      nearestName(given, known),
      'key',
    );
  });
}

function planOf(source: SourceSettings, emitted: EmittedClass): SourcePlan {
  const { name, location, role_arn: roleArn, external_id: externalId } = source;
  const hasRole = roleArn !== undefined || externalId !== undefined;
  return {
    source: {
      name,
      class: emitted.class,
      profiles: emitted.profiles,
      columns: emitted.columns,
      ...(location === undefined ? {} : { prefix: prefixOf(location) }),
    },
    ...(hasRole
      ? { role: { ...(roleArn === undefined ? {} : { roleArn }), ...(externalId === undefined ? {} : { externalId }) } }
      : {}),
  };
}

/** The key prefix of an S3 location, with exactly one slash at its end. */
function prefixOf(location: string): string {
  return `${location.replace(/^s3:\/\/[^/]+\//, '').replace(/\/+$/, '')}/`;
}

function checkLocation(
  source: SourceSettings,
  emitted: EmittedClass,
  { name, file, document }: SourcesOptions,
): readonly Problem[] {
  const { lake } = file;
  const base: Path = ['pipelines', name, 'sources', emitted.class];
  if ('folder' in lake) {
    const unfit = (['location', 'role_arn', 'external_id'] as const).filter((key) => source[key] !== undefined);
    return unfit.map((key) => {
      const path = [...base, key];
      return problemAt(
        document,
        path,
        'mismatch',
        `${pathText(path)} is for a lake in a bucket; this lake is the folder ${lake.folder}`,
      );
    });
  }
  const { location } = source;
  if (location === undefined || location.startsWith(`s3://${lake.bucket}/`)) return [];
  const path = [...base, 'location'];
  return [
    problemAt(
      document,
      path,
      'mismatch',
      `${pathText(path)}: expected a location in the lake's bucket "${lake.bucket}", found "${location}"`,
    ),
  ];
}
