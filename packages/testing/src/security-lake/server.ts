import { serve } from '../upstreams/serve.ts';
import type { SecurityLakeEmulatorOptions } from './emulator.ts';
import { createLakeService, type LakeService } from './lake-service.ts';

export interface ServerOptions extends SecurityLakeEmulatorOptions {
  /** Default: any that is free. */
  readonly port?: number;
}

export interface SecurityLakeServer extends Omit<LakeService, 'service'> {
  /** For `AWS_ENDPOINT_URL`, or the `endpoint` of a client. Clients of S3 say `forcePathStyle`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * The emulator behind HTTP on 127.0.0.1, and on no other address, with the buckets of its lakes, the queues of its
 * subscribers, and sessions of its roles. Whoever starts it closes it.
 */
export async function startSecurityLakeEmulator(options: ServerOptions = {}): Promise<SecurityLakeServer> {
  const { port, ...rest } = options;
  const { service, ...lake } = createLakeService(rest);
  const { endpoint, close } = await serve(service, port === undefined ? {} : { port });
  return { ...lake, endpoint, close };
}
