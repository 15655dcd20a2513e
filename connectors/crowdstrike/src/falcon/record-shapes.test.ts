import { expect, test } from 'vitest';
import { placeIn, planFor, RecordShapes, shapesFor } from './record-shapes.ts';

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

test('the same fields left sixteen times are made by a function of their own', () => {
  const shapes = new RecordShapes();
  const shape = shapes.shapeOf({ a: 1, b: 2 }, []);
  const plan = planFor(shape, 0b01, 0);
  if (plan === undefined) throw new Error('There is no plan.');
  for (let times = 1; times < 16; times++) shapes.learn(plan, [{ name: 'b', place: 1 }]);
  expect(plan.make).toBeUndefined();
  shapes.learn(plan, [{ name: 'b', place: 1 }]);
  const { make } = plan;
  expect(make?.([3, 4])).toEqual({ b: 4 });
  shapes.learn(plan, [{ name: 'b', place: 1 }]);
  expect(plan.make).toBe(make);
});

test('each choice of fields has a plan, and no more than eight for a shape', () => {
  const shape = new RecordShapes().shapeOf({ a: 1, b: 2 }, []);
  const plans = [planFor(shape, 0, 0), planFor(shape, 1, 0), planFor(shape, 0, 1), planFor(shape, 1, 1)];
  expect(new Set(plans).size).toBe(4);
  for (let taken = 2; taken < 6; taken++) plans.push(planFor(shape, taken, 0));
  expect(plans).not.toContain(undefined);
  expect(planFor(shape, 6, 0)).toBeUndefined();
  expect(planFor(shape, 0, 1)).toBe(plans[2]);
});

test('each configuration has shapes of its own', () => {
  const config = {};
  expect(shapesFor(config)).toBe(shapesFor(config));
  expect(shapesFor({})).not.toBe(shapesFor(config));
});
