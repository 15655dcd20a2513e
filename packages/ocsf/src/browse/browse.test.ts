import { expect, test } from 'vitest';
import { loadCatalogue } from '../load-catalogue.ts';
import { releases } from '../releases.ts';
import { describe as describeDefinition } from './describe.ts';
import { diffReleases } from './diff-releases.ts';
import { formatDiff } from './format-diff.ts';
import { formatTree } from './format-tree.ts';
import { searchCatalogue } from './search.ts';

const catalogue = loadCatalogue('1.3.0');

test('a class is a readable tree of attributes, types, requirements, ids and constraints', () => {
  const lines = formatTree(describeDefinition(catalogue, 'authentication', { profiles: ['cloud'], depth: 2 })).split(
    '\n',
  );
  expect(lines[0]).toBe('authentication 3002: Authentication');
  expect(lines[1]).toBe('  at least one of: service, dst_endpoint');
  expect(lines).toContain('├─ ! cloud: cloud (profile cloud)');
  expect(lines).toContain('│  ├─ + region: string_t');
  expect(lines.some((line) => line.startsWith('├─ ! severity_id: integer_t = 0 Unknown, 1 Informational'))).toBe(true);
});

test('a class is found by name or uid, and a misspelt one is refused with the nearest', () => {
  expect(describeDefinition(catalogue, '3002').definition.name).toBe('authentication');
  expect(describeDefinition(catalogue, 'user').definition.name).toBe('user');
  expect(() => describeDefinition(catalogue, 'autentication')).toThrow(/Did you mean "authentication"/);
});

test('attributes of a profile that is off are not in the tree', () => {
  const names = describeDefinition(catalogue, 'authentication').nodes.map(({ name }) => name);
  expect(names).toContain('user');
  expect(names).not.toContain('cloud');
});

test('a recursive object is opened as deep as asked and no deeper', () => {
  const tree = describeDefinition(catalogue, 'process', { depth: 3 });
  expect(formatTree(tree)).toContain('parent_process');
});

test('searching understands what OCSF abbreviates', () => {
  expect(searchCatalogue(catalogue, 'source ip').map(({ name }) => name)).toContain('src_endpoint.ip');
  const [first] = searchCatalogue(catalogue, 'authentication');
  expect(first).toMatchObject({ kind: 'class', name: 'authentication' });
  expect(searchCatalogue(catalogue, 'severity high').map(({ name }) => name)).not.toContain('user');
  expect(searchCatalogue(catalogue, '  ')).toEqual([]);
  expect(searchCatalogue(catalogue, 'zzzz')).toEqual([]);
});

test('a release differs from the one before in what is listed, and from itself in nothing', () => {
  const diff = diffReleases(loadCatalogue('1.1.0'), catalogue, { className: 'authentication' });
  expect(diff.profiles).toEqual({ added: ['data_classification', 'osint'], removed: [] });
  expect(diff.classes.changed[0]).toMatchObject({
    name: 'authentication',
    uid: 3002,
    added: ['osint', 'auth_factors'],
  });
  expect(diff.classes.changed[0]?.enums).toContainEqual({
    name: 'activity_id',
    added: { '6': 'Preauth' },
    removed: {},
    renamed: {},
  });
  expect(formatDiff(diff)).toContain('      + activity_id 6 Preauth');
  const same = diffReleases(catalogue, catalogue);
  expect(same.classes).toEqual({ added: [], removed: [], changed: [] });
  expect(same.objects).toEqual(same.classes);
});

test('a class that was renamed is the same class, by its uid', () => {
  const diff = diffReleases(catalogue, loadCatalogue('1.4.0'), { className: 'event_log' });
  expect(diff.classes.changed[0]).toMatchObject({ name: 'event_log', renamedTo: 'event_log_actvity', uid: 1008 });
});

test('every release can be compared with every other', () => {
  for (const release of releases) {
    const diff = diffReleases(loadCatalogue(release), loadCatalogue('1.8.0'));
    expect(diff.classes.changed.length > 0).toBe(release !== '1.8.0');
  }
});
