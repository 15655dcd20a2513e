import { SluiceError, systemErrorCode, type SluiceErrorCode } from '../errors.ts';

/** What was asked for: the IAM action (`securitylake:ListLogSources`) and on what. */
export interface Asked {
  readonly action: string;
  readonly on: string;
}

interface ServiceFault {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
}

const denied = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedException', 'AuthorizationError']);
const credentialsMissing = new Set(['CredentialsProviderError', 'TokenProviderError']);
const credentialsRefused = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationTokenException',
]);

/** An error of an AWS client as one of ours: what was asked for, why it failed, what to do. */
export function awsError(error: unknown, { action, on }: Asked): SluiceError {
  if (error instanceof SluiceError) return error;
  const name = error instanceof Error ? error.name : '';
  const said = error instanceof Error ? error.message.slice(0, 500) : String(error);
  const { status, retryAfterMs } = faultOf(error);
  const make = (code: SluiceErrorCode, message: string, retryable = false): SluiceError =>
    new SluiceError(code, message, {
      cause: error,
      retryable,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });

  if (credentialsMissing.has(name))
    return make(
      'aws_denied',
      `${action}: there are no AWS credentials. Set a profile, environment or role that the standard AWS chain finds. It said: ${said}`,
    );
  if (credentialsRefused.has(name))
    return make('aws_denied', `${action}: AWS does not accept the credentials: ${said}`);
  if (denied.has(name) || status === 403)
    return make('aws_denied', `${action} on ${on} is not allowed. Grant the caller ${action}. AWS said: ${said}`);
  if (name === 'ConflictException') return make('aws_conflict', `${action} on ${on}: ${said}`, true);
  if (status === 429 || /throttl|TooManyRequests|RequestLimitExceeded/i.test(name))
    return make('aws_throttled', `${action} on ${on}: AWS asks to slow down.`, true);
  if (status === undefined && isNetworkFault(error, name))
    return make('aws_unreachable', `${action} on ${on}: AWS cannot be reached: ${said}`, true);
  return make(
    'aws_failed',
    `${action} on ${on} failed: ${name === '' ? '' : `${name}: `}${said}`,
    (status ?? 0) >= 500,
  );
}

/** Whether AWS was given no credentials, or takes none of those: no permission is missing, then. */
export function isAboutCredentials(error: unknown): boolean {
  return error instanceof Error && (credentialsMissing.has(error.name) || credentialsRefused.has(error.name));
}

/** Sends a request; what goes wrong is thrown as one of our errors. */
export async function asking<Answer>(asked: Asked, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    throw awsError(error, asked);
  }
}

/** Whether AWS itself gave the error this name. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

function faultOf(error: unknown): ServiceFault {
  if (!(error instanceof Error)) return { status: undefined, retryAfterMs: undefined };
  const { $metadata: metadata, retryAfterSeconds } = error as {
    readonly $metadata?: { readonly httpStatusCode?: number };
    readonly retryAfterSeconds?: unknown;
  };
  return {
    status: metadata?.httpStatusCode,
    retryAfterMs: typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1000 : undefined,
  };
}

function isNetworkFault(error: unknown, name: string): boolean {
  return (
    systemErrorCode(error) !== undefined ||
    name === 'TimeoutError' ||
    (error instanceof TypeError && /fetch|network/i.test(error.message))
  );
}
