/**
 * `npm run bench -- ocsf`: what completing and validating an event takes, beside parsing and encoding it, and beside
 * Ajv's compiled JSON Schema of the same class. One process; each round does all of it, so that ratios are of one round.
 */
import { loadCatalogue } from '@sluice/ocsf';
import { markdownTable } from '../table.ts';
import { median } from '../round.ts';
import { play, prepare, type Prepared, type Times } from './round-of-case.ts';
import { cases } from './typical-events.ts';

const rounds = Number(process.argv[2] ?? 15);
const catalogue = loadCatalogue('1.3.0');

function middle(times: readonly Times[], of: (time: Times) => number, digits: number): string {
  return median(times.map(of)).toFixed(digits);
}

function share(times: readonly Times[], of: (time: Times) => number): string {
  const shares = times.map((time) => (100 * of(time)) / (time.parse + time.encode));
  return `${median(shares).toFixed(0)} % (${Math.min(...shares).toFixed(0)} to ${Math.max(...shares).toFixed(0)})`;
}

const measured: { readonly prepared: Prepared; readonly times: readonly Times[] }[] = [];
for (const chosen of cases) {
  const prepared = prepare(catalogue, chosen);
  for (let warmUp = 0; warmUp < 3; warmUp++) await play(prepared);
  const times: Times[] = [];
  for (let round = 0; round < rounds; round++) times.push(await play(prepared));
  measured.push({ prepared, times });
}

const nameOf = ({ name, leaves }: Prepared): string => `${name}: ${leaves.mapped} leaves, ${leaves.complete} complete`;

console.log(`CPU µs for each event, medians of ${rounds} rounds\n`);
console.log(
  markdownTable(
    ['event', 'JSON.parse', 'encode', 'complete and validate', 'of parse and encode', 'one after the other', 'of it'],
    measured.map(({ prepared, times }) => [
      nameOf(prepared),
      middle(times, ({ parse }) => parse, 2),
      middle(times, ({ encode }) => encode, 2),
      middle(times, ({ conform }) => conform, 2),
      share(times, ({ conform }) => conform),
      middle(times, ({ complete, validate }) => complete + validate, 2),
      share(times, ({ complete, validate }) => complete + validate),
    ]),
  ),
);
console.log('\nThe validator alone, beside Ajv, on the completed events:\n');
console.log(
  markdownTable(
    ['event', 'Sluice µs', 'Ajv µs', 'Ajv ÷ Sluice'],
    measured.map(({ prepared, times }) => [
      nameOf(prepared),
      middle(times, ({ validate }) => validate, 2),
      middle(times, ({ ajv }) => ajv, 2),
      middle(times, ({ ajv, validate }) => ajv / validate, 2),
    ]),
  ),
);
