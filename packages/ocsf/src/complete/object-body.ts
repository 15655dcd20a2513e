import { dispatchKeys, type KeyCase } from '../key-dispatch.ts';

/**
 * The code that completes one object `v`: a walk through its keys, then what is missing. Within the walk, `k` is the key
 * and `x` its value, which is not undefined.
 */
export class ObjectBody {
  readonly #declarations: string[] = [];
  readonly #ends: string[] = [];
  readonly #cases = new Map<string, string[]>();

  /** @param otherwise code for keys of which nothing is said */
  code(otherwise: string): string {
    const cases: KeyCase[] = [...this.#cases].map(([key, pieces]) => ({ key, code: pieces.join(' ') }));
    return `${this.#declarations.join(' ')}
      for (const k in v) { const x = v[k]; if (x === undefined) continue; ${dispatchKeys(cases)} ${otherwise} }
      ${this.#ends.join('\n')}`;
  }

  /** Adds code for a key. It is known from then on, even where the code is empty. */
  when(key: string, code: string): void {
    const pieces = this.#cases.get(key);
    if (pieces === undefined) this.#cases.set(key, [code]);
    else pieces.push(code);
  }

  atEnd(code: string): void {
    this.#ends.push(code);
  }

  /** A new variable. */
  variable(value: string): string {
    const name = `l${this.#declarations.length}`;
    this.#declarations.push(`let ${name} = ${value};`);
    return name;
  }

  /** A variable that holds the value of a key after the walk; undefined where the key is absent or null. */
  valueOf(key: string): string {
    const name = this.variable('undefined');
    this.when(key, `if (x !== null) ${name} = x;`);
    return name;
  }
}
