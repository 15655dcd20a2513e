import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeLine } from './code-line.ts';
import { stagesOf, type LeafStage } from './stage.ts';
import { codeAt } from './value-buffer.ts';

const leaf = { column: 'labels[]', path: ['labels'], type: 'string', maxDefinition: 3, maxRepetition: 1 } as const;

/** Few codes, so that long stretches of one are common, and codes beyond a byte. */
const code = fc.constantFrom(0, 1, 1, 1, 255, 256, 65_535);
const codes = fc.array(code, { maxLength: 80 });

const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), codes }),
  fc.record({ kind: fc.constant('addTimes' as const), codes: fc.tuple(code, fc.integer({ min: 1, max: 90 })) }),
  fc.record({ kind: fc.constant('addKnown' as const), codes }),
  fc.record({ kind: fc.constant('addDefined' as const), codes }),
  fc.record({ kind: fc.constant('seal' as const) }),
);

test('codes come out as they went in, however they were added, and as one where all are the same', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const line = new CodeLine();
      let expected: number[] = [];
      for (const one of steps) {
        if (one.kind === 'seal') {
          expect(listOf(line.view(), line.count)).toEqual(expected);
          const sealed = line.seal(Math.max(0, ...expected) + 1);
          expect(listOf(sealed, expected.length)).toEqual(expected);
          expect(typeof sealed === 'number').toBe(new Set(expected).size < 2);
          if (typeof sealed !== 'number') expect(sealed.BYTES_PER_ELEMENT).toBe(Math.max(...expected) > 255 ? 2 : 1);
          expect(line.count).toBe(0);
          expected = [];
        } else if (one.kind === 'addTimes') {
          const [times, count] = one.codes;
          line.addTimes(times, count);
          expected.push(...Array.from({ length: count }, () => times));
        } else {
          for (const each of one.codes) if (one.kind === 'add') line.add(each);
          if (one.kind === 'addKnown') addKnown(line, one.codes);
          if (one.kind === 'addDefined')
            line.addDefined(Int32Array.from(one.codes), stageOf(one.codes), 0, one.codes.length);
          expected.push(...one.codes);
        }
      }
      expect(listOf(line.view(), line.count)).toEqual(expected);
    }),
  );
});

test('a code that is not known is where adding stops, also among codes that were all the same', () => {
  const line = new CodeLine();
  const known = Int32Array.of(7, 7, -1);
  expect(line.addKnown(Uint8Array.of(0, 1, 2, 0), known, 0, 4)).toBe(2);
  line.add(9);
  expect(line.addKnown(Uint8Array.of(0, 1, 2, 0), known, 1, 4)).toBe(2);
  expect(listOf(line.seal(10), 4)).toEqual([7, 7, 9, 7]);
});

test('an entry may have the code of one before it', () => {
  const line = new CodeLine();
  const entries = Int32Array.of(5, -2, 6, -2, -4);
  line.addDefined(entries, stageOf([...entries]), 0, 5);
  expect(listOf(line.seal(7), 5)).toEqual([5, 5, 6, 5, 6]);
});

function addKnown(line: CodeLine, added: readonly number[]): void {
  const distinct = [...new Set(added)];
  const own = Uint8Array.from(added, (each) => distinct.indexOf(each));
  expect(line.addKnown(own, Int32Array.from(distinct), 0, own.length)).toBe(own.length);
}

function listOf(found: Uint8Array | Uint16Array | number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => codeAt(found, at));
}

/** A stage whose entries all have a value. */
function stageOf(entries: readonly number[]): LeafStage {
  const [stage] = stagesOf([leaf]).leaves;
  if (stage === undefined) throw new Error('no stage');
  stage.grow(entries.length);
  stage.definitions.fill(leaf.maxDefinition);
  return stage;
}
