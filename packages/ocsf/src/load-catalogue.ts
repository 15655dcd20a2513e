import { readFileSync } from 'node:fs';
import type { Catalogue } from './catalogue.ts';
import { OcsfError } from './errors.ts';
import { decodeFacts } from './facts/decode.ts';
import { unpackRelease } from './packed-releases.ts';
import { isRelease, type Release, releases } from './releases.ts';

/** Read once: a catalogue is immutable and follows from the package alone, so nobody can tell the difference. */
const loaded = new Map<Release, Catalogue>();

/**
 * What a release defines. Synchronous; the first call for a release reads and decodes packaged data (some 20 ms), later
 * ones give the same catalogue.
 *
 * @example
 * loadCatalogue('1.3.0').classes.get('authentication')?.uid; // 3002
 */
export function loadCatalogue(release: Release): Catalogue {
  const known = loaded.get(release);
  if (known !== undefined) return known;
  if (!isRelease(release)) throw unknownRelease(release);
  const packed = readFileSync(new URL('./generated/releases.br', import.meta.url));
  const catalogue = decodeFacts(unpackRelease(packed, release));
  loaded.set(release, catalogue);
  return catalogue;
}

function unknownRelease(release: string): OcsfError {
  return new OcsfError('release_unknown', `There is no OCSF release "${release}" here. Known: ${releases.join(', ')}.`);
}
