import { variables } from '../aliyun-fc/server.ts'
import type { Dialect } from '../core/dialect.ts'
import type { errors } from './errors.ts'
import { ErrorModel } from './models/error.ts'

/** The properties of FC 2016-08-15 on the wire. Source: 004 URI scheme. Everything else is observed. */
export const dialect: Dialect<keyof typeof errors> = {
  basePath: '/2016-08-15',
  hosts: [/^[\w-]+\.[\w-]+\.fc\.aliyuncs\.com$/],
  server: {
    url: 'https://{accountId}.{region}.fc.aliyuncs.com',
    variables,
  },
  security: {
    fcSignature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        '`FC {accessKeyId}:{signature}`. The signature is the HMAC-SHA256 of the string to sign, with the access key secret as the key, encoded in base64.',
      'x-provenance': 'observed',
    },
  },
  requestIdHeader: 'X-Fc-Request-Id',
  headerNames: { ETag: 'Etag' },
  isNullAbsent: true,
  errorModel: ErrorModel,
  toErrorBody: ({ code, message }) => ({
    // The pair that clients read comes first, because some clients show only the start of the body.
    ErrorCode: code === 'InvalidAccessKeyId' ? 'InvalidAccessKeyID' : code, // W3
    ErrorMessage: message,
    errorCode: code,
    errorMessage: message,
  }),
  codes: {
    invalid: 'InvalidArgument',
    malformed: 'InvalidArgument',
    tooLarge: 'EntityTooLarge',
    unknownPath: 'PathNotSupported',
    unsupportedMethod: 'PathNotSupported',
    internal: 'InternalServerError',
  },
}
