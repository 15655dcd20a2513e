import type { ConfigSchema } from '@sluice/connector';
import { duration, size } from '@sluice/connector/zod';
import * as z from 'zod';

/** What a user writes for the stream `files`, with the defaults filled in. */
export interface FilesConfig {
  readonly paths: readonly string[];
  readonly follow: boolean;
  readonly pollMs: number;
  readonly maxFileBytes: number;
}

const written = z.strictObject({
  paths: z
    .array(z.string().min(1).max(1024).meta({ format: 'path' }))
    .min(1)
    .describe('Files of findings: paths or globs. JSON lines, an array, one finding, or what `get-findings` prints.'),
  follow: z
    .boolean()
    .default(false)
    .describe('Wait for more files, and for files that are written anew. `false` reads what is there and ends.'),
  poll_every: duration({ atLeast: '10ms', atMost: '1h' })
    .prefault('1m')
    .describe(
      'How often to look for files, where it follows. A file is taken once two looks in a row find it the same.',
    ),
  max_file: size({ atLeast: '1KiB', atMost: '1GiB' })
    .prefault('256MiB')
    .describe('A larger file is left alone and named in the log.'),
});

export const filesConfig: ConfigSchema<FilesConfig> = written.transform(({ paths, follow, poll_every, max_file }) => ({
  paths,
  follow,
  pollMs: poll_every,
  maxFileBytes: max_file,
}));
