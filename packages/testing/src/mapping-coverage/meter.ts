import { isRejection, isSkip, type MappedEvent, type MapResult } from '@sluice/connector';
import { createEventCheck, type CheckedEvent, type EventCheck } from './check-event.ts';
import { fieldPaths } from './field-paths.ts';
import { FilledAttributes, share } from './filled-attributes.ts';
import type { ClassCoverage, CoverageReport } from './report.ts';
import type { MappingSubject } from './subject.ts';
import { Tally } from './tally.ts';

const genericClass = 'base_event';

/** Measures, record by record, how well a mapping covers a sample. */
export class CoverageMeter {
  readonly #subject: MappingSubject;
  readonly #check: EventCheck;
  readonly #classes = new Map<string, { events: number; readonly filled: FilledAttributes }>();
  readonly #rejected = new Tally();
  readonly #skipped = new Tally();
  readonly #findings = new Tally();
  readonly #seen = new Tally();
  readonly #unused = new Tally();
  #records = 0;
  #events = 0;
  #specific = 0;

  constructor(subject: MappingSubject) {
    this.#subject = subject;
    this.#check = createEventCheck(subject);
  }

  /** Maps a record as `map` takes it: decoded, where the format is JSON. Gives what it became. */
  add(record: unknown): readonly CheckedEvent[] {
    this.#records++;
    if (typeof record !== 'string' && !Buffer.isBuffer(record))
      for (const path of fieldPaths(record)) this.#seen.add(path);
    const result = this.#subject.map(record, this.#subject.context);
    if (isSkip(result)) this.#skipped.add(result.skip);
    else if (isRejection(result)) this.#rejected.add(result.reject);
    else return this.#addEvents(eventsOf(result));
    return [];
  }

  /** A record that could not be given to `map` at all: no JSON, for one. */
  reject(reason: string): void {
    this.#records++;
    this.#rejected.add(reason);
  }

  report(): CoverageReport {
    const classes = [...this.#classes].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return {
      version: 1,
      ocsf: this.#subject.catalogue.release,
      records: this.#records,
      events: this.#events,
      specific: share(this.#specific, this.#records),
      rejected: this.#rejected.counts(),
      skipped: this.#skipped.counts(),
      findings: this.#findings.counts(),
      classes: Object.fromEntries(classes.map(([name, counts]) => [name, this.#classReport(counts)])),
      unused: this.#unusedFields(),
    };
  }

  #addEvents(events: readonly MappedEvent[]): readonly CheckedEvent[] {
    const checked = events.map((event) => this.#check(event));
    const unused = new Set<string>();
    for (const event of checked) {
      this.#events++;
      this.#count(event);
      for (const path of fieldPaths(event.event['unmapped'])) unused.add(path);
    }
    for (const path of unused) this.#unused.add(path);
    if (checked.some(({ definition }) => definition !== undefined && definition.name !== genericClass))
      this.#specific++;
    return checked;
  }

  #count(checked: CheckedEvent): void {
    const name = checked.definition?.name ?? `class ${String(checked.event['class_uid'])}`;
    const known = this.#classes.get(name) ?? { events: 0, filled: new FilledAttributes(this.#subject.catalogue) };
    this.#classes.set(name, known);
    known.events++;
    known.filled.add(checked);
    for (const { severity, code, path } of checked.findings)
      this.#findings.add(`${severity} ${code} ${path.replaceAll(/\[\d+\]/g, '[]')}`);
  }

  #classReport({ events, filled }: { readonly events: number; readonly filled: FilledAttributes }): ClassCoverage {
    return {
      events,
      share: share(events, this.#events),
      required: filled.total('required'),
      recommended: filled.total('recommended'),
      attributes: { required: filled.shares('required'), recommended: filled.shares('recommended') },
    };
  }

  /** Of records with fields, those that no event ever took; of texts, whatever was left of them. */
  #unusedFields(): Readonly<Record<string, number>> {
    const seen = this.#seen.counts();
    const unused = Object.entries(this.#unused.counts());
    const isNever = ([path, count]: readonly [string, number]): boolean => (seen[path] ?? count) <= count;
    return Object.fromEntries(unused.filter(isNever));
  }
}

function eventsOf(result: MapResult): readonly MappedEvent[] {
  return Array.isArray(result) ? result : [result as MappedEvent];
}
