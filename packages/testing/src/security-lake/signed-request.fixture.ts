import type { EmulatorRequest } from './http.ts';

/** A request with the header of a signature, for tests that want to say exactly what is sent. */
export function signedRequest(method: string, target: string, body?: unknown, region = 'us-east-1'): EmulatorRequest {
  const [path = '', query = ''] = target.split('?');
  return {
    method,
    path,
    query: new URLSearchParams(query),
    headers: new Headers({ authorization: authorization(region) }),
    body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  };
}

export function authorization(region: string, service = 'securitylake'): string {
  const credential = `Credential=AKIAEXAMPLE/20260301/${region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;
}
