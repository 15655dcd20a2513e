import { ApiActivityActivityId, type ApiActivity, type HttpMethod, type HttpRequest } from '@sluice/ocsf/1.3.0';
import { isHostname } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';

/** What the audit trail says of a request to Falcon's own API. */
export interface ApiRequest {
  /** `POST /oauth2/token`. */
  readonly operation: string;
  readonly activityId: ApiActivityActivityId;
  readonly attributes: Pick<ApiActivity, 'http_request' | 'status_code'>;
}

/** Methods that OCSF knows. A POST may as well be a question: which of them it is, its path alone does not tell. */
const activities: Readonly<Record<HttpMethod | 'PATCH', ApiActivityActivityId>> = {
  GET: ApiActivityActivityId.Read,
  HEAD: ApiActivityActivityId.Read,
  PUT: ApiActivityActivityId.Update,
  PATCH: ApiActivityActivityId.Update,
  DELETE: ApiActivityActivityId.Delete,
  POST: ApiActivityActivityId.Other,
  OPTIONS: ApiActivityActivityId.Other,
  CONNECT: ApiActivityActivityId.Other,
  TRACE: ApiActivityActivityId.Other,
};

/** The request by the `Attributes` of an audit event; undefined where they are of something else. */
export function apiRequest(attributes: Fields | undefined): ApiRequest | undefined {
  if (attributes === undefined) return undefined;
  const method = attributes.peek('request_method');
  const path = attributes.peek('request_path');
  if (method === undefined || path === undefined || !isMethod(method)) return undefined;
  const status = attributes.peek('status_code');
  return {
    operation: `${method} ${path}`.slice(0, 65_535),
    activityId: activities[method],
    attributes: {
      http_request: requestOf(attributes, method, path),
      ...(status === undefined ? {} : { status_code: status }),
    },
  };
}

function isMethod(text: string): text is keyof typeof activities {
  return Object.hasOwn(activities, text);
}

function requestOf(attributes: Fields, method: keyof typeof activities, path: string): HttpRequest {
  const request: HttpRequest = { url: { path } };
  if (method !== 'PATCH') request.http_method = method;
  const host = attributes.peek('request_host');
  if (host !== undefined && isHostname(host)) request.url = { path, hostname: host };
  const agent = attributes.peek('user_agent');
  if (agent !== undefined) request.user_agent = agent;
  return request;
}
