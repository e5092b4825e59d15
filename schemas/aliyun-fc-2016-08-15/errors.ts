import type { ErrorCatalogue } from '../core/errors.ts'

/** Every error code of the API. Codes without a mark are named by page 004; the others are known from real returns. */
export const errors = {
  InvalidArgument: {
    status: 400,
    meaning: 'A parameter or a field of the body breaks its rule.',
    message: 'the request has an invalid argument',
  },
  MissingRequiredHeader: {
    status: 400,
    meaning: 'A header that the operation needs is absent.',
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
    meaning: 'The body is larger than the server takes.',
    message: 'the payload size exceeds the maximum allowed',
    provenance: 'observed',
  },
  AccessDenied: {
    status: 403,
    meaning: 'The caller may not do this.',
    message: 'the resource does not belong to you, or you are not authorized to access it',
  },
  InvalidAccessKeyId: {
    status: 403,
    meaning: 'The access key id is unknown.',
    message: 'the access key id that you provided does not exist',
  },
  SignatureNotMatch: {
    status: 403,
    meaning: 'The signature differs from the one that the server calculates.',
    message: 'the request signature we calculated does not match the signature you provided',
  },
  RequestTimeTooSkewed: {
    status: 403,
    meaning: "The request is dated more than 15 minutes from the server's clock.",
    message: 'the difference between the request time and the current time is too large',
  },
  ServiceNotFound: { status: 404, meaning: 'The service does not exist.', message: 'the service does not exist' },
  FunctionNotFound: { status: 404, meaning: 'The function does not exist.', message: 'the function does not exist' },
  TriggerNotFound: { status: 404, meaning: 'The trigger does not exist.', message: 'the trigger does not exist' },
  VersionNotFound: { status: 404, meaning: 'The version does not exist.', message: 'the version does not exist' },
  AliasNotFound: { status: 404, meaning: 'The alias does not exist.', message: 'the alias does not exist' },
  ServiceAlreadyExists: {
    status: 409,
    meaning: 'A service of this name exists.',
    message: 'the service already exists',
  },
  FunctionAlreadyExists: {
    status: 409,
    meaning: 'A function of this name exists in the service.',
    message: 'the function already exists',
  },
  TriggerAlreadyExists: {
    status: 409,
    meaning: 'A trigger of this name exists on the function.',
    message: 'the trigger already exists',
  },
  AliasAlreadyExists: {
    status: 409,
    meaning: 'An alias of this name exists in the service.',
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
    meaning: 'Nothing has changed since the newest version.',
    message: 'cannot publish a version: the service has not changed since the latest version',
  },
  ConcurrentUpdateError: {
    status: 409,
    meaning: 'Another request is changing the resource at this moment.',
    message: 'the resource is being modified by another request',
  },
  PreconditionFailed: {
    status: 412,
    meaning: 'The resource has another ETag than If-Match names.',
    message: 'the resource being modified has been changed',
    provenance: 'observed',
  },
  ResourceExhausted: {
    status: 429,
    meaning: 'A quota is used up.',
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
    meaning: 'Too many requests at this moment.',
    message: 'the request is throttled, please retry later',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue

/** The four refusals that page 004 lists for every operation. */
export const denied = ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch', 'RequestTimeTooSkewed'] as const

/** Refusals of real servers that can meet any operation, though page 004 lists them nowhere. */
export const anywhere = ['MissingRequiredHeader', 'ResourceExhausted', 'ResourceThrottled'] as const
