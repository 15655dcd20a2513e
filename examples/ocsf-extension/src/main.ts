import { Console } from 'node:console';
import { folderStore, openState, runPipeline, total } from '@sluice/core';
import { doorCatalogue } from './catalogue.ts';
import { connector } from './connector.ts';

const [stream] = connector.streams;
const [emitted] = stream?.emits ?? [];
if (stream === undefined || emitted === undefined) throw new Error('The connector has a stream that emits a class.');

const at = Date.parse('2026-11-20T08:30:00Z');
const state = openState('state');
const { storedEvents, rejected } = await runPipeline({
  name: 'doors',
  connector,
  stream,
  config: {
    openings: [
      { at, person: 'amira', door: 'north gate', attempts: 1, opened: true },
      { at: at + 1000, person: 'ben', door: 'server room', attempts: 3, opened: false },
      { at: at + 2000, person: 'ben' },
    ],
  },
  account: 'external_example',
  region: 'eu-central-1',
  sources: [{ ...emitted, name: 'doors-activity' }],
  store: folderStore('lake'),
  deadLetters: folderStore('dead-letters'),
  state,
  catalogue: doorCatalogue(),
  log: new Console(process.stderr),
  signal: new AbortController().signal,
});
await state.close();
console.log(`${storedEvents} stored, ${total(rejected)} rejected`);
