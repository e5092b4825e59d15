import { configErrors } from '../aliyun-fc/errors.ts'
import type { ErrorCatalogue } from '../core/errors.ts'

/** Every error code of the API. FC-DEF states statuses without codes. Real servers return these codes. */
export const errors = {
  ...configErrors,
  InvalidArgument: {
    status: 400,
    meaning: 'A parameter or body field is invalid.',
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
    meaning: 'The body exceeds the maximum size.',
    message: 'the payload size exceeds the maximum allowed',
    provenance: 'observed',
  },
  AccessDenied: {
    status: 403,
    meaning: 'The caller is not authorized for this operation.',
    message: 'the resource does not belong to you, or you are not authorized to access it',
    provenance: 'observed',
  },
  InvalidAccessKeyId: {
    status: 403,
    meaning: 'The access key id does not exist.',
    message: 'the access key id that you provided does not exist',
    provenance: 'observed',
  },
  SignatureNotMatch: {
    status: 403,
    meaning: 'The signature does not match the signature that the server calculates.',
    message: 'The request signature we calculated does not match the signature you provided',
    provenance: 'observed',
  },
  RequestTimeTooSkewed: {
    status: 403,
    meaning: 'The time of the request differs from the time of the server by more than 15 minutes.',
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
  TriggerNotFound: {
    status: 404,
    meaning: 'The trigger does not exist.',
    message: 'the trigger does not exist',
    provenance: 'observed',
  },
  VersionNotFound: {
    status: 404,
    meaning: 'The version does not exist.',
    message: 'the version does not exist',
    provenance: 'observed',
  },
  AliasNotFound: {
    status: 404,
    meaning: 'The alias does not exist.',
    message: 'the alias does not exist',
    provenance: 'observed',
  },
  LayerNotFound: {
    status: 404,
    meaning: 'The layer does not exist.',
    message: 'the layer does not exist',
    provenance: 'observed',
  },
  LayerVersionNotFound: {
    status: 404,
    meaning: 'The version of the layer does not exist.',
    message: 'the layer version does not exist',
    provenance: 'observed',
  },
  StatefulAsyncInvocationNotFound: {
    status: 404,
    meaning: 'The asynchronous task does not exist.',
    message: 'the stateful async invocation does not exist',
    provenance: 'observed',
  },
  InstanceNotFound: {
    status: 404,
    meaning: 'The GPU instance does not exist.',
    message: 'the instance does not exist',
    provenance: 'inferred',
  },
  ResourceNotFound: {
    status: 404,
    meaning: 'A resource that the request names does not exist.',
    message: 'the resource does not exist',
    provenance: 'inferred',
  },
  EventSourceNotFound: {
    status: 404,
    meaning: 'The event source is not registered for the function.',
    message: 'the event source does not exist',
    provenance: 'inferred',
  },
  ServiceAlreadyExists: {
    status: 409,
    meaning: 'A service with this name already exists.',
    message: 'the service already exists',
    provenance: 'observed',
  },
  FunctionAlreadyExists: {
    status: 409,
    meaning: 'A function with this name already exists in the service.',
    message: 'the function already exists',
    provenance: 'observed',
  },
  TriggerAlreadyExists: {
    status: 409,
    meaning: 'A trigger with this name already exists for the function.',
    message: 'the trigger already exists',
    provenance: 'observed',
  },
  AliasAlreadyExists: {
    status: 409,
    meaning: 'An alias with this name already exists in the service.',
    message: 'the alias already exists',
    provenance: 'observed',
  },
  StatefulAsyncInvocationAlreadyExists: {
    status: 409,
    meaning: 'An asynchronous task with this id already exists.',
    message: 'the stateful async invocation already exists',
    provenance: 'observed',
  },
  ServiceNotEmpty: {
    status: 409,
    meaning: 'The service still has functions or versions.',
    message: 'the service still contains functions or versions',
    provenance: 'observed',
  },
  FunctionNotEmpty: {
    status: 409,
    meaning: 'The function still has triggers.',
    message: 'the function still contains triggers',
    provenance: 'observed',
  },
  VersionPublishError: {
    status: 409,
    meaning: 'The service has not changed since the latest version.',
    message: 'cannot publish a version: the service has not changed since the latest version',
    provenance: 'observed',
  },
  ConcurrentUpdateError: {
    status: 409,
    meaning: 'Another request is changing the resource at the same time.',
    message: 'the resource is being modified by another request',
    provenance: 'observed',
  },
  PreconditionFailed: {
    status: 412,
    meaning: 'The ETag of the resource does not match If-Match.',
    message: 'the resource being modified has been changed',
    provenance: 'observed',
  },
  StatefulAsyncInvocationAlreadyCompleted: {
    status: 412,
    meaning: 'The asynchronous task has ended.',
    message: 'the stateful async invocation has already completed',
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
    provenance: 'observed',
  },
  ResourceThrottled: {
    status: 503,
    meaning: 'The server throttles requests. Retry later.',
    message: 'the request is throttled, please retry later',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue

/** Codes that every operation can return. */
export const anywhere = [
  'InvalidArgument',
  'AccessDenied',
  'InvalidAccessKeyId',
  'SignatureNotMatch',
  'RequestTimeTooSkewed',
  'ResourceExhausted',
  'InternalServerError',
  'ResourceThrottled',
] as const
