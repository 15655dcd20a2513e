import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findConnector } from './find-connector.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/wrong-configs/connectors/', import.meta.url));

/** A folder in which a package of this name is installed, for `import` alone as most are. */
function folderWithPackage(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-connector-'));
  const home = join(folder, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name, type: 'module', exports: { '.': { import: './index.js' } } }),
  );
  writeFileSync(join(home, 'index.js'), readFileSync(join(fixtures, 'two-streams.js')));
  return folder;
}

describe('a connector', () => {
  it.each(['syslog', 'app-logs'])('comes with Sluice: %s', async (name) => {
    expect(await findConnector(name, '/nowhere')).toMatchObject({
      connector: { name },
      url: expect.stringMatching(/^file:/),
    });
  });

  it.each(['sluice-connector-example', '@example/sluice-connector'])(
    'is a package installed beside the configuration: %s',
    async (name) => {
      const folder = folderWithPackage(name);
      expect(await findConnector(name, folder)).toMatchObject({ connector: { name: 'two-streams' } });
      mkdirSync(join(folder, 'deeper'));
      expect(await findConnector(name, join(folder, 'deeper'))).toMatchObject({ connector: { name: 'two-streams' } });
    },
  );

  it('is a module by its path from the configuration', async () => {
    expect(await findConnector('./two-streams.js', fixtures)).toMatchObject({ connector: { name: 'two-streams' } });
    expect(await findConnector(join(fixtures, 'sockets.js'), '/')).toMatchObject({ connector: { name: 'sockets' } });
  });

  it.each(['constructor', '__proto__', 'toString'])('is not found on a prototype: %s', async (name) => {
    expect(await findConnector(name, '/nowhere')).toMatchObject({
      reason: expect.stringContaining('neither built in'),
    });
  });
});
