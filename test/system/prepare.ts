/**
 * Installs the programs that the system tests need, so that this can be done beside something else: `npm run
 * test:system:prepare`. Where it cannot, the system tests say so when they run.
 */
import { preparePrograms } from './harness/packages.ts';

await preparePrograms((line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
});
