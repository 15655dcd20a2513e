import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { CatalogueFacts } from './facts/format.ts';
import { OcsfError } from './errors.ts';

/**
 * All releases in one Brotli stream, because they repeat each other: a line of JSON for each, after a first line with
 * the hash of every line.
 */
export function packReleases(releases: readonly CatalogueFacts[]): Uint8Array {
  const lines = releases.map((facts) => JSON.stringify(facts));
  const header = Object.fromEntries(releases.map((facts, index) => [facts.release, hashOf(lines[index]!)]));
  const text = Buffer.from([JSON.stringify(header), ...lines].join('\n'));
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

/** The facts of one release. Throws `facts_unreadable` where the stream is damaged or lacks it. */
export function unpackRelease(packed: Uint8Array, release: string): CatalogueFacts {
  const [header = '{}', ...lines] = brotliDecompressSync(packed).toString('utf8').split('\n');
  const hashes = new Map<string, unknown>(Object.entries(JSON.parse(header)));
  const line = lines[[...hashes.keys()].indexOf(release)];
  if (line === undefined || hashOf(line) !== hashes.get(release)) {
    throw new OcsfError(
      'facts_unreadable',
      `The packaged facts of OCSF ${release} are missing or damaged. Reinstall @sluice/ocsf, or run its \`generate\` script.`,
    );
  }
  // Written by `packReleases`, as the hash says.
  const facts: CatalogueFacts = JSON.parse(line);
  return facts;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
