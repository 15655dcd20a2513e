import { join } from 'node:path';
import type { Candidate } from './candidates.ts';
import { type Fate, mutatedText } from './fate.ts';
import { functionsOf, noting } from './reached.ts';
import { type FirstRun, openTestSession } from './test-session.ts';
import { durationOf, wavesOf } from './waves.ts';
import type { Workplace } from './workplace.ts';

/** Tries mutants by all tests that reach them, as vitest runs them. */
export interface ThoroughStage {
  readonly first: FirstRun;
  fateOf(mutant: Candidate): Promise<Fate>;
  close(): Promise<void>;
}

/** The copy is as the workspace is, before and after each mutant. */
export async function openThoroughStage(
  place: Workplace,
  sources: Readonly<Record<string, string>>,
): Promise<ThoroughStage> {
  const session = await openTestSession(place.folder);
  for (const [file, source] of Object.entries(sources)) place.write(file, noting(source, functionsOf(source, file)));
  const first = await session.firstRun();
  for (const [file, source] of Object.entries(sources)) place.write(file, source);
  const wavesFor = wavesOf(first);
  return {
    first,
    close: () => session.close(),
    async fateOf(mutant) {
      const path = join(place.folder, mutant.file);
      const waves = wavesFor(mutant);
      place.write(mutant.file, mutatedText(mutant));
      session.changed(path);
      try {
        for (const wave of waves) if (!(await session.passes(wave, 30_000 + 5 * durationOf(wave)))) return 'noticed';
        return waves.length > 0 ? 'survives' : 'is reached by no test';
      } finally {
        place.write(mutant.file, mutant.source);
        session.changed(path);
      }
    },
  };
}
