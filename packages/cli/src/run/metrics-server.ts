import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { prometheusText } from './prometheus.ts';
import type { RunningPipeline } from './run-plan.ts';

export interface MetricsSubject {
  /** Empty until the run has started. */
  readonly pipelines: () => readonly RunningPipeline[];
  readonly isDraining: () => boolean;
  readonly now: () => number;
}

export interface MetricsServer {
  readonly port: number;
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Serves `/metrics`, `/healthz` and `/readyz`. Health is 503 as soon as a pipeline has failed; readiness is 503 until
 * all pipelines run, and again while they drain.
 */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  subject: MetricsSubject,
): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) =>
    answer(request, response, subject),
  );
  server.maxConnections = 50;
  await listen(server, host, port);
  server.unref();
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CommandError(
      exitCode.badConfig,
      `Cannot serve metrics on ${host} port ${port} (${reason}). Choose another address in \`metrics.listen\`.`,
      { cause: error },
    );
  }
}

function answer(request: IncomingMessage, response: ServerResponse, subject: MetricsSubject): void {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const { status, type, body } = isReading
    ? answerTo(request.url?.split('?', 1)[0], subject)
    : text(405, 'Only GET and HEAD.\n');
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), connection: 'close' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function answerTo(path: string | undefined, { pipelines, isDraining, now }: MetricsSubject): Answer {
  const running = pipelines();
  switch (path) {
    case '/metrics':
      return { status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: prometheusText(running, now()) };
    case '/healthz':
      return json(running.some(({ outcome }) => outcome?.kind === 'failed') ? 503 : 200, running);
    case '/readyz': {
      const isReady = running.length > 0 && !isDraining() && running.every(({ outcome }) => outcome?.kind !== 'failed');
      return json(isReady ? 200 : 503, running);
    }
    default:
      return text(404, 'There is /metrics, /healthz and /readyz.\n');
  }
}

function json(status: number, pipelines: readonly RunningPipeline[]): Answer {
  const states = pipelines.map(({ plan, outcome }) => ({ pipeline: plan.name, state: outcome?.kind ?? 'running' }));
  return { status, type: 'application/json', body: `${JSON.stringify({ ok: status === 200, pipelines: states })}\n` };
}

function text(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body };
}
