import { describe, expect, test } from 'vitest';
import { createZone, fromLocal } from './zone.ts';

describe('zones', () => {
  test('are UTC, an offset or a name', () => {
    expect(createZone('UTC')?.(0)).toBe(0);
    expect(createZone('+05:30')?.(0)).toBe(330);
    expect(createZone('-0800')?.(0)).toBe(-480);
    for (const name of ['Mars/Olympus', '', '5', '+5', '__proto__', '../etc']) expect(createZone(name)).toBeUndefined();
  });

  test('give the moment at which their clocks show a time, on both sides of a change', () => {
    const zone = createZone('Europe/Berlin')!;
    const utc = (month: number, day: number, hours: number, minutes = 0): number =>
      fromLocal(Date.UTC(2026, month - 1, day, hours, minutes), zone);
    expect(utc(1, 15, 12)).toBe(Date.UTC(2026, 0, 15, 11));
    expect(utc(7, 15, 12)).toBe(Date.UTC(2026, 6, 15, 10));
    // Clocks go from 2:00 to 3:00 on 29 March, and from 3:00 to 2:00 on 25 October.
    expect(utc(3, 29, 1, 59)).toBe(Date.UTC(2026, 2, 29, 0, 59));
    expect(utc(3, 29, 3)).toBe(Date.UTC(2026, 2, 29, 1));
    expect(utc(10, 25, 2, 30)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(utc(10, 25, 3)).toBe(Date.UTC(2026, 9, 25, 2));
  });

  test('with an offset of half an hour and changes at other times', () => {
    const zone = createZone('Australia/Adelaide')!;
    expect(fromLocal(Date.UTC(2026, 0, 15, 12), zone)).toBe(Date.UTC(2026, 0, 15, 1, 30));
    expect(fromLocal(Date.UTC(2026, 6, 15, 12), zone)).toBe(Date.UTC(2026, 6, 15, 2, 30));
  });
});
