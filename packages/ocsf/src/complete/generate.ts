import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '../catalogue.ts';
import { activeAttributes } from '../active-attributes.ts';
import { type FunctionSource, GeneratedFunctions } from '../generated-functions.ts';
import type { AcceptanceOf } from './acceptance.ts';
import type { Completion } from './completion.ts';
import { captionsOfIds, idOfCaption, idsOfCaptions } from './enum-caption.ts';
import { ObjectBody } from './object-body.ts';
import { completeObject } from './object-completion.ts';
import type { PathNode } from './path-node.ts';
import { createDatetimeWriter, parseDatetime } from './timestamp.ts';

/** Completes an object `depth` steps below the event, whose path is `node`. */
export type ObjectCompleter = (object: object, completion: Completion, node: PathNode, depth: number) => void;

export interface CompleterCodeOptions {
  readonly profiles: ReadonlySet<string>;
  readonly observables: boolean;
}

interface GenerateOptions extends CompleterCodeOptions {
  readonly acceptanceOf: AcceptanceOf;
}

/** Not looked into for observables: they are observables, or hold what has no attribute. */
const withoutObservables: ReadonlySet<string> = new Set(['observables', 'unmapped', 'enrichments']);

/**
 * Functions that complete events, and all objects within, in place. The code for objects is made once for all classes:
 * so there is less of it to compile where events of many classes take turns.
 */
export class CompleterCode {
  readonly #catalogue: Catalogue;
  readonly #acceptanceOf: AcceptanceOf;
  /** The profiles that objects know. Others only matter to classes. */
  readonly #objectProfiles: ReadonlySet<string>;
  readonly #generators = new Map<string, Generator>();

  /** @param acceptanceOf what the code tells besides */
  constructor(catalogue: Catalogue, acceptanceOf: AcceptanceOf) {
    this.#catalogue = catalogue;
    this.#acceptanceOf = acceptanceOf;
    const attributes = [...catalogue.objects.values()].flatMap((definition) => [...definition.attributes.values()]);
    this.#objectProfiles = new Set(attributes.flatMap(({ profiles }) => profiles ?? []));
  }

  /** The function for events of a class. */
  completerOf(root: ClassDefinition, { profiles, observables }: CompleterCodeOptions): ObjectCompleter {
    const known = [...this.#objectProfiles].filter((profile) => profiles.has(profile));
    const key = `${observables} ${known.join()}`;
    const options = { profiles: new Set(known), observables, acceptanceOf: this.#acceptanceOf };
    const generator = this.#generators.get(key) ?? new Generator(this.#catalogue, options);
    this.#generators.set(key, generator);
    return generator.root(root, profiles);
  }
}

/** The activity that is part of a `type_uid`: 0 Unknown where it is no whole number. */
function activityOf(activityId: unknown): number {
  const number = numberOf(activityId);
  return Number.isInteger(number) ? number : 0;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : Number.NaN;
}

const runtime = { activityOf, captionsOfIds, idOfCaption, idsOfCaptions, numberOf, parseDatetime };

class Generator {
  readonly #functions: GeneratedFunctions<ObjectCompleter>;
  readonly #catalogue: Catalogue;
  readonly #options: GenerateOptions;
  #slots = 0;
  /** Code for a value of the wrong kind, in the function that is being made. */
  #refuse = '';

  constructor(catalogue: Catalogue, options: GenerateOptions) {
    this.#catalogue = catalogue;
    this.#options = options;
    this.#functions = new GeneratedFunctions<ObjectCompleter>({
      runtime: { ...runtime, writeDatetime: createDatetimeWriter(), ...options.acceptanceOf.runtime },
      sourceOf: (definition) => this.#source(definition, activeAttributes(definition, options.profiles)),
      defer: (make) => (object, completion, node, depth) => make()(object, completion, node, depth),
    });
  }

  root(definition: ClassDefinition, profiles: ReadonlySet<string>): ObjectCompleter {
    return this.#functions.make(this.#source(definition, activeAttributes(definition, profiles), definition));
  }

  /** Not strict code, so that an object that a mapper froze is left as it is. */
  #source(definition: ObjectDefinition, attributes: readonly Attribute[], identity?: ClassDefinition): FunctionSource {
    const refs: unknown[] = [];
    this.#slots = 0;
    const body = new ObjectBody();
    const ref = (value: unknown): string => `$${refs.push(value) - 1}`;
    const acceptance = this.#options.acceptanceOf.object({ definition, attributes, identity, body, ref });
    this.#refuse = acceptance.refuse;
    completeObject({ attributes, identity, body, ref, acceptance, path: (name) => this.#path(name) });
    for (const attribute of attributes) body.when(attribute.name, this.#walk(attribute));
    acceptance.finish();
    const code = `function (v, c, p, d) { if (c.stops(d)) return; ${acceptance.start} ${body.code(acceptance.otherwise)} ${acceptance.end} }`;
    return { code, refs };
  }

  #path(name: string): string {
    return `p.name(${this.#slots++}, ${JSON.stringify(name)})`;
  }

  /** What to do with the value `x` of an attribute: note an observable, go into an object. */
  #walk(attribute: Attribute): string {
    return attribute.objectType === undefined ? this.#value(attribute) : this.#object(attribute, attribute.objectType);
  }

  #value(attribute: Attribute): string {
    const typeId = attribute.observable ?? this.#catalogue.types.get(attribute.type)?.observable;
    const type = this.#observableType(attribute, typeId);
    if (type === undefined) return '';
    const name = attribute.isArray ? `${attribute.name}[]` : attribute.name;
    const call = `${this.#path(name)}, ${type}, x`;
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
         const q = p.child(${slot}, ${name}); ${note} ${this.#functions.reference(definition)}(${value}, c, q, d + 1);
       }`;
    if (!attribute.isArray) return `${visit('x')} else if (x !== null) { ${this.#refuse} }`;
    return `if (Array.isArray(x)) for (let i = 0; i < x.length; i++) { const y = x[i]; ${visit('y')} else { ${this.#refuse} } }
      else if (x !== null) { ${this.#refuse} }`;
  }

  /** The id and caption of an observable type, as arguments. */
  #observableType(attribute: Attribute, typeId: number | undefined): string | undefined {
    if (typeId === undefined || !this.#options.observables || withoutObservables.has(attribute.name)) return undefined;
    const caption = this.#catalogue.observableTypes.get(typeId);
    return caption === undefined ? undefined : `${JSON.stringify(typeId)}, ${JSON.stringify(caption)}`;
  }
}
