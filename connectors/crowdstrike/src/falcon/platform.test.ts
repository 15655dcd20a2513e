import { expect, test } from 'vitest';
import { platformOs } from './platform.ts';

test('a platform is one of those that OCSF numbers, or none of them', () => {
  expect(platformOs('Windows', undefined)).toEqual({ name: 'Windows', type_id: 100 });
  expect(platformOs('Linux', undefined)).toEqual({ name: 'Linux', type_id: 200 });
  expect(platformOs('Mac', undefined)).toEqual({ name: 'macOS', type_id: 300 });
  expect(platformOs('iOS', undefined)).toEqual({ name: 'iOS', type_id: 301 });
  expect(platformOs('Android', undefined)).toEqual({ name: 'Android', type_id: 201 });
  expect(platformOs('ChromeOS', undefined)).toEqual({ name: 'ChromeOS', type_id: 0 });
  expect(platformOs('constructor', undefined)).toEqual({ name: 'constructor', type_id: 0 });
});

test('a version names the system more exactly', () => {
  expect(platformOs('Windows', 'Windows 11')).toEqual({ name: 'Windows 11', type_id: 100 });
  expect(platformOs(undefined, 'Plan 9')).toEqual({ name: 'Plan 9', type_id: 0 });
  expect(platformOs(undefined, undefined)).toBeUndefined();
});
