import {
  blanks,
  type CharSet,
  complement,
  digits,
  everything,
  ignoringCase,
  union,
  wordCharacters,
} from './char-set.ts';
import type { PatternNode } from './syntax.ts';

const maxPatternLength = 2_000;
const maxRepeat = 1_000;
const maxNesting = 50;

/** An error in a pattern: where it stands in the text, from 0. */
export class PatternError extends Error {
  readonly code: 'bad_pattern' | 'unsafe_pattern' | 'pattern_never_matches';
  readonly offset: number;

  constructor(code: PatternError['code'], offset: number, message: string) {
    super(message);
    this.name = 'PatternError';
    this.code = code;
    this.offset = offset;
  }
}

/**
 * Reads a regular expression: the part of RE2's syntax that JavaScript has too. Throws a `PatternError`; what cannot be
 * matched in linear time (lookaround, back references) is one.
 */
export function parsePattern(text: string): PatternNode {
  if (text.length > maxPatternLength)
    throw new PatternError('bad_pattern', 0, `A pattern has at most ${maxPatternLength} characters. Use several.`);
  return new Parser(text).parse();
}

const classEscapes: Readonly<Record<string, CharSet>> = {
  d: digits,
  D: complement(digits),
  w: wordCharacters,
  W: complement(wordCharacters),
  s: blanks,
  S: complement(blanks),
};
const characterEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, v: 11, '0': 0 };
const flags = /\(\?([a-z]+)\)/y;
const groupName = /\(\?P?<([A-Za-z_][A-Za-z0-9_]*)>/y;
const bounds = /\{(\d+)(?:(,)(\d*))?\}/y;

class Parser {
  readonly #text: string;
  readonly #names = new Set<string>();
  #offset = 0;
  #ignoresCase = false;
  #dotTakesAll = false;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): PatternNode {
    const found = this.#sticky(flags);
    for (const flag of found?.[1] ?? '') {
      if (flag === 'i') this.#ignoresCase = true;
      else if (flag === 's') this.#dotTakesAll = true;
      else throw this.#error(`The flag "${flag}" is unknown. Known: i (any case), s (the dot also takes line feeds).`);
    }
    const node = this.#choice(0);
    if (this.#offset < this.#text.length) throw this.#error('A ")" without its "(". Write "\\)" for the character.');
    return node;
  }

  #choice(depth: number): PatternNode {
    if (depth > maxNesting) throw this.#error(`Groups are nested more than ${maxNesting} deep.`);
    const items = [this.#sequence(depth)];
    while (this.#text[this.#offset] === '|') {
      this.#offset++;
      items.push(this.#sequence(depth));
    }
    return items.length === 1 ? items[0]! : { kind: 'choice', items };
  }

  #sequence(depth: number): PatternNode {
    const items: PatternNode[] = [];
    if (depth === 0 && this.#text[this.#offset] === '^') this.#offset++;
    while (this.#offset < this.#text.length) {
      const next = this.#text[this.#offset]!;
      if (next === '|' || next === ')') break;
      if (next === '$' && depth === 0 && this.#endsHere()) break;
      items.push(this.#repeated(this.#atom(next, depth)));
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  /** Whether the `$` here ends the pattern or an alternative of it; it is taken then. */
  #endsHere(): boolean {
    const after = this.#text[this.#offset + 1];
    if (after !== undefined && after !== '|') return false;
    this.#offset++;
    return true;
  }

  #repeated(item: PatternNode): PatternNode {
    let node = item;
    for (let times = 0; ; times++) {
      const found = this.#quantifier();
      if (found === undefined) return node;
      if (times > 0) throw this.#error('A repetition of a repetition. Put the first one in (?: ).');
      if (found.max > 1 && hasGroup(item))
        throw this.#error('A named group in a repetition would keep its last value only. Name the repetition instead.');
      const isLazy = this.#text[this.#offset] === '?';
      if (isLazy) this.#offset++;
      else if (this.#text[this.#offset] === '+')
        throw this.#error('Possessive repetitions are not part of the syntax. Leave the "+" out.');
      node = { kind: 'repeat', item: node, ...found, isLazy };
    }
  }

  #quantifier(): { min: number; max: number } | undefined {
    const next = this.#text[this.#offset];
    const simple = next === '*' ? [0, Infinity] : next === '+' ? [1, Infinity] : next === '?' ? [0, 1] : undefined;
    if (simple !== undefined) {
      this.#offset++;
      return { min: simple[0]!, max: simple[1]! };
    }
    const start = this.#offset;
    const found = this.#sticky(bounds);
    if (found === null) return undefined;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === '' ? Infinity : Number(found[3]);
    const tooMany = min > maxRepeat || (max !== Infinity && max > maxRepeat);
    if (tooMany || max < min) {
      const message = tooMany
        ? `At most ${maxRepeat} repetitions can be counted.`
        : 'The bounds are the wrong way round.';
      throw new PatternError('bad_pattern', start, message);
    }
    return { min, max };
  }

  #atom(next: string, depth: number): PatternNode {
    switch (next) {
      case '(':
        return this.#group(depth);
      case '[':
        return this.#chars(this.#class());
      case '.':
        this.#offset++;
        return { kind: 'chars', set: this.#dotTakesAll ? everything : complement([[10, 10]]) };
      case '\\':
        return this.#escape();
      case '^':
      case '$':
        throw new PatternError(
          'pattern_never_matches',
          this.#offset,
          `"${next}" inside a pattern can never match: a pattern is held against the whole text. Write "\\${next}" for the character.`,
        );
      case '*':
      case '+':
      case '?':
        throw this.#error(`Nothing stands before "${next}" that it could repeat. Write "\\${next}" for the character.`);
      default:
        return this.#chars(this.#character());
    }
  }

  #group(depth: number): PatternNode {
    const start = this.#offset;
    const named = this.#sticky(groupName);
    if (named === null) this.#skipGroupHead();
    const name = named?.[1];
    if (name !== undefined && this.#names.has(name))
      throw new PatternError('bad_pattern', start, `There are two groups "${name}". Give each a name of its own.`);
    if (name !== undefined) this.#names.add(name);
    const item = this.#choice(depth + 1);
    if (this.#text[this.#offset] !== ')')
      throw new PatternError('bad_pattern', start, 'A "(" without its ")". Write "\\(" for the character.');
    this.#offset++;
    return name === undefined ? item : { kind: 'group', name, item };
  }

  #skipGroupHead(): void {
    const head = this.#text.slice(this.#offset, this.#offset + 4);
    if (head.startsWith('(?:')) this.#offset += 3;
    else if (/^\(\?<?[=!]/.test(head))
      throw new PatternError(
        'unsafe_pattern',
        this.#offset,
        'Looking ahead or behind cannot be done in linear time. Match what stands there instead.',
      );
    else if (head.startsWith('(?')) throw this.#error(`"${head}" begins no group. Known: (?<name> ), (?: ) and ( ).`);
    else this.#offset++;
  }

  #escape(): PatternNode {
    const letter = this.#text[this.#offset + 1];
    if (letter === 'b' || letter === 'B') {
      this.#offset += 2;
      return { kind: 'boundary', isNegated: letter === 'B' };
    }
    if (letter !== undefined && (/[1-9]/.test(letter) || letter === 'k'))
      throw new PatternError(
        'unsafe_pattern',
        this.#offset,
        'Referring back to a group cannot be done in linear time. Write the text out.',
      );
    const set = letter === undefined ? undefined : classEscapes[letter];
    if (set === undefined) return this.#chars(this.#character());
    this.#offset += 2;
    return { kind: 'chars', set };
  }

  #class(): CharSet {
    const start = this.#offset++;
    const isNegated = this.#text[this.#offset] === '^';
    if (isNegated) this.#offset++;
    const sets: CharSet[] = [];
    while (this.#text[this.#offset] !== ']') {
      if (this.#offset >= this.#text.length)
        throw new PatternError('bad_pattern', start, 'A "[" without its "]". Write "\\[" for the character.');
      sets.push(this.#classItem());
    }
    this.#offset++;
    const set = union(...sets);
    const cased = this.#ignoresCase ? ignoringCase(set) : set;
    return isNegated ? complement(cased) : cased;
  }

  #classItem(): CharSet {
    const letter = this.#text[this.#offset] === '\\' ? this.#text[this.#offset + 1] : undefined;
    const named = letter === undefined ? undefined : classEscapes[letter];
    if (named !== undefined) {
      this.#offset += 2;
      return named;
    }
    const start = this.#offset;
    const low = this.#character()[0]![0];
    if (this.#text[this.#offset] !== '-' || this.#text[this.#offset + 1] === ']') return [[low, low]];
    this.#offset++;
    const high = this.#character()[0]![0];
    if (high < low) throw new PatternError('bad_pattern', start, 'The range is the wrong way round.');
    return [[low, high]];
  }

  /** One character, perhaps escaped. */
  #character(): CharSet {
    const code = this.#text.codePointAt(this.#offset);
    if (code === undefined) throw this.#error('The pattern ends too early.');
    if (code === 92) return this.#escapedCharacter();
    this.#offset += code > 0xffff ? 2 : 1;
    return [[code, code]];
  }

  #escapedCharacter(): CharSet {
    const letter = this.#text[this.#offset + 1];
    if (letter === undefined) throw this.#error('The pattern ends with a "\\". Write "\\\\" for the character.');
    const hex = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|[xu]\{([0-9A-Fa-f]{1,6})\})/.exec(
      this.#text.slice(this.#offset, this.#offset + 10),
    );
    if (hex !== null) {
      this.#offset += hex[0].length;
      const code = Math.min(Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16), 0x10ffff);
      return [[code, code]];
    }
    const control = characterEscapes[letter];
    if (control === undefined && /[A-Za-z0-9]/.test(letter))
      throw this.#error(`"\\${letter}" is no escape. Known: \\d \\w \\s \\b \\t \\n \\r and signs such as \\. \\[.`);
    const code = control ?? this.#text.codePointAt(this.#offset + 1)!;
    this.#offset += 1 + (code > 0xffff ? 2 : 1);
    return [[code, code]];
  }

  #chars(set: CharSet): PatternNode {
    return { kind: 'chars', set: this.#ignoresCase ? ignoringCase(set) : set };
  }

  #sticky(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.#offset;
    const found = sticky.exec(this.#text);
    if (found !== null) this.#offset = sticky.lastIndex;
    return found;
  }

  #error(message: string): PatternError {
    return new PatternError('bad_pattern', this.#offset, message);
  }
}

function hasGroup(node: PatternNode): boolean {
  switch (node.kind) {
    case 'group':
      return true;
    case 'repeat':
      return hasGroup(node.item);
    case 'sequence':
    case 'choice':
      return node.items.some(hasGroup);
    default:
      return false;
  }
}
