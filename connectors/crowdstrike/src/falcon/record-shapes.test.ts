import { expect, test } from 'vitest';
import { placeIn, RecordShapes, shapesFor } from './record-shapes.ts';

test('records with the same names in the same order have one shape', () => {
  const shapes = new RecordShapes();
  const values: unknown[] = [];
  const shape = shapes.shapeOf({ a: 1, b: 2 }, values);
  expect([shape.names, values]).toEqual([
    ['a', 'b'],
    [1, 2],
  ]);
  expect(shapes.shapeOf({ a: 3, b: 4 }, [])).toBe(shape);
  for (const other of [{ b: 1, a: 2 }, { a: 1 }, { a: 1, b: 2, c: 3 }, {}]) {
    expect(shapes.shapeOf(other, []).names).toEqual(Object.keys(other));
  }
  expect(shapes.shapeOf({ a: 1, b: 2 }, [])).toBe(shape);
});

test('a name stands at its place, also where another was expected', () => {
  const shapes = new RecordShapes();
  const shape = shapes.shapeOf({ a: 1, b: 2, c: 3 }, []);
  for (const name of ['a', 'b', 'c', 'none', 'a', 'none', 'b', 'a', 'c']) {
    const asked = shapes.ask(shapes.start, name);
    expect(asked.name).toBe(name);
    expect(placeIn(shape, asked)).toBe(['a', 'b', 'c'].indexOf(name));
    for (const next of ['c', 'a', 'b', 'c']) expect(placeIn(shape, shapes.ask(asked, next))).toBe('abc'.indexOf(next));
  }
});

test('records whose names never end are read and forgotten', () => {
  const shapes = new RecordShapes();
  const long = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`n${index}`, index]));
  const values: unknown[] = [];
  expect(shapes.shapeOf(long, values).names).toEqual(Object.keys(long));
  expect(values).toEqual(Object.values(long));
  expect(shapes.shapeOf(long, [])).not.toBe(shapes.shapeOf(long, []));
});

test('when too many names are known, all are forgotten and learnt anew', () => {
  const shapes = new RecordShapes();
  const usual = shapes.shapeOf({ a: 1 }, []);
  for (let index = 0; index < 40; index++) shapes.shapeOf({ [`${index}-${'x'.repeat(200_000)}`]: 1 }, []);
  expect(shapes.shapeOf({ a: 1 }, [])).toBe(usual);
  for (let index = 40; index < 45; index++) shapes.shapeOf({ [`${index}-${'x'.repeat(200_000)}`]: 1 }, []);
  const anew = shapes.shapeOf({ a: 1 }, []);
  expect(anew).not.toBe(usual);
  expect(shapes.shapeOf({ a: 2 }, [])).toBe(anew);
});

test('each configuration has shapes of its own', () => {
  const config = {};
  expect(shapesFor(config)).toBe(shapesFor(config));
  expect(shapesFor({})).not.toBe(shapesFor(config));
});
