import type { Attribute, Catalogue, ClassDefinition } from '../catalogue.ts';
import { describeValue, type Finding } from '../validate/finding.ts';
import type { Change } from './conversion.ts';
import { attributeAt, type EventPath, isMutable, parsePath, removeAt, setAt, valueAt } from './event-path.ts';

/** Names and numbers that follow from the class, and are written anew rather than moved. */
const identity: readonly string[] = [
  'class_uid',
  'class_name',
  'category_uid',
  'category_name',
  'type_uid',
  'type_name',
];

/** Changes an event, in place, until another release accepts it, and writes down each change. */
export class Repair {
  readonly changes: Change[] = [];
  readonly #event: Record<string, unknown>;
  readonly #from: Catalogue;
  readonly #to: Catalogue;
  /** The event's class in the release that it comes from. */
  readonly #source: ClassDefinition | undefined;
  /** Where each observable that is still there stood at first. */
  readonly #observableIndices: number[];

  constructor(event: Record<string, unknown>, from: Catalogue, to: Catalogue) {
    this.#event = event;
    this.#from = from;
    this.#to = to;
    this.#source = from.classesByUid.get(Number(event['class_uid']));
    const { observables } = event;
    this.#observableIndices = Array.isArray(observables) ? observables.map((_, index) => index) : [];
  }

  /** Writes the release and, where they differ there, the names of class, category and type. */
  identify(): void {
    const metadata = this.#event['metadata'];
    if (isMutable(metadata) && typeof metadata['version'] === 'string') metadata['version'] = this.#to.release;
    const target = this.#to.classesByUid.get(Number(this.#event['class_uid']));
    if (target === undefined) this.#becomeBaseEvent();
    else this.#nameClass(target);
  }

  /** Repairs what the findings say, as far as it can be repaired. False where nothing was changed. */
  apply(findings: readonly Finding[]): boolean {
    const before = this.changes.length;
    // Within arrays the last first, so that indices stay true while elements go.
    for (const finding of findings.toReversed()) this.#repair(finding);
    return this.changes.length > before;
  }

  #repair({ code, path, severity }: Finding): void {
    const steps = parsePath(path);
    switch (code) {
      case 'class_uid_unknown':
        return this.#becomeBaseEvent();
      case 'attribute_required_missing':
        return this.#supply(steps);
      case 'constraint_failed':
        return this.#giveUp(steps);
      case 'profile_unknown':
        return this.#dropProfiles([String(valueAt(this.#event, steps))]);
      case 'attribute_enum_value_unknown':
        return this.#toOther(steps);
      case 'attribute_enum_array_value_unknown':
        return this.#elementToOther(steps);
      case 'attribute_enum_sibling_incorrect':
      case 'attribute_enum_array_sibling_incorrect':
      case 'attribute_enum_array_sibling_missing':
        return this.#recaption(steps);
      case 'type_uid_incorrect':
        return this.#replace(steps, Number(this.#event['class_uid']) * 100 + Number(this.#event['activity_id']));
      case 'observable_name_invalid_reference':
        return this.#move(steps.slice(0, 2));
      default:
        if (severity === 'error') this.#move(steps);
    }
  }

  /** What the other release requires: an unknown id, or, if nothing can be said, the object around it goes. */
  #supply(steps: EventPath): void {
    const attribute = attributeAt(this.#to, this.#target, steps);
    if (attribute?.enum?.has('0') === true && !attribute.isArray) {
      this.#add(steps, attribute.type === 'string_t' ? '0' : 0);
    } else if (steps.length === 1 && attribute?.profiles !== undefined) {
      this.#dropProfiles(attribute.profiles);
    } else if (attribute !== undefined && this.#isPlainText(attribute) && this.#isIndispensable(steps)) {
      this.#add(steps, 'Unknown');
    } else this.#giveUp(steps.slice(0, -1));
  }

  #isPlainText({ type, isArray }: Attribute): boolean {
    const definition = this.#to.types.get(type);
    return !isArray && (definition?.superType ?? type) === 'string_t' && definition?.regex === undefined;
  }

  /** Whether the event itself could not stand without what is at a path: `metadata.product.name`. */
  #isIndispensable(steps: EventPath): boolean {
    const prefixes = steps.map((_, index) => steps.slice(0, index + 1));
    return prefixes.every((prefix) => {
      const attribute = attributeAt(this.#to, this.#target, prefix);
      return attribute?.requirement === 'required' && !attribute.isArray;
    });
  }

  /** Takes an object away that the other release does not accept; where it is the event, its class. */
  #giveUp(steps: EventPath): void {
    if (steps.length > 0) this.#move(steps);
    else this.#becomeBaseEvent();
  }

  #becomeBaseEvent(): void {
    const base = this.#to.classesByUid.get(0);
    if (base === undefined || this.#event['class_uid'] === 0) return;
    for (const name of identity) if (Object.hasOwn(this.#event, name)) this.#keep(name, this.#event[name]);
    for (const name of identity) delete this.#event[name];
    this.#event['class_uid'] = base.uid;
    this.#event['category_uid'] = base.categoryUid;
    this.#nameClass(base);
  }

  #nameClass(target: ClassDefinition): void {
    const typeUid = target.uid * 100 + Number(this.#event['activity_id'] ?? 0);
    const typeName = target.attributes.get('type_uid')?.enum?.get(String(typeUid))?.caption;
    this.#rewrite('class_name', target.caption);
    this.#rewrite('category_name', target.categoryName);
    if (Number.isInteger(typeUid)) this.#event['type_uid'] ??= typeUid;
    if (typeName !== undefined) this.#rewrite('type_name', typeName);
  }

  /** Writes a name that follows from an id, if the event has one that differs. */
  #rewrite(name: string, text: string): void {
    const given = this.#event[name];
    if (given === undefined || given === null || given === text) return;
    this.#replace([name], text);
  }

  #dropProfiles(dropped: readonly string[]): void {
    const path: EventPath = ['metadata', 'profiles'];
    const stated = valueAt(this.#event, path);
    if (!Array.isArray(stated)) return;
    const gone = stated.filter((profile: unknown) => typeof profile === 'string' && dropped.includes(profile));
    if (gone.length === 0) return;
    setAt(
      this.#event,
      path,
      stated.filter((profile: unknown) => !gone.includes(profile)),
    );
    for (const profile of gone) this.changes.push({ kind: 'removed', path: 'metadata.profiles', from: profile });
  }

  /** An id that the other release does not have: 99 Other, called what it was called. */
  #toOther(steps: EventPath): void {
    const attribute = attributeAt(this.#to, this.#target, steps);
    const name = steps.at(-1);
    if (attribute === undefined || (typeof name === 'string' && identity.includes(name))) {
      return this.#replaceIdentity(steps);
    }
    const id = valueAt(this.#event, steps);
    if (!attribute.enum?.has('99') || attribute.type === 'string_t' || id === 99) return this.#move(steps);
    this.#replace(steps, 99);
    if (attribute.sibling === undefined) return;
    const sibling = [...steps.slice(0, -1), attribute.sibling];
    const caption = this.#sourceCaption(steps, id);
    if (caption !== undefined && (valueAt(this.#event, sibling) ?? undefined) === undefined)
      this.#add(sibling, caption);
  }

  /** `category_uid` and `type_uid` of the class as the other release has it. */
  #replaceIdentity(steps: EventPath): void {
    const target = this.#target;
    const name = steps[0];
    if (target === undefined || steps.length !== 1) return this.#move(steps);
    if (name === 'category_uid') this.#replace(steps, target.categoryUid);
    else if (name === 'type_uid') this.#replace(steps, target.uid * 100 + Number(this.#event['activity_id'] ?? 0));
    else this.#move(steps);
  }

  #elementToOther(steps: EventPath): void {
    const list = steps.slice(0, -1);
    const attribute = attributeAt(this.#to, this.#target, list);
    const id = valueAt(this.#event, steps);
    if (!attribute?.enum?.has('99') || id === 99) return this.#move(list);
    this.#replace(steps, 99);
    const caption = this.#sourceCaption(list, id);
    const captions = [...list.slice(0, -1), attribute.sibling ?? ''];
    const given = valueAt(this.#event, captions);
    const index = steps.at(-1);
    if (!Array.isArray(given) || typeof index !== 'number' || caption === undefined) return;
    if (given[index] === undefined || given[index] === null) this.#add([...captions, index], caption);
  }

  /** A caption that the other release spells otherwise. What the source itself said is left alone. */
  #recaption(steps: EventPath): void {
    const index = steps.at(-1);
    const inArray = typeof index === 'number';
    const caption = inArray ? steps.slice(0, -1) : steps;
    const ids = this.#enumOf(caption);
    if (ids === undefined) return;
    const path = inArray ? [...ids, index] : ids;
    const id = valueAt(this.#event, path);
    const text = attributeAt(this.#to, this.#target, ids)?.enum?.get(String(id))?.caption;
    if (text === undefined) return;
    if (inArray || valueAt(this.#event, steps) === this.#sourceCaption(ids, id)) this.#replace(steps, text);
  }

  /** The path of the ids whose captions stand at a path. */
  #enumOf(caption: EventPath): EventPath | undefined {
    const around = caption.slice(0, -1);
    const attributes = around.length === 0 ? this.#target?.attributes : this.#objectAt(around)?.attributes;
    const found = [...(attributes?.values() ?? [])].find(({ sibling }) => sibling === caption.at(-1));
    return found === undefined ? undefined : [...around, found.name];
  }

  #objectAt(steps: EventPath): { readonly attributes: ReadonlyMap<string, Attribute> } | undefined {
    return this.#to.objects.get(attributeAt(this.#to, this.#target, steps)?.objectType ?? '');
  }

  #sourceCaption(steps: EventPath, id: unknown): string | undefined {
    return attributeAt(this.#from, this.#source, steps)?.enum?.get(String(id))?.caption;
  }

  get #target(): ClassDefinition | undefined {
    return this.#to.classesByUid.get(Number(this.#event['class_uid']));
  }

  /** Moves a value to `unmapped`. An element of an array goes with its array, unless it is an observable. */
  #move(steps: EventPath): void {
    const isElement = typeof steps.at(-1) === 'number';
    const path = isElement && steps[0] !== 'observables' ? steps.slice(0, -1) : steps;
    const value = valueAt(this.#event, path);
    const name = this.#pathOf(path);
    if (value === undefined || path[0] === 'unmapped' || !removeAt(this.#event, path)) return;
    const [first, index] = path;
    if (first === 'observables' && typeof index === 'number' && path.length === 2)
      this.#observableIndices.splice(index, 1);
    this.#keep(name, value);
  }

  /** Puts a value into `unmapped` under its path. */
  #keep(path: string, value: unknown): void {
    const given = this.#event['unmapped'];
    const unmapped: Record<string, unknown> = isMutable(given) ? given : {};
    let key = path;
    while (Object.hasOwn(unmapped, key)) key = `ocsf.${key}`;
    unmapped[key] = value;
    this.#event['unmapped'] = unmapped;
    this.changes.push({ kind: 'moved', path, from: value, to: key });
  }

  #replace(steps: EventPath, value: unknown): void {
    const from = valueAt(this.#event, steps);
    if (from === value) return;
    setAt(this.#event, steps, value);
    this.changes.push({ kind: 'replaced', path: this.#pathOf(steps), from, to: value });
  }

  #add(steps: EventPath, value: unknown): void {
    setAt(this.#event, steps, value);
    this.changes.push({ kind: 'added', path: this.#pathOf(steps), to: value });
  }

  /** A path as it was in the event that was given: observables before it may have gone. */
  #pathOf([first, index, ...rest]: EventPath): string {
    if (first !== 'observables' || typeof index !== 'number') return writePath([first, index, ...rest]);
    return writePath([first, this.#observableIndices[index] ?? index, ...rest]);
  }
}

function writePath(steps: readonly (string | number | undefined)[]): string {
  return steps.reduce<string>((path, step) => {
    if (step === undefined) return path;
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

/** A change in one line for a person. */
export function formatChange(change: Change): string {
  switch (change.kind) {
    case 'moved':
      return `${change.path}: moved to unmapped as ${JSON.stringify(change.to)}`;
    case 'replaced':
      return `${change.path}: ${describeValue(change.from)} became ${describeValue(change.to)}`;
    case 'added':
      return `${change.path}: added as ${describeValue(change.to)}`;
    case 'removed':
      return `${change.path}: ${describeValue(change.from)} removed`;
  }
}
