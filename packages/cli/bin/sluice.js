#!/usr/bin/env node
// Plain JavaScript that any Node.js since version 14 can read, so that an old one is told what is missing.
import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './node-flags.js';

const needed = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);
const source = fileURLToPath(new URL('../src/main.ts', import.meta.url));

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `sluice needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node} (${process.execPath}).\n` +
      'Install a newer one from https://nodejs.org, or in a clone of the repository run `npx sluice`, which brings its own on Linux.',
  );
  process.exit(1);
} else {
  // In the repository: the sources as they are, without a build.
  if (existsSync(source)) run(['--conditions=source', source]);
  else run([fileURLToPath(new URL('../dist/main.js', import.meta.url))]);
}

function run(main) {
  const args = [...nodeFlags, ...main, ...process.argv.slice(2)];
  const { NODE_COMPILE_CACHE, MALLOC_MMAP_THRESHOLD_ } = process.env;
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: NODE_COMPILE_CACHE || compileCache(),
    // glibc keeps large buffers that were freed between smaller ones, unless each is mapped by itself (docs/benchmarks.md).
    MALLOC_MMAP_THRESHOLD_: MALLOC_MMAP_THRESHOLD_ ?? '262144',
  };
  // Becoming that process keeps one process id, so that signals and exit codes need no go-between.
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.removeAllListeners('warning');
    process.execve(process.execPath, [process.execPath, ...args], env);
  }
  const child = spawn(process.execPath, args, { stdio: 'inherit', env });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
}

/**
 * Where Node.js keeps compiled code, so that the next start need not compile it again. It runs what it finds there, so it
 * is no folder that others can write in; without a home there is none, and where it cannot be written nothing is kept.
 */
function compileCache() {
  try {
    const { homedir } = userInfo();
    return homedir.length > 1 ? join(homedir, '.cache', 'sluice', 'compiled') : '';
  } catch {
    return '';
  }
}
