import { loadPlan } from '../config/load-plan.ts';
import type { PipelinePlan, RunPlan } from '../config/plan.ts';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { counted, lasted, plural, sized } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { tableLines } from '../terminal/table.ts';
import { estimate, type Estimate } from './estimate.ts';
import { measureSample, type MeasuredSample } from './measure-sample.ts';

export interface PlanOptions {
  readonly sample: string;
  readonly pipeline?: string;
  /** Records a second. */
  readonly rate?: number;
  /** Raw bytes a day. */
  readonly perDay?: number;
  readonly putPrice: number;
  readonly json?: boolean;
}

/** `sluice plan`: how many objects of what size a day gives, and what their requests cost. */
export async function planCommand(file: string, options: PlanOptions, io: Io): Promise<ExitCode> {
  const plan = await loadPlan(file, io);
  const pipeline = choosePipeline(plan, options.pipeline);
  const sample = await measureSample(options.sample, pipeline, plan.region);
  const recordsPerSecond = rateOf(sample, options);
  const result = estimate({
    recordsPerSecond,
    groups: sample.groups,
    rules: pipeline.flush,
    lanes: Math.max(1, pipeline.threads),
    hasRejects: sample.rejected > 0,
    putPrice: options.putPrice,
  });
  if (options.json === true) {
    const { records, bytes, rejected, spanMs } = sample;
    const said = { pipeline: pipeline.name, sample: { records, bytes, rejected, span_ms: spanMs }, recordsPerSecond };
    io.stdout.write(`${JSON.stringify({ ...said, ...result })}\n`);
  } else for (const line of lines(pipeline, sample, recordsPerSecond, result, options)) io.stdout.write(`${line}\n`);
  return exitCode.ok;
}

function choosePipeline({ pipelines }: RunPlan, wanted: string | undefined): PipelinePlan {
  const names = pipelines.map(({ name }) => name).join(', ');
  const [only] = pipelines;
  if (wanted === undefined && pipelines.length === 1 && only !== undefined) return only;
  const found = pipelines.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  throw new CommandError(exitCode.usage, `Say with --pipeline which one the sample is of: ${names}.`);
}

function rateOf({ records, bytes, spanMs }: MeasuredSample, { rate, perDay }: PlanOptions): number {
  if (rate !== undefined) return rate;
  if (perDay !== undefined) return perDay / (bytes / records) / 86_400;
  if (spanMs > 0) return records / (spanMs / 1000);
  throw new CommandError(exitCode.usage, 'The sample does not tell a rate: say --rate or --per-day.');
}

const head = ['source', 'account', 'events a day', 'objects a day', 'of', 'requests a day'];
const ruleNames = { max_age: 'flush.max_age', max_size: 'flush.max_size', max_spilled: 'flush.max_spilled' } as const;

function lines(
  { name }: PipelinePlan,
  { records, bytes, rejected }: MeasuredSample,
  recordsPerSecond: number,
  { groups, flushSeconds, decidedBy, deadLetterObjectsPerDay, requestsPerDay, dollarsPerDay }: Estimate,
  { putPrice }: PlanOptions,
): readonly string[] {
  const bytesPerDay = (bytes / records) * recordsPerSecond * 86_400;
  const rows = groups.map((group) => [
    group.source,
    group.account,
    counted(group.eventsPerDay),
    counted(group.objectsPerDay),
    sized(group.objectBytes),
    counted(group.requestsPerDay),
  ]);
  return [
    `${name}: ${recordsPerSecond < 10 ? recordsPerSecond.toFixed(2) : counted(recordsPerSecond)} records a second, ` +
      `${sized(bytesPerDay)} a day (sample: ${plural(records, 'record')}, ${counted(rejected)} rejected)`,
    `A flush every ${lasted(flushSeconds * 1000)}, as ${ruleNames[decidedBy]} says.`,
    '',
    ...tableLines(head, rows, { right: [2, 3, 4, 5] }),
    '',
    ...(deadLetterObjectsPerDay > 0 ? [`Dead letters: up to ${plural(deadLetterObjectsPerDay, 'object')} a day.`] : []),
    `${plural(requestsPerDay, 'request')} a day: $${dollarsPerDay.toFixed(4)} a day, $${(dollarsPerDay * 30).toFixed(2)} a month, ` +
      `at $${putPrice} for 1000 PUT requests (--put-price).`,
    'Events of the current day, at an even rate. Late events of other days make objects of their own.',
  ];
}
