import { fdrConfig, type FdrConfig } from './config.ts';

/** What a user wrote, parsed. */
export function fdrConfigOf(written: Record<string, unknown> = {}): FdrConfig {
  const queue = { queue_url: 'https://sqs.us-west-1.amazonaws.com/111122223333/cs-prod-example', ...written };
  const parsed = fdrConfig['~standard'].validate(queue);
  if (parsed instanceof Promise || parsed.issues !== undefined)
    throw new Error(`bad config: ${JSON.stringify(parsed)}`);
  return parsed.value;
}
