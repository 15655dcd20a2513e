import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';

/** A rejected record as the dead letters keep it. */
export interface RejectedRecord {
  readonly pipeline: string;
  readonly reason: string;
  readonly detail: string;
  /** The record itself, or its bytes in base64 where it is no text. */
  readonly raw: string;
}

/** One rejected record for each pipeline and reason, from the first megabyte of each dead-letter object. */
export async function exampleOfEach(deadLetters: string): Promise<readonly RejectedRecord[]> {
  const examples = new Map<string, RejectedRecord>();
  const paths: string[] = [];
  for await (const path of glob('**/*.ndjson.zst', { cwd: deadLetters })) paths.push(path);
  for (const path of paths.toSorted()) {
    const text = zstdDecompressSync(await readFile(join(deadLetters, path))).toString('utf8');
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const letter: Omit<RejectedRecord, 'raw'> & { readonly raw?: string; readonly raw_base64?: string } =
        JSON.parse(line);
      const { pipeline, reason, detail, raw, raw_base64: base64 } = letter;
      const key = `${pipeline} ${reason}`;
      if (!examples.has(key)) examples.set(key, { pipeline, reason, detail, raw: raw ?? `base64:${base64 ?? ''}` });
    }
  }
  return [...examples.values()];
}
