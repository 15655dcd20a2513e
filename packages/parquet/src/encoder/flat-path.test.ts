import { expect, it } from 'vitest';
import { FlatPath } from './flat-path.ts';

it('joins the keys of nested objects with dots', () => {
  expect(FlatPath.root().child('rule').child('owner').child('name').text).toBe('rule.owner.name');
});

it('knows which texts another way of nesting may give, too', () => {
  const root = FlatPath.root();
  expect(['rule', '', 'rule.owner'].map((key) => root.child(key).isAmbiguous)).toEqual([false, true, true]);
});

it('joins the keys of a field once', () => {
  const root = FlatPath.root();
  expect(root.child('rule').child('name')).toBe(root.child('rule').child('name'));
});

it('does not remember ever more names, since senders choose them', () => {
  const root = FlatPath.root();
  for (let key = 0; key < 5000; key++) root.child(`key ${key}`);
  expect(root.child('key 1')).toBe(root.child('key 1'));
  expect(root.child('key 4999')).not.toBe(root.child('key 4999'));
  expect(root.child('key 4999').child('name').text).toBe('key 4999.name');
  const long = 'x'.repeat(200);
  expect(FlatPath.root().child(long).text).toBe(long);
});
