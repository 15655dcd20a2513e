import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contextOf, examiner, isEvent, undeclaredPaths } from './conformance.fixture.ts';
import { mapLine } from '../../records/map-line.ts';

/** Real logs that stand beside the repository where it is developed; they are not part of it. */
const samples = join(import.meta.dirname, '../../../../../../shared/samples');
const kinds = ['nginx/access', 'apache/access', 'app-json/bunyan', 'app-json/ecs', 'app-json/pino', 'linux/journald'];

test.skipIf(!existsSync(samples)).each(kinds)(
  'each real record of %s becomes a valid event (needs ../shared)',
  (kind) => {
    const examine = examiner();
    const classes = new Map<unknown, number>();
    for (const file of readdirSync(join(samples, kind))) {
      for (const line of readFileSync(join(samples, kind, file), 'utf8').split('\n')) {
        if (line === '') continue;
        const result = mapLine(line, contextOf());
        if (!isEvent(result)) throw new Error(`${file}: ${JSON.stringify(result)} for ${line}`);
        expect(undeclaredPaths(result)).toEqual([]);
        expect(examine(result)).toEqual([]);
        classes.set(result['class_uid'], (classes.get(result['class_uid']) ?? 0) + 1);
      }
    }
    console.log(kind, Object.fromEntries(classes));
  },
);
