import type { ServerResponse } from 'node:http';
import type { Refusal } from '../../http/body.ts';
import type { Protocol } from '../../http/server.ts';
import { recordsIn } from './records-in.ts';

/** Records in, 200 and an empty object out, or what is wrong with them as `{"error": …}`. */
export function jsonProtocol(path: string): Protocol {
  return { paths: new Set([path]), recordsIn, answer };
}

function answer(response: ServerResponse, _: string, refusal: Refusal | undefined): void {
  response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(refusal === undefined ? {} : { error: `The request ${refusal.message}.` }));
}
