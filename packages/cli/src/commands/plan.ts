import { Command, InvalidArgumentError } from 'commander';
import type { PlanOptions } from '../plan/plan-command.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { sizeValue } from './option-values.ts';

/** S3 Standard in us-east-1, late 2026: USD for 1000 PUT, COPY, POST or LIST requests. */
const usualPutPrice = 0.005;

export function planCommand(io: Io, end: End): Command {
  return new Command('plan')
    .description('Say how many objects of what size a day makes, and what they cost in requests.')
    .argument('<config>', 'the YAML file')
    .requiredOption('--sample <file>', 'records as they come in, one a line; compressed ones unpacked')
    .option('--pipeline <name>', 'the one that the sample is of, where there are several')
    .option('--rate <records>', "records a second; default the sample's own rate", numberValue)
    .option('--per-day <size>', 'or bytes of records a day, such as 20GB', sizeValue)
    .option('--put-price <dollars>', 'for 1000 PUT requests', numberValue, usualPutPrice)
    .option('--json', 'for programs')
    .addHelpText('after', '\nExample:\n  sluice plan sluice.yaml --sample access.log --per-day 20GB')
    .action(async (file: string, options: PlanOptions) => {
      const { planCommand: run } = await import('../plan/plan-command.ts');
      end(await run(file, options, io));
    });
}

function numberValue(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text) || value <= 0) throw new InvalidArgumentError('Expected a number above 0.');
  return value;
}
