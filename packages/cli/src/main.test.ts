import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/sluice.js', import.meta.url));
const asOldNode = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })`;

describe('bin/sluice.js', { timeout: 30_000 }, () => {
  it('runs the sources in the repository', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it('says what is missing where Node.js is too old', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', asOldNode, bin, '--version'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('sluice needs Node.js 22.18 or newer; this is 20.19.0');
  });

  it('keeps compiled code where it is told to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-compiled-'));
    const env = { ...process.env, NODE_COMPILE_CACHE: folder };
    expect(spawnSync(process.execPath, [bin, '--version'], { env }).status).toBe(0);
    expect(readdirSync(folder)).not.toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('passes the exit code on', () => {
    expect(spawnSync(process.execPath, [bin, 'validate', '/nowhere/sluice.yaml'], { encoding: 'utf8' }).status).toBe(
      78,
    );
    expect(spawnSync(process.execPath, [bin, 'query'], { encoding: 'utf8', cwd: '/' }).status).toBe(2);
  });
});
