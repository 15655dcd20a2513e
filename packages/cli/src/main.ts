import { program } from './program.ts';
import { processIo } from './terminal/io.ts';

// A reader that has seen enough (`sluice query … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const io = processIo();
try {
  process.exitCode = await program(process.argv.slice(2), io);
} catch (error) {
  io.stderr.write(`sluice: ${error instanceof Error ? error.message : String(error)}\n`);
  const { exitCodeOf } = await import('./exit-code-of.ts');
  process.exitCode = exitCodeOf(error);
}
