import type { FindingCode } from './codes.ts';

/** `1.3.0`, `1.9.0-dev`, `1.0.0-rc.2`. */
const versionPattern = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([0-9A-Za-z.-]{1,64}))?$/;

/** What is wrong with an event's `metadata.version` for a validator of `release`, if anything. */
export function versionFinding(version: string, release: string): FindingCode | undefined {
  if (version === release) return undefined;
  const stated = parse(version);
  const expected = parse(release);
  // What is no version at all sorts before every version, as in the schema server.
  if (stated === undefined || expected === undefined) return 'version_earlier';
  const order = compare(stated, expected);
  if (order === 0) return undefined;
  if (order > 0) return 'version_incompatible_later';
  if (stated.numbers[0] === 0) return 'version_incompatible_initial_development';
  return stated.prerelease === undefined ? 'version_earlier' : 'version_incompatible_prerelease';
}

interface Version {
  readonly numbers: readonly number[];
  readonly prerelease: string | undefined;
}

function parse(text: string): Version | undefined {
  const match = versionPattern.exec(text);
  return match === null ? undefined : { numbers: match.slice(1, 4).map(Number), prerelease: match[4] };
}

function compare(one: Version, other: Version): number {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.prerelease === other.prerelease) return 0;
  if (one.prerelease === undefined) return 1;
  if (other.prerelease === undefined) return -1;
  return one.prerelease < other.prerelease ? -1 : 1;
}
