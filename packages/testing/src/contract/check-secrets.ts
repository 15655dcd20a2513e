import { deepStrictEqual, fail, ok } from 'node:assert';
import { inspect } from 'node:util';
import { configTexts } from '../standard/config-keys.ts';
import { parseConfig, type AnyStream } from '../stream-under-test.ts';
import { withUpstream, type ReadCheck } from './check-read.ts';
import { Reading } from './reading.ts';
import { markers } from './upstream.ts';

/** Clause 4.8: in what is said while reading goes well, when the upstream is gone, and when the configuration is wrong. */
export async function keepsSecrets({ stream, upstream, patienceMs }: ReadCheck): Promise<void> {
  const paths = secretPaths(stream);
  if (paths.length === 0) return;
  await withUpstream(upstream, async (running) => {
    const secrets = paths.map((path) => secretAt(running.config, path));
    const said: string[] = [];
    const config = await parseConfig(stream, running.config);
    const well = new Reading({ stream, config, patienceMs });
    well.ask();
    await running.feed(markers(0, 3).map(upstream.record));
    await well.pullMarkers(3);
    await running.stop();
    said.push(...(await untilError(well)), ...(await untilError(new Reading({ stream, config }))));
    for (const path of paths) said.push(await complaints(stream, running.config, path));
    deepStrictEqual(
      said.filter((text) => secrets.some((secret) => holds(text, secret))),
      [],
      `${stream.name} says a secret`,
    );
  });
}

/** What a reader of a lost upstream says, until it throws or the time is over. */
async function untilError(reading: Reading): Promise<readonly string[]> {
  const said: string[] = [];
  try {
    await reading.pull(2000);
  } catch (error) {
    said.push(inspect(error, { depth: 8 }));
  } finally {
    await reading.stop();
  }
  return [...said, ...reading.logged];
}

/** What the schema says of a secret that is no text. */
async function complaints(stream: AnyStream, config: unknown, path: readonly string[]): Promise<string> {
  const wrong = structuredClone(config);
  const holder = at(wrong, path.slice(0, -1));
  if (typeof holder !== 'object' || holder === null) return '';
  const last = path.at(-1) ?? '';
  const key = last === '*' ? (Object.keys(holder)[0] ?? '') : last;
  Reflect.set(holder, key, [Reflect.get(holder, key)]);
  const parsed = await stream.config['~standard'].validate(wrong);
  ok(parsed.issues !== undefined, `${path.join('.')} takes a list where it should take text`);
  return inspect(parsed.issues, { depth: 8 });
}

function secretPaths(stream: AnyStream): readonly (readonly string[])[] {
  return configTexts(stream)
    .filter(({ isSecret }) => isSecret)
    .map(({ path }) => path.replaceAll('[]', '.0').split('.'));
}

function secretAt(config: unknown, path: readonly string[]): string {
  const secret = at(config, path);
  if (typeof secret === 'string' && secret.length >= 8) return secret;
  fail(`the upstream's config has no value of 8 characters or more for the secret ${path.join('.')}: give it one`);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((holder, key) => {
    if (typeof holder !== 'object' || holder === null) return undefined;
    return key === '*' ? Object.values(holder)[0] : Reflect.get(holder, key);
  }, value);
}

function holds(text: string, secret: string): boolean {
  return text.includes(secret) || text.includes(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
}
