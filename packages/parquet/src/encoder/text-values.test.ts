import { describe, expect, it } from 'vitest';
import { stagesOf } from './stage.ts';
import { TextValues } from './text-values.ts';

const leaf = { column: 'labels[]', path: ['labels'], type: 'string', maxDefinition: 3, maxRepetition: 1 } as const;

describe('the texts of a column', () => {
  it('stay as they came, in order, while few of them differ', () => {
    expectSame(Array.from({ length: 500 }, (_, at) => `user ${at % 7}`));
  });

  it('stay in order where lists name the same, row after row, between what differs', () => {
    const names = ['src_endpoint.ip', 'dst_endpoint.ip', 'device.hostname', 'user.name'];
    expectSame(
      Array.from({ length: 9000 }, (_, at) => (at % 5 === 4 ? `10.0.${at % 251}.${at % 7}` : (names[at % 5] ?? ''))),
    );
  });

  it('stay in order where many differ and are looked up together', () => {
    expectSame(Array.from({ length: 3000 }, (_, at) => `host-${(at * 7919) % 900}.example.com`));
  });

  it('stay in order where one is empty, long or not ASCII among those that are looked up together', () => {
    const odd = ['', 'x'.repeat(1024), 'x'.repeat(5000), '東京', 'São Paulo', '\uD83D', '\uDE00', '\0', 'abc\0', 'abc'];
    expectSame(Array.from({ length: 4000 }, (_, at) => odd[at % 23] ?? `text ${at % 400}`));
  });

  it('stay in order where the dictionary is full in the middle of a batch', () => {
    const values = expectSame(Array.from({ length: 90_003 }, (_, at) => (at % 5 === 4 ? 'again' : `id-${at}`)));
    expect(values.usesDictionary).toBe(false);
  });

  it('stay in order where texts grow too large for the dictionary in the middle of a batch', () => {
    const values = expectSame(Array.from({ length: 6000 }, (_, at) => `${at} ${'y'.repeat(1000)}`));
    expect(values.usesDictionary).toBe(false);
  });

  it('stay in order without a dictionary, whatever they are made of', () => {
    const odd = ['', 'São Paulo', '東京', '\uD83D'];
    for (const oddOnes of [0, 1, 4]) {
      const values = expectSame(
        Array.from({ length: 1000 }, (_, at) => (at > 300 && at % 11 < oddOnes ? (odd[at % 4] ?? '') : `id-${at}`)),
        { usesDictionary: false },
      );
      expect(values.memoryBytes).toBeGreaterThan(1000 * (4 + 5));
    }
  });

  it('stay in order where some are too long to be written together', () => {
    const texts = Array.from({ length: 2000 }, (_, at) => (at % 1000 < 300 ? `${at}`.padStart(5000, '-') : `id-${at}`));
    expectSame(texts, { usesDictionary: false });
  });

  it('stay whole where they would fill their first room, were they ASCII', () => {
    expectSame([`é${'x'.repeat(2047)}`, 'y'.repeat(2048)], { usesDictionary: false });
  });

  it('get the same codes one by one and together', () => {
    const texts = Array.from({ length: 2000 }, (_, at) => `value ${(at * 31) % 777}`);
    const [together, single] = [new TextValues(5), new TextValues(9)];
    absorb(together, texts);
    for (const text of texts) {
      const bytes = Buffer.from(text);
      single.addBytes(bytes, 0, bytes.length);
    }
    expect(together.seal()).toEqual(single.seal());
  });
});

const staged = 200;

/** Lists of five. Every ninth entry is null, and is no value. More are staged than a batch takes, as lists may have them. */
function absorb(values: TextValues, texts: readonly string[]): void {
  const [stage] = stagesOf([leaf]).leaves;
  if (stage === undefined) throw new Error('no stage');
  stage.grow(2 * staged);
  for (let start = 0; start < texts.length; start += staged) {
    let entries = 0;
    for (const text of texts.slice(start, start + staged)) {
      if (entries % 9 === 8) stage.definitions[entries++] = 0;
      stage.repetitions[entries] = entries % 5 === 0 ? 0 : 1;
      stage.definitions[entries] = leaf.maxDefinition;
      stage.texts[entries++] = text;
    }
    values.absorb(stage, entries, leaf.maxDefinition);
  }
}

function expectSame(texts: readonly string[], { usesDictionary } = { usesDictionary: true }): TextValues {
  const values = new TextValues(1234);
  if (!usesDictionary) values.leaveDictionary();
  absorb(values, texts);
  expect(values.count).toBe(texts.length);
  const sealed = values.seal();
  const { plain, lengths } = 'codes' in sealed ? values.plainOf(sealed.codes, texts.length) : sealed;
  expect(textsOf(plain, lengths ?? new Int32Array())).toEqual(texts.map((text) => text.toWellFormed()));
  return values;
}

function textsOf(plain: Uint8Array, lengths: Int32Array): readonly string[] {
  let start = 0;
  return Array.from(lengths, (length) => Buffer.from(plain.subarray(start, (start += length))).toString('utf8'));
}
