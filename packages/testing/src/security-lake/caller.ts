import { jsonResponse, type EmulatorResponse } from './http.ts';

/** What the signature of a request says. The signature itself is not verified. */
export interface Caller {
  readonly accessKeyId: string;
  readonly region: string;
  /** Name that the request was signed for: `securitylake`, `glue`. */
  readonly service: string;
}

const scheme = /^AWS4-HMAC-SHA256 /;
const credential = /Credential=([A-Za-z0-9]{1,128})\/\d{8}\/([a-z0-9-]{1,32})\/([a-z0-9-]{1,32})\/aws4_request/;
const parts = [/SignedHeaders=[a-z0-9;-]{1,2000}/, /Signature=[0-9a-f]{64}/];

/** Who calls, for which region and service; undefined unless the header has the form of Signature Version 4. */
export function callerOf(authorization: string | null): Caller | undefined {
  if (authorization === null || authorization.length > 4096 || !scheme.test(authorization)) return undefined;
  const [, accessKeyId, region, service] = credential.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return parts.every((part) => part.test(authorization)) ? { accessKeyId, region, service } : undefined;
}

/** What AWS's front door says before the service is reached. */
export function unsigned(): EmulatorResponse {
  return jsonResponse(
    403,
    { message: 'The request carries no Authorization header of the form of AWS Signature Version 4.' },
    { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
  );
}
