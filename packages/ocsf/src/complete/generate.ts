import type { Attribute, Catalogue, ObjectDefinition } from '../catalogue.ts';
import { activeAttributes } from '../active-attributes.ts';
import { type FunctionSource, GeneratedFunctions } from '../generated-functions.ts';
import { dispatchKeys, type KeyCase } from '../key-dispatch.ts';
import type { Completion } from './completion.ts';
import { captionsOfIds, enumCaptions, idOfCaption, idsOfCaptions } from './enum-caption.ts';
import type { PathNode } from './path-node.ts';
import { createDatetimeWriter, parseDatetime } from './timestamp.ts';

/** Completes an object `depth` steps below the event, whose path is `node`. */
export type ObjectCompleter = (object: object, completion: Completion, node: PathNode, depth: number) => void;

export interface GenerateOptions {
  readonly profiles: ReadonlySet<string>;
  readonly observables: boolean;
}

/** Derived from the class as a whole, not from what stands in the event. */
const derivedIds: ReadonlySet<string> = new Set(['class_uid', 'category_uid', 'type_uid']);

/** Not looked into for observables: they are observables, or hold what has no attribute. */
const withoutObservables: ReadonlySet<string> = new Set(['observables', 'unmapped', 'enrichments']);

/** A function that completes objects of a definition, and all objects within, in place. */
export function generateCompleter(
  catalogue: Catalogue,
  root: ObjectDefinition,
  options: GenerateOptions,
): ObjectCompleter {
  return new Generator(catalogue, root, options).functions.root(root);
}

const runtime = { captionsOfIds, idOfCaption, idsOfCaptions, parseDatetime };

class Generator {
  readonly functions: GeneratedFunctions<ObjectCompleter>;
  readonly #catalogue: Catalogue;
  readonly #options: GenerateOptions;
  #slots = 0;

  constructor(catalogue: Catalogue, root: ObjectDefinition, options: GenerateOptions) {
    this.#catalogue = catalogue;
    this.#options = options;
    this.functions = new GeneratedFunctions<ObjectCompleter>({
      runtime: { ...runtime, writeDatetime: createDatetimeWriter() },
      sourceOf: (definition) => this.#source(definition, definition === root),
      defer: (make) => (object, completion, node, depth) => make()(object, completion, node, depth),
    });
  }

  /** Not strict code, so that an object that a mapper froze is left as it is. */
  #source(definition: ObjectDefinition, isClass: boolean): FunctionSource {
    const refs: unknown[] = [];
    this.#slots = 0;
    const attributes = activeAttributes(definition, this.#options.profiles);
    const body = new ObjectBody(attributes, isClass, (value) => `$${refs.push(value) - 1}`);
    for (const attribute of attributes) body.when(attribute.name, this.#walk(attribute));
    const code = body.code((name) => `p.name(${this.#slots++}, ${JSON.stringify(name)})`);
    return { code: `function (v, c, p, d) { if (c.stops(d)) return; ${code} }`, refs };
  }

  /** What to do with the value `x` of an attribute: note an observable, go into an object. */
  #walk(attribute: Attribute): string {
    return attribute.objectType === undefined ? this.#value(attribute) : this.#object(attribute, attribute.objectType);
  }

  #value(attribute: Attribute): string {
    const typeId = attribute.observable ?? this.#catalogue.types.get(attribute.type)?.observable;
    const type = this.#observableType(attribute, typeId);
    if (type === undefined) return '';
    const name = JSON.stringify(attribute.isArray ? `${attribute.name}[]` : attribute.name);
    const call = `p.name(${this.#slots++}, ${name}), ${type}, x`;
    return attribute.isArray ? `if (Array.isArray(x)) c.values(${call});` : `c.value(${call});`;
  }

  #object(attribute: Attribute, objectType: string): string {
    const definition = this.#catalogue.objects.get(objectType);
    if (definition === undefined || definition.attributes.size === 0) return '';
    return this.#inside(
      attribute,
      definition,
      this.#observableType(attribute, attribute.observable ?? definition.observable),
    );
  }

  #inside(attribute: Attribute, definition: ObjectDefinition, type: string | undefined): string {
    const name = JSON.stringify(attribute.isArray ? `${attribute.name}[]` : attribute.name);
    const slot = this.#slots++;
    const note = type === undefined ? '' : `c.object(q.path, ${type});`;
    const visit = (value: string): string =>
      `if (typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value})) {
         const q = p.child(${slot}, ${name}); ${note} ${this.functions.reference(definition)}(${value}, c, q, d + 1);
       }`;
    if (!attribute.isArray) return visit('x');
    return `if (Array.isArray(x)) for (let i = 0; i < x.length; i++) { const y = x[i]; ${visit('y')} }`;
  }

  /** The id and caption of an observable type, as arguments. */
  #observableType(attribute: Attribute, typeId: number | undefined): string | undefined {
    if (typeId === undefined || !this.#options.observables || withoutObservables.has(attribute.name)) return undefined;
    const caption = this.#catalogue.observableTypes.get(typeId);
    return caption === undefined ? undefined : `${JSON.stringify(typeId)}, ${JSON.stringify(caption)}`;
  }
}

/** The code that completes one object: a walk through its keys, then what is missing. */
class ObjectBody {
  readonly #attributes: readonly Attribute[];
  readonly #ref: (value: unknown) => string;
  readonly #declarations: string[] = [];
  readonly #ends: ((path: (name: string) => string) => string)[] = [];
  readonly #cases = new Map<string, string[]>();

  constructor(attributes: readonly Attribute[], isClass: boolean, ref: (value: unknown) => string) {
    this.#attributes = attributes;
    this.#ref = ref;
    for (const attribute of attributes) {
      if (attribute.enum !== undefined && !(isClass && derivedIds.has(attribute.name))) this.#enum(attribute);
    }
    for (const attribute of attributes)
      if (attribute.type === 'timestamp_t' && !attribute.isArray) this.#twin(attribute);
  }

  code(path: (name: string) => string): string {
    const cases: KeyCase[] = [...this.#cases].map(([key, pieces]) => ({
      key,
      code: `const x = v[k]; ${pieces.join(' ')}`,
    }));
    return `${this.#declarations.join(' ')}
      for (const k in v) { ${dispatchKeys(cases)} }
      ${this.#ends.map((end) => end(path)).join('\n')}`;
  }

  when(key: string, code: string): void {
    if (code === '') return;
    const pieces = this.#cases.get(key);
    if (pieces === undefined) this.#cases.set(key, [code]);
    else pieces.push(code);
  }

  /** A variable that holds the value of a key after the walk; undefined where the key is absent or null. */
  #valueOf(key: string): string {
    const name = `l${this.#declarations.length}`;
    this.#declarations.push(`let ${name};`);
    this.when(key, `if (x !== null) ${name} = x;`);
    return name;
  }

  #enum(attribute: Attribute): void {
    const { name, sibling, isArray } = attribute;
    // 1.0 and 1.1 type the sibling of priority_id as an integer: no caption fits there.
    const hasSibling =
      sibling !== undefined && this.#attributes.some((other) => other.name === sibling && other.type === 'string_t');
    const isRequired = attribute.requirement === 'required';
    if (!hasSibling && !isRequired) return;
    const id = this.#valueOf(name);
    const caption = hasSibling ? this.#valueOf(sibling) : 'undefined';
    const values = enumCaptions(attribute);
    const ref = this.#ref(values);
    const key = JSON.stringify(name);
    const siblingKey = JSON.stringify(sibling ?? '');
    const unknown =
      isRequired && !isArray && attribute.type !== 'string_t' && attribute.enum?.has('0') === true
        ? (path: (text: string) => string) =>
            `if (${id} === undefined) { v[${key}] = ${id} = 0; c.unknownId(${path(name)}); }`
        : () => '';
    const [toCaption, toId] = isArray
      ? [`captionsOfIds(${ref}, ${id})`, `idsOfCaptions(${ref}, ${caption})`]
      : [`${this.#ref(values.captions)}.get(${id})`, `idOfCaption(${ref}, ${caption})`];
    this.#ends.push(
      (path) => `
      if (${id} === undefined && ${caption} !== undefined) {
        ${id} = ${toId}; if (${id} !== undefined) v[${key}] = ${id};
      }
      ${unknown(path)}
      ${hasSibling ? `if (${caption} === undefined && ${id} !== undefined) { const t = ${toCaption}; if (t !== undefined) v[${siblingKey}] = t; }` : ''}`,
    );
  }

  /** A timestamp and its textual twin, each from the other. */
  #twin(attribute: Attribute): void {
    const twin = `${attribute.name}_dt`;
    if (!this.#attributes.some(({ name }) => name === twin)) return;
    const ms = this.#valueOf(attribute.name);
    const text = this.#valueOf(twin);
    this.#ends.push(
      () => `
      if (${ms} !== undefined && ${text} === undefined) {
        const t = writeDatetime(${ms}); if (t !== undefined) v[${JSON.stringify(twin)}] = t;
      } else if (${ms} === undefined && ${text} !== undefined) {
        const t = parseDatetime(${text}); if (t !== undefined) v[${JSON.stringify(attribute.name)}] = t;
      }`,
    );
  }
}
