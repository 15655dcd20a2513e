import type { SeverityId } from '@sluice/ocsf/1.3.0';

/**
 * What a record says, in our words, whatever shape it had. Text stands as the record has it; numbers are in the unit
 * of their name. A fact that the record does not state is undefined.
 */
export interface Facts {
  time: number | undefined;
  /** Minutes east of UTC, where the record names its zone. */
  timezoneOffset: number | undefined;
  /** The time as written, where `time` does not say all of it. */
  originalTime: string | undefined;
  message: string | undefined;
  level: string | undefined;
  severityId: SeverityId | undefined;
  service: string | undefined;
  logger: string | undefined;
  eventUid: string | undefined;
  correlationUid: string | undefined;
  isSuccess: boolean | undefined;
  /** Whether the record itself says that it is about authentication. */
  isAuthentication: boolean | undefined;
  eventAction: string | undefined;
  /** Whether a session began or ended with it. */
  eventPhase: 'start' | 'end' | undefined;
  eventReason: string | undefined;
  /** Whose login it is, where the record is about one and names no user otherwise. */
  loginName: string | undefined;
  loginResult: boolean | undefined;
  cloudProvider: string | undefined;
  cloudAccount: string | undefined;
  cloudRegion: string | undefined;
  http: HttpFacts | undefined;
}

export interface HttpFacts {
  method: string | undefined;
  /** Request target or URL as it was asked for: `/a?b=c`, `https://www.example.com/a`. */
  target: string | undefined;
  query: string | undefined;
  scheme: string | undefined;
  version: string | undefined;
  status: number | undefined;
  userAgent: string | undefined;
  referrer: string | undefined;
  requestUid: string | undefined;
  requestBytes: number | undefined;
  responseBytes: number | undefined;
  contentType: string | undefined;
  durationMs: number | undefined;
  clientIp: string | undefined;
  clientHostname: string | undefined;
  clientPort: number | undefined;
  forwardedFor: string[] | undefined;
  serverIp: string | undefined;
  serverHostname: string | undefined;
  serverPort: number | undefined;
  /** What the machine that wrote the record calls itself. */
  serverName: string | undefined;
  user: string | undefined;
  userUid: string | undefined;
}

export function noFacts(): Facts {
  return {
    time: undefined,
    timezoneOffset: undefined,
    originalTime: undefined,
    message: undefined,
    level: undefined,
    severityId: undefined,
    service: undefined,
    logger: undefined,
    eventUid: undefined,
    correlationUid: undefined,
    isSuccess: undefined,
    isAuthentication: undefined,
    eventAction: undefined,
    eventPhase: undefined,
    eventReason: undefined,
    loginName: undefined,
    loginResult: undefined,
    cloudProvider: undefined,
    cloudAccount: undefined,
    cloudRegion: undefined,
    http: undefined,
  };
}

export function noHttpFacts(): HttpFacts {
  return {
    method: undefined,
    target: undefined,
    query: undefined,
    scheme: undefined,
    version: undefined,
    status: undefined,
    userAgent: undefined,
    referrer: undefined,
    requestUid: undefined,
    requestBytes: undefined,
    responseBytes: undefined,
    contentType: undefined,
    durationMs: undefined,
    clientIp: undefined,
    clientHostname: undefined,
    clientPort: undefined,
    forwardedFor: undefined,
    serverIp: undefined,
    serverHostname: undefined,
    serverPort: undefined,
    serverName: undefined,
    user: undefined,
    userUid: undefined,
  };
}
