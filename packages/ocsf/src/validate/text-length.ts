const plain = /^[ -~]*$/;

/** Counts characters as a reader does (grapheme clusters), no further than just past `limit`. */
export type TextLength = (text: string, limit: number) => number;

export function createTextLength(): TextLength {
  // Made when it is first needed: it takes a while, and few texts need it.
  let segmenter: Intl.Segmenter | undefined;
  return (text, limit) => {
    if (text.length <= limit || plain.test(text)) return text.length;
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    let length = 0;
    for (const _ of segmenter.segment(text)) if (++length > limit) break;
    return length;
  };
}
