import { describe, expect, it } from 'vitest';
import { program } from './program.ts';
import { capturedIo } from './testing/captured-io.ts';

async function help(...path: readonly string[]): Promise<string> {
  const io = capturedIo();
  expect(await program([...path, '--help'], io)).toBe(0);
  return io.out();
}

describe('the command line', () => {
  it.each([
    ['validate'],
    ['run'],
    ['inspect'],
    ['query'],
    ['ocsf', 'show'],
    ['ocsf', 'search'],
    ['ocsf', 'validate'],
    ['ocsf', 'compile'],
    ['ocsf', 'diff'],
  ])('helps with %s %s by an example', async (...path) => {
    expect(await help(...path)).toMatch(new RegExp(`Examples?:\\n  sluice ${path.join(' ')} `));
  });

  it('says which commands there are', async () => {
    expect(await help()).toMatch(/validate .*\n[\s\S]*run .*\n[\s\S]*inspect .*\n[\s\S]*query /);
  });

  it.each([
    [['rum'], "unknown command 'rum'\n(Did you mean run?)"],
    [['run'], "missing required argument 'config'"],
    [['run', 'x.yaml', '--log-levle', 'info'], '(Did you mean --log-level?)'],
    [['run', 'x.yaml', '--progress-every', '30'], 'Expected a duration such as'],
    [['run', 'x.yaml', '--log-level', 'loud'], 'Expected one of debug, info, warn, error.'],
    [['query', '--day', '2026-02-30'], 'Expected a day such as 2026-03-01.'],
    [['query', '--format', 'xml'], 'Allowed choices are table, json, csv.'],
  ])('exits with 2 and says what is wrong with %j', async (args, message) => {
    const io = capturedIo();
    expect(await program(args, io)).toBe(2);
    expect(io.err()).toContain(message);
    expect(io.out()).toBe('');
  });
});
