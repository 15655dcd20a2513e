import { listed, type Place, shown } from '../problems.ts';
import { castTo } from '../value/casts.ts';
import type { Want } from '../value/want.ts';
import type { CheckContext, Surroundings } from './context.ts';

/** What a value is for. */
export interface Purpose extends Surroundings {
  readonly want: Want;
  /** Whether a list of such values is wanted. */
  readonly isArray: boolean;
  /** What the value is of, for messages: `src_endpoint.port`. */
  readonly name: string;
}

export function wrongType(context: CheckContext, at: Place, { name, want, isArray }: Purpose, found: string): void {
  const expected = isArray ? `a list of which each is ${want.says}` : want.says;
  context.problems.add(at, 'wrong_type', `${name} is ${expected}; ${found} stands here.`, { found, expected });
}

/** A constant as the attribute takes it; a problem where it does not fit. */
export function fittingConstant(context: CheckContext, plain: unknown, at: Place, purpose: Purpose): unknown {
  const { want, name } = purpose;
  if (Array.isArray(plain) && purpose.isArray) {
    const all = plain.map((item): unknown => fittingConstant(context, item, at, { ...purpose, isArray: false }));
    return all.includes(undefined) ? undefined : all;
  }
  const isEnum = want.kind === 'enum' || want.kind === 'text_enum';
  const value = castTo(context.casts, isEnum ? { ...want, hasOther: false } : want, plain);
  if (value !== undefined && (want.kind !== 'time' || typeof plain === 'number')) return value;
  const found = shown(plain);
  if (isEnum) {
    const message = `${name} cannot be ${found}. Known: ${listed(want.captions.slice(0, 30))}.`;
    const known = want.captions.map((caption) => caption.replace(/^-?\d+ /, ''));
    context.problems.add(at, 'impossible_enum_id', message, {
      found: String(plain),
      expected: listed(want.captions),
      known,
    });
  } else if (want.kind === 'integer' && typeof plain === 'number' && Number.isInteger(plain)) {
    context.problems.add(at, 'value_out_of_range', `${name} is ${want.says}; ${found} is not.`, {
      found,
      expected: want.says,
    });
  } else if (want.kind === 'text' && typeof plain === 'string') {
    const message = `${name} holds at most ${want.maxLength} characters and no null value; ${found} does not fit.`;
    context.problems.add(at, 'value_out_of_range', message, { found });
  } else wrongType(context, at, purpose, Array.isArray(plain) ? 'a list' : typeof plain === 'object' ? 'a map' : found);
  return undefined;
}
