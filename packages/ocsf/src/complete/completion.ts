import { maxDepth, maxObjects } from '../limits.ts';
import { VisitedObjects } from './visited-objects.ts';

/** An observable as completion adds it. Objects have no value. */
export interface CompletedObservable {
  readonly name: string;
  readonly type_id: number;
  readonly type: string;
  readonly value?: string;
}

/** A longer text may break a limit of the validator, once as a value and once more as an observable. */
const maxAcceptedLength = 65_535;

/** What the generated code gathers on its way through one event. */
export class Completion {
  readonly #maxObservables: number;
  observables: CompletedObservable[] = [];
  unknownIds: string[] | undefined;
  /** Whether nothing was met yet of which a validator might say something. Only told by code that looks for it. */
  isAccepted = true;
  readonly #visited = new VisitedObjects();
  #budget = maxObjects;

  constructor(maxObservables: number) {
    this.#maxObservables = maxObservables;
  }

  reset(): void {
    this.#budget = maxObjects;
    this.unknownIds = undefined;
    this.isAccepted = true;
    this.#visited.reset();
    if (this.observables.length > 0) this.observables = [];
  }

  /** Whether the walk may not go on here. */
  stops(depth: number): boolean {
    return depth > maxDepth || --this.#budget < 0;
  }

  /** Called by code that accepts, for each object it goes into. */
  enter(object: object): void {
    this.#visited.add(object);
  }

  /** Whether what was written into an object stands there, and can be wrong in no other place. */
  mayWrite(object: object): boolean {
    return Object.isExtensible(object) && this.#visited.hasOnce(object);
  }

  value(name: string, typeId: number, type: string, value: unknown): void {
    if (this.observables.length >= this.#maxObservables) return;
    if (typeof value === 'string') {
      if (value.length > maxAcceptedLength) this.isAccepted = false;
      if (value !== '') this.observables.push({ name, type_id: typeId, type, value });
    } else if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
      this.observables.push({ name, type_id: typeId, type, value: String(value) });
    }
  }

  values(name: string, typeId: number, type: string, values: readonly unknown[]): void {
    for (let index = 0; index < values.length && this.observables.length < this.#maxObservables; index++) {
      this.value(name, typeId, type, values[index]);
    }
  }

  object(name: string, typeId: number, type: string): void {
    if (this.observables.length < this.#maxObservables) this.observables.push({ name, type_id: typeId, type });
  }

  unknownId(path: string): void {
    this.unknownIds ??= [];
    this.unknownIds.push(path);
  }
}
