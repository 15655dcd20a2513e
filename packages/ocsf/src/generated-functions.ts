import type { ObjectDefinition } from './catalogue.ts';

/** Source of one function, and what its code refers to as `$0`, `$1`… */
export interface FunctionSource {
  /** An expression that is the function. */
  readonly code: string;
  readonly refs: readonly unknown[];
}

/** A function of any object that the code is made for. */
export type ObjectFunction = (...args: never[]) => void;

/**
 * Functions made of JavaScript, one for each definition, which call each other as `F[number]`. Each is made when it is
 * first called: an event holds a dozen of the hundred and fifty objects that it could hold.
 *
 * Making code is safe here because of what gets into it: names of attributes of a schema, always as JSON string
 * literals, numbers of variables, and words of ours. Everything else is passed in by reference and found by its index.
 * Nothing of an event ever becomes code. It is worth it: looking everything up for each event takes ten times as long.
 */
export class GeneratedFunctions<Fn extends ObjectFunction> {
  readonly #definitions: ObjectDefinition[] = [];
  readonly #table: Fn[] = [];
  readonly #runtime: Readonly<Record<string, unknown>>;
  readonly #sourceOf: (definition: ObjectDefinition) => FunctionSource;
  readonly #defer: (make: () => Fn) => Fn;

  constructor(options: {
    /** What the code may call by name. */
    readonly runtime: Readonly<Record<string, unknown>>;
    readonly sourceOf: (definition: ObjectDefinition) => FunctionSource;
    /** A function that makes the real one when it is called, and calls it. */
    readonly defer: (make: () => Fn) => Fn;
  }) {
    this.#runtime = options.runtime;
    this.#sourceOf = options.sourceOf;
    this.#defer = options.defer;
  }

  /** A function of its own, which no other calls. */
  make({ code, refs }: FunctionSource): Fn {
    const names = Object.keys(this.#runtime).join(', ');
    const variables = refs.map((_, index) => `const $${index} = refs[${index}];`).join('\n');
    // oxlint-disable-next-line no-new-func typescript/no-implied-eval -- Why this is safe is said above.
    const build = new Function('refs', 'runtime', 'F', `const { ${names} } = runtime;\n${variables}\nreturn ${code};`);
    return build(refs, this.#runtime, this.#table);
  }

  /** The expression that is the function of a definition in the code of another. */
  reference(definition: ObjectDefinition): string {
    return `F[${this.#numberOf(definition)}]`;
  }

  #numberOf(definition: ObjectDefinition): number {
    const known = this.#definitions.indexOf(definition);
    if (known !== -1) return known;
    const number = this.#definitions.push(definition) - 1;
    this.#table[number] = this.#defer(() => this.#makeKept(number));
    return number;
  }

  #makeKept(number: number): Fn {
    const made = this.make(this.#sourceOf(this.#definitions[number]!));
    this.#table[number] = made;
    return made;
  }
}
