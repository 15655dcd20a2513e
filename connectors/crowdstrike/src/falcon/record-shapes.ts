import { type LeftOver, literalOf, type LeftField } from './left-over.ts';

/** Longest list of names that is worth keeping. */
const maxKeptNames = 512;
/** About how many bytes all kept lists may take. Names come from upstream, so that there may be any number of them. */
const maxKeptBytes = 8 * 1024 * 1024;
const bytesPerName = 100;
/** What is left of records of one shape differs by what was taken. So many ways are kept, and made into code after so many times. */
const maxPlans = 8;
const timesToPlan = 16;
const bytesPerPlan = 4_000;

/** A name that a mapping asks for. There are as many as the code has. */
export interface AskedName {
  readonly name: string;
  readonly number: number;
  /** What was asked for after it the last times, which is likely what is asked for next. */
  next: AskedName;
  other: AskedName;
}

/** The names of a record's fields, in their order. */
export interface RecordShape {
  readonly names: readonly string[];
  /** By the number of a name that was asked for: its place among the names, -1 where it is none of them. */
  readonly places: (number | undefined)[];
  readonly plans: LeftOverPlan[];
}

/** What is left of records of one shape, where the same fields are taken of them. */
export interface LeftOverPlan {
  /** The places that are taken: a bit for each of the first 30, and of the next 30. */
  readonly taken: number;
  readonly takenNext: number;
  times: number;
  make: LeftOver | undefined;
}

/** A way through the names of records: the path to a step is the list of names that records began with. */
interface Step {
  readonly name: string;
  readonly before: Step | undefined;
  readonly count: number;
  /** The step that the last record took from here. */
  next: Step | undefined;
  others: Map<string, Step> | undefined;
  shape: RecordShape | undefined;
}

/**
 * Remembers the lists of names that flat records have, so that what is asked of a record is found by a number instead
 * of a search. Records of one kind mostly have the same names in the same order, and a mapping asks for the same fields
 * in the same order: each step is guessed from the last time. When there are too many, all are forgotten.
 */
export class RecordShapes {
  #keptBytes = 0;
  #first: Step = stepAfter(undefined, '');
  readonly #asked = new Map<string, AskedName>();
  /** Stands before the first name that is asked for. */
  readonly start: AskedName = nameBefore('', -1);

  /** The shape of a record; adds its values to `values`, in the same order. */
  shapeOf(record: Readonly<Record<string, unknown>>, values: unknown[]): RecordShape {
    if (this.#keptBytes > maxKeptBytes) this.#forget();
    let step = this.#first;
    let count = 0;
    for (const name in record) {
      const { next } = step;
      step = next !== undefined && next.name === name ? next : this.#stepTo(step, name);
      values[count++] = record[name];
    }
    return step.shape ?? this.#shapeAt(step);
  }

  /** What is asked for after `before`; it is expected there from now on. */
  ask(before: AskedName, name: string): AskedName {
    if (before.next.name === name) return before.next;
    if (before.other.name === name) return before.other;
    return this.#expect(before, name);
  }

  /** Notes that a plan was followed once more; where that is often, by a function that is made for it. */
  learn(plan: LeftOverPlan, left: readonly LeftField[]): void {
    if (++plan.times !== timesToPlan) return;
    plan.make = literalOf(left);
    this.#keptBytes += bytesPerPlan;
  }

  #expect(before: AskedName, name: string): AskedName {
    let asked = this.#asked.get(name);
    if (asked === undefined) {
      asked = nameBefore(name, this.#asked.size);
      this.#asked.set(name, asked);
    }
    before.other = before.next;
    before.next = asked;
    return asked;
  }

  #stepTo(from: Step, name: string): Step {
    let step = from.others?.get(name);
    if (step === undefined) {
      step = stepAfter(from, name);
      // What comes behind so many names is forgotten with the record.
      if (from.count >= maxKeptNames) return step;
      from.others ??= new Map();
      from.others.set(name, step);
      this.#keptBytes += bytesPerName + name.length;
    }
    from.next = step;
    return step;
  }

  #shapeAt(step: Step): RecordShape {
    const names: string[] = [];
    for (let at = step; at.before !== undefined; at = at.before) names.push(at.name);
    step.shape = { names: names.toReversed(), places: [], plans: [] };
    this.#keptBytes += bytesPerName * names.length;
    return step.shape;
  }

  #forget(): void {
    this.#first = stepAfter(undefined, '');
    this.#keptBytes = 0;
  }
}

/** Where an asked name stands in a shape; -1 where it does not. */
export function placeIn(shape: RecordShape, { name, number }: AskedName): number {
  return shape.places[number] ?? (shape.places[number] = shape.names.indexOf(name));
}

/** What to do where these fields are taken; undefined where a shape has too many plans already. */
export function planFor({ plans }: RecordShape, taken: number, takenNext: number): LeftOverPlan | undefined {
  for (const plan of plans) if (plan.taken === taken && plan.takenNext === takenNext) return plan;
  if (plans.length === maxPlans) return undefined;
  const plan = { taken, takenNext, times: 0, make: undefined };
  plans.push(plan);
  return plan;
}

function stepAfter(before: Step | undefined, name: string): Step {
  const count = before === undefined ? 0 : before.count + 1;
  return { name, before, count, next: undefined, others: undefined, shape: undefined };
}

function nameBefore(name: string, number: number): AskedName {
  const asked = { name, number } as { name: string; number: number; next: AskedName; other: AskedName };
  asked.next = asked;
  asked.other = asked;
  return asked;
}

const shapesOfConfigs = new WeakMap<object, RecordShapes>();

/** The shapes of the records that are mapped by one configuration. */
export function shapesFor(config: object): RecordShapes {
  let shapes = shapesOfConfigs.get(config);
  if (shapes === undefined) {
    shapes = new RecordShapes();
    shapesOfConfigs.set(config, shapes);
  }
  return shapes;
}
