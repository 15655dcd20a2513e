import { expect, test } from 'vitest';
import { Fields } from './fields.ts';
import { planFor, RecordShapes } from './record-shapes.ts';

test('a record of more than 512 names leaves nothing behind', () => {
  const shapes = new RecordShapes();
  const [most, more] = [recordOf(512), recordOf(513)];
  expect(shapes.shapeOf(most, [])).toBe(shapes.shapeOf(most, []));
  expect(shapes.shapeOf(more, [])).not.toBe(shapes.shapeOf(more, []));
  expect(shapes.shapeOf(more, [])).toEqual(shapes.shapeOf(more, []));
});

test('what was asked for after a field the last two times is expected there', () => {
  const shapes = new RecordShapes();
  Fields.of({ a: 1, b: 2 }, shapes)?.first('none', 'a', 'b');
  expect(shapes.start.next.name).toBe('none');
  expect(shapes.start.next.next.name).toBe('a');
  Fields.of({ a: 1, b: 2 }, shapes)?.text('b');
  expect([shapes.start.next.name, shapes.start.other.name]).toEqual(['b', 'none']);
});

test('what is left after the same was taken sixteen times is made by a function of its own', () => {
  const shapes = new RecordShapes();
  const record = { a: 'x', b: 'y' };
  const planned = (): boolean => planFor(shapes.shapeOf(record, []), 1, 0)?.make !== undefined;
  const restOf = (): unknown => {
    const fields = Fields.of(record, shapes);
    fields?.take('a');
    return fields?.rest();
  };
  for (let time = 1; time < 16; time++) restOf();
  expect(planned()).toBe(false);
  restOf();
  expect(planned()).toBe(true);
  expect(restOf()).toEqual({ b: 'y' });
});

/** Names come from upstream, so that there may be any number of them: what is kept of them is forgotten in time. */
test.each([
  ['50,000 names', (shapes: RecordShapes) => range(50_000).forEach((n) => shapes.shapeOf({ [`n${n}`]: 1 }, []))],
  [
    'long names',
    (shapes: RecordShapes) => range(1000).forEach((n) => shapes.shapeOf({ ['x'.repeat(10_000 + n)]: 1 }, [])),
  ],
  ['long lists of names', (shapes: RecordShapes) => range(512).forEach((n) => shapes.shapeOf(recordOf(n), []))],
  ['2,400 functions', (shapes: RecordShapes) => range(300).forEach((n) => makeFunctions(shapes, n))],
])('what is kept of records is forgotten after %s, and built anew', (_, fill) => {
  const shapes = new RecordShapes();
  const first = { a: 1, b: 2 };
  const shape = shapes.shapeOf(first, []);
  expect(shapes.shapeOf(first, [])).toBe(shape);
  fill(shapes);
  const again = shapes.shapeOf(first, []);
  expect(again).not.toBe(shape);
  expect(again.names).toEqual(['a', 'b']);
  expect(shapes.shapeOf(first, [])).toBe(again);
});

/** As many ways as are noted of one shape, each made into a function. */
function makeFunctions(shapes: RecordShapes, n: number): void {
  const shape = shapes.shapeOf({ [`n${n}`]: 1 }, []);
  for (const taken of range(8)) {
    const plan = planFor(shape, taken, 0);
    if (plan !== undefined) for (let time = 0; time < 16; time++) shapes.learn(plan, []);
  }
}

function recordOf(names: number): Record<string, number> {
  return Object.fromEntries(range(names).map((n) => [`n${n}`, n]));
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, n) => n);
}
