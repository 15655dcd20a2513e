import { jsonResponse, type EmulatorResponse } from './http.ts';

/** The six errors that every operation of the Security Lake API declares, and their HTTP status. */
const statuses = {
  BadRequestException: 400,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  ThrottlingException: 429,
  InternalServerException: 500,
} as const;

export type ServiceErrorName = keyof typeof statuses;

export interface ServiceErrorDetails {
  readonly errorCode?: string;
  readonly resourceName?: string;
  readonly resourceType?: string;
  readonly serviceCode?: string;
  readonly quotaCode?: string;
  /** Travels as the header Retry-After. */
  readonly retryAfterSeconds?: number;
}

/** An error as the service answers it. */
export class ServiceError extends Error {
  override readonly name: ServiceErrorName;
  readonly details: ServiceErrorDetails;

  constructor(name: ServiceErrorName, message: string, details: ServiceErrorDetails = {}) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

export function errorResponse(error: ServiceError): EmulatorResponse {
  const { retryAfterSeconds, ...members } = error.details;
  return jsonResponse(
    statuses[error.name],
    { message: error.message, ...members },
    {
      'x-amzn-errortype': error.name,
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  );
}

export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', message);
}

export function notFound(resourceType: string, resourceName: string): ServiceError {
  const message = `The ${resourceType} ${resourceName} was not found.`;
  return new ServiceError('ResourceNotFoundException', message, { resourceName, resourceType });
}

export function conflict(resourceType: string, resourceName: string, message: string): ServiceError {
  return new ServiceError('ConflictException', message, { resourceName, resourceType });
}
