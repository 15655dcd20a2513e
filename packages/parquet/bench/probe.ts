import { loadCatalogue } from '@sluice/ocsf';
import { columnSchema, sluiceEncoder } from '../src/index.ts';
import { netDeclaration, netEvents } from './net-events.ts';
import { procDeclaration, procEvents } from './proc-events.ts';

const count = Number(process.argv[3] ?? 100_000);
const isNet = process.argv[2] === 'net';
const schema = columnSchema(loadCatalogue('1.3.0'), isNet ? netDeclaration : procDeclaration);
console.log(schema.leaves.length, 'leaves');
const lines: string[] = [];
for (const event of (isNet ? netEvents : procEvents)(count)) lines.push(JSON.stringify(event));
console.log((lines.join('\n').length / count) | 0, 'bytes of JSON an event');
for (let round = 0; round < 8; round++) {
  const writer = sluiceEncoder.open(schema);
  let append = 0;
  for (let at = 0; at < count; at += 32) {
    const rows = lines.slice(at, at + 32).map((line) => JSON.parse(line));
    const start = cpu();
    for (const row of rows) writer.append(row);
    append += cpu() - start;
  }
  const memory = writer.memoryBytes;
  const start = cpu();
  const object = await writer.finish();
  const finish = cpu() - start;
  console.log(
    `append ${((append * 1000) / count).toFixed(2)} finish ${((finish * 1000) / count).toFixed(2)} µs/event, ${((count / (append + finish)) * 1000) | 0}/s, ${object.byteLength} bytes, memory ${memory >> 20} MB, rss ${process.memoryUsage().rss >> 20}`,
  );
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
