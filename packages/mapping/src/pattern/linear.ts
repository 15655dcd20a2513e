import { type CharSet, overlaps } from './char-set.ts';
import { minLength, type PatternNode } from './syntax.ts';

/** Alternatives that backtracking may have to try one after another for the whole pattern. */
const maxWays = 64;
const maxPositions = 1_500;

/**
 * Whether backtracking takes time linear in the text, whatever the text, when the pattern is held against all of it.
 *
 * It does where each character of a text leaves but one way to go on (every alternative that is tried in vain then
 * fails at its first character). That is so where no two positions of the pattern that can come next take the same
 * character. Outside repetitions a choice may be open (`(invalid user )?(\S+)`): it doubles the work, once.
 *
 * False as well where JavaScript would fill groups otherwise than RE2, as it does with some repetitions of what may be
 * empty: what RE2 gives is what a pattern means.
 */
export function isLinear(node: PatternNode): boolean {
  const automaton = new Positions();
  const whole = automaton.add(node, false);
  return whole !== undefined && automaton.isLinear(whole);
}

/** A piece of the pattern: the positions that can begin and end it. */
interface Piece {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

class Positions {
  readonly #sets: CharSet[] = [];
  readonly #isInLoop: boolean[] = [];
  readonly #next: number[][] = [];
  #ways = 1;
  #isAmbiguous = false;

  /** Undefined where the pattern is too big or has what no position can say. */
  add(node: PatternNode, inLoop: boolean): Piece | undefined {
    switch (node.kind) {
      case 'chars':
        return this.#position(node.set, inLoop);
      case 'group':
        return this.add(node.item, inLoop);
      case 'sequence':
        return this.#sequence(node.items.map((item) => this.add(item, inLoop)));
      case 'choice':
        return this.#choice(node.items, inLoop);
      case 'repeat':
        return this.#repeat(node, inLoop);
      case 'boundary':
        return undefined;
    }
  }

  isLinear(whole: Piece): boolean {
    this.#look(whole.first, false);
    for (const [position, next] of this.#next.entries()) this.#look(next, this.#isInLoop[position]!);
    return !this.#isAmbiguous && this.#ways <= maxWays;
  }

  #look(next: readonly number[], inLoop: boolean): void {
    let ways = 1;
    for (const [index, one] of next.entries()) {
      const rivals = next.slice(index + 1).filter((other) => overlaps(this.#sets[one]!, this.#sets[other]!));
      if (rivals.length > 0) ways++;
    }
    if (ways > 1) this.#open(ways, inLoop);
  }

  #open(ways: number, inLoop: boolean): void {
    if (inLoop) this.#isAmbiguous = true;
    else this.#ways *= ways;
  }

  #position(set: CharSet, inLoop: boolean): Piece | undefined {
    if (this.#sets.length >= maxPositions) return undefined;
    const position = this.#sets.push(set) - 1;
    this.#isInLoop.push(inLoop);
    this.#next.push([]);
    return { first: [position], last: [position], isNullable: false };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const position of from) {
      for (const next of to) {
        // The same step in two ways: a repetition of a repetition.
        if (this.#next[position]!.includes(next)) this.#isAmbiguous = true;
        else this.#next[position]!.push(next);
      }
    }
  }

  #sequence(pieces: readonly (Piece | undefined)[]): Piece | undefined {
    let whole: Piece = { first: [], last: [], isNullable: true };
    for (const piece of pieces) {
      if (piece === undefined) return undefined;
      this.#link(whole.last, piece.first);
      whole = {
        first: whole.isNullable ? [...whole.first, ...piece.first] : whole.first,
        last: piece.isNullable ? [...whole.last, ...piece.last] : piece.last,
        isNullable: whole.isNullable && piece.isNullable,
      };
    }
    return whole;
  }

  #choice(items: readonly PatternNode[], inLoop: boolean): Piece | undefined {
    const pieces = items.map((item) => this.add(item, inLoop));
    if (!pieces.every((piece) => piece !== undefined)) return undefined;
    const empty = pieces.filter(({ isNullable }) => isNullable).length;
    if (empty > 1) this.#open(empty, inLoop);
    return {
      first: pieces.flatMap(({ first }) => first),
      last: pieces.flatMap(({ last }) => last),
      isNullable: empty > 0,
    };
  }

  #repeat(node: Extract<PatternNode, { kind: 'repeat' }>, inLoop: boolean): Piece | undefined {
    if (node.max === 0) return { first: [], last: [], isNullable: true };
    if (minLength(node.item) === 0) {
      // JavaScript takes no empty repetition that it need not take, and tries what else there is; RE2 takes it.
      if (node.max > node.min) return undefined;
      this.#open(2, inLoop || node.max > 1);
    }
    const isEndless = node.max === Infinity;
    const copies = isEndless ? Math.max(node.min, 1) : node.max;
    if (copies > maxPositions) return undefined;
    const pieces: Piece[] = [];
    for (let copy = 0; copy < copies; copy++) {
      const piece = this.add(node.item, inLoop || (isEndless && copy === copies - 1));
      if (piece === undefined) return undefined;
      pieces.push(copy < node.min ? piece : { ...piece, isNullable: true });
    }
    const last = pieces.at(-1)!;
    if (isEndless) this.#link(last.last, last.first);
    return this.#nested(pieces, node.min);
  }

  /** `x{2,4}` is `xx(x(x)?)?`: a later copy is there only if the one before it is. */
  #nested(pieces: readonly Piece[], min: number): Piece | undefined {
    const [first, ...others] = pieces;
    let whole = first!;
    for (const piece of others) {
      this.#link(whole.last.slice(-first!.last.length), piece.first);
      const isNullable = whole.isNullable && piece.isNullable;
      const last = piece.isNullable ? [...whole.last, ...piece.last] : piece.last;
      whole = { first: whole.first, last, isNullable };
    }
    return min === 0 ? { ...whole, isNullable: true } : whole;
  }
}
