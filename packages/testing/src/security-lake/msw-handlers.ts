import { http, HttpResponse, type HttpHandler } from 'msw';
import { createSecurityLakeEmulator, type SecurityLakeEmulator } from './emulator.ts';

/** AWS's endpoints of Security Lake, Glue and IAM, in all regions, also FIPS and dual-stack. */
const endpoints =
  /^https:\/\/((securitylake|glue)(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws)|iam\.(us-gov\.)?amazonaws\.com)\//;

/**
 * Handlers for Mock Service Worker: requests of any AWS client to Security Lake, and those to Glue and IAM
 * that custom sources need, are answered by the emulator, within the
 * process.
 */
export function securityLakeHandlers(
  emulator: SecurityLakeEmulator = createSecurityLakeEmulator(),
): readonly HttpHandler[] {
  return [
    http.all(endpoints, async ({ request }) => {
      const url = new URL(request.url);
      const { status, headers, body } = await emulator.handle({
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: await request.text(),
      });
      return new HttpResponse(body, { status, headers });
    }),
  ];
}
