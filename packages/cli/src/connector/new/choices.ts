import { CommandError } from '../../errors.ts';
import { exitCode } from '../../exit-code.ts';

export type UpstreamKind = 'http' | 'queue' | 'listener' | 'file';
export type MappingForm = 'yaml' | 'typescript';

/** What a package is made for, with everything that follows from its name. */
export interface Choices {
  /** As a configuration says it: `doors`. */
  readonly name: string;
  /** As npm says it: `sluice-connector-doors`. */
  readonly packageName: string;
  /** As people say it: `Doors`. */
  readonly title: string;
  readonly upstream: UpstreamKind;
  readonly mapping: MappingForm;
  /** Version of Sluice's packages. */
  readonly version: string;
  /** Root of a clone whose packages are used; absent where published ones are. */
  readonly link?: string;
}

/** `doors` of `doors`, `sluice-connector-doors` and `@acme/sluice-connector-doors`, with the name of its package. */
export function namesOf(given: string): Pick<Choices, 'name' | 'packageName' | 'title'> {
  const [, scope = '', rest = ''] = /^(@[a-z0-9][a-z0-9._-]*\/)?([a-z0-9-]+)$/.exec(given) ?? [];
  const name = rest.replace(/^(sluice-)?connector-/, '');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40)
    throw new CommandError(
      exitCode.usage,
      `"${given}" is no name of a connector: expected lower-case words with "-" between, at most 40 characters, such as "doors" or "@acme/sluice-connector-doors".`,
    );
  const title = name
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ');
  return { name, packageName: `${scope}sluice-connector-${name}`, title };
}
