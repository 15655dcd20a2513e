/** Paths are few and events many: each is written once and kept, up to this many. */
const maxKept = 20_000;

/** Counts the paths kept by one completer. */
export interface PathBudget {
  kept: number;
}

/** The path of an object in an event, with those of what is in it, each made when it is first needed. */
export class PathNode {
  readonly path: string;
  readonly #budget: PathBudget;
  readonly #children: (PathNode | undefined)[] = [];
  readonly #names: (string | undefined)[] = [];

  constructor(path: string, budget: PathBudget) {
    this.path = path;
    this.#budget = budget;
  }

  /** The node of the object in slot `slot`, called `name`. A slot always means the same name. */
  child(slot: number, name: string): PathNode {
    const known = this.#children[slot];
    if (known !== undefined) return known;
    const child = new PathNode(this.#join(name), this.#budget);
    if (this.#keeps()) this.#children[slot] = child;
    return child;
  }

  /** The path of the value in slot `slot`, called `name`. */
  name(slot: number, name: string): string {
    const known = this.#names[slot];
    if (known !== undefined) return known;
    const path = this.#join(name);
    if (this.#keeps()) this.#names[slot] = path;
    return path;
  }

  #join(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  #keeps(): boolean {
    return this.#budget.kept++ < maxKept;
  }
}
