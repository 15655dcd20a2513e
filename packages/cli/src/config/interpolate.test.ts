import { describe, expect, it } from 'vitest';
import { interpolate } from './interpolate.ts';

const environment = { HOME: '/home/example', EMPTY: '', NESTED: '${HOME}' };

describe('a variable in a value', () => {
  it.each([
    ['${HOME}/lake', '/home/example/lake'],
    ['${HOME}${HOME}', '/home/example/home/example'],
    ['[${EMPTY}]', '[]'],
    ['$${HOME}', '${HOME}'],
    ['$HOME', '$HOME'],
    ['5$', '5$'],
    ['${NESTED}', '${HOME}'],
  ])('%s becomes %s', (source, expected) => {
    expect(interpolate(source, environment)).toMatchObject({ text: expected, mistakes: [] });
  });

  it('is told from text that only looks like one', () => {
    expect(interpolate('$${HOME}', environment).changed).toBe(false);
    expect(interpolate('${HOME}', environment).changed).toBe(true);
  });

  it('is never looked up on the prototype', () => {
    expect(interpolate('${constructor}', environment).mistakes).toHaveLength(1);
    expect(interpolate('${__proto__}', environment).mistakes).toHaveLength(1);
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    interpolate('${'.repeat(200_000), environment);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
