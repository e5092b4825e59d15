import type { ErrorCatalogue } from '../core/errors.ts'

/** Every error code of the API. Neither page names one; these are known from real returns. */
export const errors = {
  InvalidArgument: {
    status: 400,
    meaning: 'A parameter or a field of the body breaks its rule.',
    message: 'the request has an invalid argument',
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
    provenance: 'observed',
  },
  InvalidAccessKeyId: {
    status: 403,
    meaning: 'The access key id is unknown.',
    message: 'the access key id that you provided does not exist',
    provenance: 'observed',
  },
  SignatureNotMatch: {
    status: 403,
    meaning: 'The signature differs from the one that the server calculates.',
    message: 'the request signature we calculated does not match the signature you provided',
    provenance: 'observed',
  },
  RequestTimeTooSkewed: {
    status: 403,
    meaning: "The request is dated more than 15 minutes from the server's clock.",
    message: 'the difference between the request time and the current time is too large',
    provenance: 'observed',
  },
  ServiceNotFound: {
    status: 404,
    meaning: 'The service does not exist.',
    message: 'the service does not exist',
    provenance: 'observed',
  },
  FunctionNotFound: {
    status: 404,
    meaning: 'The function does not exist.',
    message: 'the function does not exist',
    provenance: 'observed',
  },
  FunctionAlreadyExists: {
    status: 409,
    meaning: 'A function of this name exists in the service.',
    message: 'the function already exists',
    provenance: 'observed',
  },
  ConcurrentUpdateError: {
    status: 409,
    meaning: 'Another request is changing the resource at this moment.',
    message: 'the resource is being modified by another request',
    provenance: 'observed',
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
    provenance: 'observed',
  },
  ResourceThrottled: {
    status: 503,
    meaning: 'Too many requests at this moment.',
    message: 'the request is throttled, please retry later',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue

/** Refusals that can meet both operations. */
export const anywhere = [
  'InvalidArgument',
  'EntityTooLarge',
  'AccessDenied',
  'InvalidAccessKeyId',
  'SignatureNotMatch',
  'RequestTimeTooSkewed',
  'ServiceNotFound',
  'ResourceExhausted',
  'InternalServerError',
  'ResourceThrottled',
] as const
