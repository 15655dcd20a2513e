/**
 * The system tests: installs the real programs that they need, runs them, and ends with a line that counts them:
 * `N passed, N failed`. Where a program is missing and cannot be installed, everything fails. Skipped is only what needs
 * a program that Debian has not (`harness/programs.ts`), and then the line says how much.
 */
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { preparePrograms } from './harness/packages.ts';

// Many short processes are started: each finds its code compiled already.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/node');

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    await preparePrograms((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  }
  const vitest = await startVitest('test', process.argv.slice(2), {
    config: join(import.meta.dirname, 'vitest.config.ts'),
    watch: false,
  });
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  const skipped = tests.filter((test) => test.result().state === 'skipped').length;
  // A file that could not even be loaded, or whose setup failed, has no failed test to count.
  const broken = modules.filter(
    (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
  ).length;
  // What went wrong outside of any test, and would go unseen.
  const unhandled = vitest.state.getUnhandledErrors().length;
  const failed = tests.length - passed - skipped + broken + unhandled;
  await vitest.close();
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
