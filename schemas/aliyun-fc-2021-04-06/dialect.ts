import { variables } from '../aliyun-fc/server.ts'
import type { Dialect } from '../core/dialect.ts'
import type { errors } from './errors.ts'
import { ErrorModel } from './models/error.ts'

/** The properties of FC 2021-04-06 on the wire. Source: 003 Request syntax, for the path. Everything else is observed. */
export const dialect: Dialect<keyof typeof errors> = {
  basePath: '/2021-04-06',
  hosts: [/^[\w-]+\.[\w-]+\.fc\.aliyuncs\.com$/],
  server: {
    url: 'https://{accountId}.{region}.fc.aliyuncs.com',
    variables,
  },
  security: {
    acs3Signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        '`ACS3-HMAC-SHA256 Credential={accessKeyId},SignedHeaders={names},Signature={hex}`. Header names are separated by semicolons. The signature is the HMAC-SHA256 of the string to sign, with the access key secret as the key, encoded in hex. The X-Fc headers are not signed.',
      'x-provenance': 'observed',
    },
  },
  requestIdHeader: 'X-Fc-Request-Id',
  isNullAbsent: true,
  errorModel: ErrorModel,
  toErrorBody: ({ code, message, requestId }) => ({ Code: code, Message: message, RequestId: requestId }),
  codes: {
    invalid: 'InvalidArgument',
    malformed: 'InvalidArgument',
    tooLarge: 'EntityTooLarge',
    unknownPath: 'PathNotSupported',
    unsupportedMethod: 'PathNotSupported',
    internal: 'InternalServerError',
  },
}
