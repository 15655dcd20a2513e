import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mapRecord } from './map.fixture.ts';

/** Real logs beside the repository; absent on most machines. */
const samples = join(import.meta.dirname, '../../../../../../shared/samples');
const folders = ['linux/auth', 'cisco', 'paloalto', 'fortinet', 'cef', 'leef'];
const receivedAt = Date.UTC(2026, 0, 15);

/** Least share of the records of a file that reach a specific class. */
const floor = 0.97;

/** Files with records that are honestly generic: their own share, with the reason. */
const ownFloors: Readonly<Record<string, number>> = {
  // OCSF 1.3 has no class for what GlobalProtect finds out about a host.
  'paloalto/ngfw-syslog/cribl/pan_hipmatch.log': 0,
  // One of four records is a test message of NXLog that tells of nothing.
  'leef/cribl/leef_syslog_samples.log': 0.75,
};

describe.skipIf(!existsSync(samples))('real logs (skipped where ../shared/samples is absent)', () => {
  for (const file of folders.flatMap((folder) => filesOf(join(samples, folder)))) {
    test(`become valid events, each record whole: ${relative(samples, file)}`, () => {
      const records = linesOf(file);
      const generic: string[] = [];
      const shares = new Map<string, number>();
      for (const record of records) {
        const { event, problems } = mapRecord(record, { receivedAt });
        // One comparison of an object for each record would take longer than all the rest.
        if (problems.length > 0 || event['raw_data'] !== record)
          expect({ raw: event['raw_data'], problems }).toEqual({ raw: record, problems: [] });
        if (event['class_uid'] === 0) generic.push(record);
        const share = `${String(event['class_name'])}${event['time'] === receivedAt ? ', time of receipt' : ''}`;
        shares.set(share, (shares.get(share) ?? 0) + 1);
      }
      const specific = 1 - generic.length / records.length;
      expect(specific, generic.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(
        ownFloors[relative(samples, file)] ?? floor,
      );
      const text = [...shares].map(([name, count]) => `${name} ${((100 * count) / records.length).toFixed(1)}%`);
      process.stdout.write(`${relative(samples, file)}: ${records.length} records: ${text.join('; ')}\n`);
    }, 120_000);
  }
});

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
  return /\.(?:log|raw)$/.test(path) ? [path] : [];
}

/** The records of a file as a syslog sender would give them: without line ends, and no empty ones. */
function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
