import { noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import type { TakeField } from './field-tree.ts';
import { amountOf } from './values.ts';

const nothing: ReadonlySet<unknown> = new Set(['', '-', '--']);

export type TakeHttp = (http: HttpFacts, value: unknown) => boolean;

/** `-` and the empty text are how access logs say nothing, and `--` how Nextcloud does: such a field is done with. */
export function taking(take: TakeHttp): TakeField {
  return (facts: Facts, value: unknown) => nothing.has(value) || take((facts.http ??= noHttpFacts()), value);
}

/** Durations are kept in whole ms; a finer one stays in its own field too. */
export function takingDuration(msPerUnit: number): TakeField {
  return taking((http, value) => {
    const amount = amountOf(value);
    if (http.durationMs !== undefined || amount === undefined) return false;
    const exact = amount * msPerUnit;
    http.durationMs = Math.round(exact);
    return http.durationMs === exact;
  });
}
