import type { EnsuredSource, RegisteredSource } from '@sluice/core/security-lake';

export interface OutputOptions {
  readonly output: 'text' | 'json';
}

/** What a source is written with, line by line. */
export function sourceLines(source: RegisteredSource, externalId?: string): readonly string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['region', source.region],
    ['account', source.account],
    ['version', source.version],
    ['location', source.location],
    ['role', source.roleArn],
    ['external id', externalId],
    ['table', source.table === undefined ? undefined : `${source.database ?? ''}.${source.table}`],
    ['crawler', source.crawler],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : `  ${name.padEnd(12)}${value}`));
}

export function ensuredLines({ outcome, source, externalId, unseen }: EnsuredSource): readonly string[] {
  const unknown = externalId === undefined ? ['  external id: not visible; say it in the configuration'] : [];
  return [
    `${outcome} ${source.name}`,
    ...sourceLines(source, externalId),
    ...unknown,
    ...unseen.map((what) => `  not compared: ${what}`),
  ];
}
