import type { CodeLine } from './code-line.ts';
import type { LeafStage } from './stage.ts';
import type { TextBatch } from './text-batch.ts';
import type { TextDictionary } from './text-dictionary.ts';

/** Entries whose code is not known yet: it waits in the batch, or it is that of entry `-2 - code`. */
const waiting = -1;

/** Comparisons that may fail, beyond three for each that does not, before no more are tried in a batch. */
const mayMiss = 12;

/**
 * Finds the codes of staged texts. Most texts stood in the row before at the same place: what a list names, row after
 * row, is told by one comparison of strings, which is mostly one of pointers. The rest is looked up, in batches where
 * the dictionary is long.
 */
export class TextCodes {
  /** Code of each entry of the stage; below zero as `waiting` says. */
  #codes = new Int32Array(64);

  /**
   * Adds the codes of the texts from entry `start` to `end` to `line`, up to the first that cannot have one. Gives the
   * entry where it stopped.
   */
  add(stage: LeafStage, start: number, end: number, dictionary: TextDictionary, line: CodeLine): number {
    if (end > this.#codes.length) this.#codes = new Int32Array(2 * end);
    const stopped = this.#find(stage, start, end, dictionary);
    line.addDefined(this.#codes, stage, start, stopped);
    return stopped;
  }

  #find(stage: LeafStage, start: number, end: number, dictionary: TextDictionary): number {
    const { definitions, repetitions, texts, firstText, batch, leaf } = stage;
    const codes = this.#codes;
    const defined = leaf.maxDefinition;
    const isList = leaf.maxRepetition > 0;
    let row = start;
    let rowBefore = end;
    let misses = -mayMiss;
    for (let at = start; at < end; at++) {
      if (isList && repetitions[at] === 0) {
        rowBefore = at === start ? end : row;
        row = at;
      }
      if (definitions[at] !== defined) continue;
      const text = texts[firstText + at] ?? '';
      const twin = rowBefore + at - row;
      if (misses < 0 && twin < row && definitions[twin] === defined) {
        if (texts[twin] === text) {
          const code = codes[twin] ?? waiting;
          codes[at] = code === waiting ? -2 - twin : code;
          misses = Math.max(misses - 3, -mayMiss);
          continue;
        }
        misses++;
      }
      if (dictionary.prefersBatches && batch.takes(text)) {
        codes[at] = waiting;
        batch.add(text, dictionary.seed, at);
        if (batch.isFull) {
          const failed = this.#look(batch, dictionary);
          if (failed >= 0) return failed;
        }
      } else {
        const failed = this.#look(batch, dictionary);
        if (failed >= 0) return failed;
        const code = dictionary.code(text);
        if (code < 0) return at;
        codes[at] = code;
      }
    }
    const failed = this.#look(batch, dictionary);
    return failed >= 0 ? failed : end;
  }

  /** Looks up what waits. Gives the first entry that cannot have a code, or -1. */
  #look(batch: TextBatch, dictionary: TextDictionary): number {
    if (batch.count === 0) return -1;
    const failed = dictionary.findAll(batch, this.#codes);
    batch.clear();
    return failed;
  }
}
