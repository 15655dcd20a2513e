import { isRejection, type MappedEvent } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadMapping } from '../load-mapping.ts';
import { context, createConform } from './conform.ts';
import { parsePattern } from '../pattern/parse-pattern.ts';
import { barePattern, sampleOf } from './generate-pattern.ts';

const catalogue = loadCatalogue('1.3.0');

/** A login whose name and status are taken from groups, accepted only where every match gives them. */
function documentOf(patterns: readonly string[], group: number): string {
  return JSON.stringify({
    version: 1,
    format: 'text',
    null_values: ['-', '0'],
    parse: { line: { pattern: patterns } },
    rules: [
      {
        when: '$line',
        class: 'authentication',
        map: {
          activity_id: 'Logon',
          severity_id: 'Low',
          'user.name': `$line.g${group}`,
          'service.name': 'sshd',
          dst_endpoint: { port: `$line.g${group}`, ip: `$line.g${group}` },
        },
      },
    ],
  });
}

/** A pattern with a group `g0`, and texts that match it. */
const patternAndTexts = fc
  .tuple(barePattern, barePattern, barePattern, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }))
  .map(([before, inner, after, numbers]) => {
    const source = `${before}(?<g0>${inner})${after}`;
    const node = parsePattern(source);
    let at = 0;
    const next = (): number => numbers[at++ % numbers.length]!;
    return [source, Array.from({ length: 6 }, () => sampleOf(node, next))] as const;
  });

test('a group that is taken for certain has a value that fits in every match', () => {
  const count = { accepted: 0, refused: 0, events: 0 };
  fc.assert(
    fc.property(fc.array(patternAndTexts, { minLength: 1, maxLength: 2 }), (all) => {
      const sources = [...new Set(all.map(([source]) => source))];
      const { mapping } = loadMapping(documentOf(sources, 0), { file: 'generated', catalogue });
      if (mapping === undefined) {
        count.refused++;
        return;
      }
      count.accepted++;
      const conform = createConform(catalogue, mapping.emits);
      for (const text of all.flatMap(([, texts]) => texts)) {
        const result = mapping.map(text, context);
        if (isRejection(result)) continue;
        count.events++;
        expect([text, conform(result as MappedEvent)]).toEqual([text, []]);
      }
    }),
    { numRuns: 600 },
  );
  // Groups that can be empty, and those that can be a null value, are refused: there have to be both.
  expect(count.refused).toBeGreaterThan(50);
  expect(count.accepted).toBeGreaterThan(50);
  expect(count.events).toBeGreaterThan(count.accepted);
}, 60_000);
