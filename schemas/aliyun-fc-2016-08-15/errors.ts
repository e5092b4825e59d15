import { configErrors } from '../aliyun-fc/errors.ts'
import type { ErrorCatalogue } from '../core/errors.ts'

/** Every error code of the API. Source 004 documents the codes without a mark. Real servers return the observed codes. */
export const errors = {
  ...configErrors,
  InvalidArgument: {
    status: 400,
    meaning: 'A parameter or body field is invalid.',
    message: 'the request has an invalid argument',
  },
  MissingRequiredHeader: {
    status: 400,
    meaning: 'A required header is missing.',
    message: 'a required header is missing',
    provenance: 'observed',
  },
  PathNotSupported: {
    status: 400,
    meaning: 'No operation has this method and path.',
    message: 'the requested path is not supported',
    provenance: 'observed',
  },
  EntityTooLarge: {
    status: 400,
    meaning: 'The body exceeds the maximum size.',
    message: 'the payload size exceeds the maximum allowed',
    provenance: 'observed',
  },
  AccessDenied: {
    status: 403,
    meaning: 'The caller is not authorized for this operation.',
    message: 'the resource does not belong to you, or you are not authorized to access it',
  },
  InvalidAccessKeyId: {
    status: 403,
    meaning: 'The access key id does not exist.',
    message: 'the access key id that you provided does not exist',
  },
  SignatureNotMatch: {
    status: 403,
    meaning: 'The signature does not match the signature that the server calculates.',
    message: 'The request signature we calculated does not match the signature you provided',
  },
  RequestTimeTooSkewed: {
    status: 403,
    meaning: 'The time of the request differs from the time of the server by more than 15 minutes.',
    message: 'the difference between the request time and the current time is too large',
  },
  ServiceNotFound: { status: 404, meaning: 'The service does not exist.', message: 'the service does not exist' },
  FunctionNotFound: { status: 404, meaning: 'The function does not exist.', message: 'the function does not exist' },
  TriggerNotFound: { status: 404, meaning: 'The trigger does not exist.', message: 'the trigger does not exist' },
  VersionNotFound: { status: 404, meaning: 'The version does not exist.', message: 'the version does not exist' },
  AliasNotFound: { status: 404, meaning: 'The alias does not exist.', message: 'the alias does not exist' },
  ServiceAlreadyExists: {
    status: 409,
    meaning: 'A service with this name already exists.',
    message: 'the service already exists',
  },
  FunctionAlreadyExists: {
    status: 409,
    meaning: 'A function with this name already exists in the service.',
    message: 'the function already exists',
  },
  TriggerAlreadyExists: {
    status: 409,
    meaning: 'A trigger with this name already exists for the function.',
    message: 'the trigger already exists',
  },
  AliasAlreadyExists: {
    status: 409,
    meaning: 'An alias with this name already exists in the service.',
    message: 'the alias already exists',
  },
  ServiceNotEmpty: {
    status: 409,
    meaning: 'The service still has functions or versions.',
    message: 'the service still contains functions or versions',
  },
  FunctionNotEmpty: {
    status: 409,
    meaning: 'The function still has triggers.',
    message: 'the function still contains triggers',
  },
  VersionPublishError: {
    status: 409,
    meaning: 'The service has not changed since the latest version.',
    message: 'cannot publish a version: the service has not changed since the latest version',
  },
  ConcurrentUpdateError: {
    status: 409,
    meaning: 'Another request is changing the resource at the same time.',
    message: 'the resource is being modified by another request',
  },
  PreconditionFailed: {
    status: 412,
    meaning: 'The ETag of the resource does not match If-Match.',
    message: 'the resource being modified has been changed',
    provenance: 'observed',
  },
  ResourceExhausted: {
    status: 429,
    meaning: 'A quota is exhausted.',
    message: 'the resource quota is exhausted',
    provenance: 'observed',
  },
  InternalServerError: {
    status: 500,
    meaning: 'The server failed.',
    message: 'an internal error has occurred, please retry',
  },
  ResourceThrottled: {
    status: 503,
    meaning: 'The server throttles requests. Retry later.',
    message: 'the request is throttled, please retry later',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue

/** The four codes for denied requests, which source 004 documents for every operation. */
export const denied = ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch', 'RequestTimeTooSkewed'] as const

/** Codes that real servers return for any operation, but that source 004 does not document. */
export const anywhere = ['MissingRequiredHeader', 'ResourceExhausted', 'ResourceThrottled'] as const
