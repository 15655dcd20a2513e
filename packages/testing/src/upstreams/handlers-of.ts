import { http, type HttpHandler } from 'msw';
import type { Service } from './serve.ts';

/**
 * Handlers for Mock Service Worker: requests whose address matches are answered by the service, within the process.
 *
 * @example
 * const server = setupServer(...handlersOf(/^https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com\//, queues.service));
 */
export function handlersOf(address: string | RegExp, service: Service): readonly HttpHandler[] {
  return [http.all(address, ({ request }) => service(request))];
}
