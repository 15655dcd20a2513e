import { loadCatalogue } from '@sluice/ocsf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MappingError } from './errors.ts';
import { examples } from './language/examples.ts';
import { loadMapping, requireMapping } from './load-mapping.ts';
import { functions } from './tests/functions.ts';
import { readWrongCases } from './tests/wrong-cases.ts';

const options = { file: 'mapping.yaml', catalogue: loadCatalogue('1.3.0'), functions };

describe('loadMapping', () => {
  test('never throws: a document gives a mapping or problems with places in it', () => {
    const documents = [...examples, ...[...readWrongCases().values()].flat()].map(({ document }) => document);
    const damage = fc.tuple(
      fc.nat(2_000),
      fc.nat(20),
      fc.constantFrom('', ' ', '\n', ':', '$', '{', '[', '- ', '5', 'null', '__proto__', '@', '(?<a>', '*'),
    );
    const damaged = fc
      .tuple(fc.constantFrom(...documents), fc.array(damage, { maxLength: 4 }))
      .map(([text, all]) =>
        all.reduce(
          (now, [at, length, put]) =>
            now.slice(0, at % (now.length + 1)) + put + now.slice((at % (now.length + 1)) + length),
          text,
        ),
      );
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), (text) => {
        const { mapping, problems = [] } = loadMapping(text, options);
        expect(mapping === undefined).toBe(problems.length > 0);
        const lines = text.split('\n').length;
        for (const { line, column } of problems) expect(line >= 1 && line <= lines && column >= 1).toBe(true);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  test('says the classes in the order of the document, and the same columns each time', () => {
    const { document } = examples[1]!;
    const { emits } = requireMapping(document, options);
    expect(emits.map((one) => one.class)).toEqual(['authentication', 'base_event']);
    expect(emits[0]?.columns).toEqual([
      'severity_id',
      'severity',
      'time',
      'message',
      'activity_id',
      'activity_name',
      'status_id',
      'status',
      'user.name',
      'src_endpoint.ip',
      'src_endpoint.port',
      'service.name',
      'auth_protocol',
      'auth_protocol_id',
    ]);
    expect(requireMapping(document, options).emits).toEqual(emits);
  });

  test('requireMapping throws all problems in one error', () => {
    const load = (): unknown => requireMapping('version: 2\nformat: xlm\nrules: []\n', options);
    expect(load).toThrow(MappingError);
    expect(load).toThrow(
      /has 3 problems:\nmapping.yaml:1:10 unsupported_version .*\nmapping.yaml:2:9 bad_value .*\nmapping.yaml:3:8/,
    );
  });
});
