import { loadCatalogue } from '@sluice/ocsf';
import { expect, test } from 'vitest';
import { eventClassCount, eventClassOf } from './event-classes.ts';

/** Values that do not follow from the caption. */
const irregular: Readonly<Record<string, string>> = {
  kernel_extension: 'KERNEL_EXTENSION',
  user_access: 'USER_ACCESS',
  user_inventory: 'USER_INVENTORY',
  patch_state: 'PATCH_STATE',
};

test('has one value for each class of OCSF 1.3.0, named after its caption', () => {
  const classes = [...loadCatalogue('1.3.0').classes.values()].filter(({ uid }) => uid !== 0);
  expect(eventClassCount).toBe(classes.length);
  for (const { uid, name, caption } of classes) {
    const short = name.split('/').at(-1) ?? '';
    expect(eventClassOf(uid), name).toBe(irregular[short] ?? caption.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_'));
  }
});

test('has none for base_event and for what came after 1.3.0', () => {
  expect(eventClassOf(0)).toBeUndefined();
  const later = [...loadCatalogue('1.8.0').classes.values()].filter(({ uid }) => uid === 1009 || uid === 2007);
  expect(later.length).toBeGreaterThan(0);
  for (const { uid } of later) expect(eventClassOf(uid)).toBeUndefined();
});
