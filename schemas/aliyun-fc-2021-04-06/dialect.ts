import type { Dialect } from '../core/dialect.ts'
import type { errors } from './errors.ts'
import { ErrorModel } from './models/error.ts'

/** How FC 2021-04-06 differs from the other APIs on the wire. Source: 003 Request syntax for the path; the rest is observed. */
export const dialect: Dialect<keyof typeof errors> = {
  basePath: '/2021-04-06',
  hosts: [/^[\w-]+\.[\w-]+\.fc\.aliyuncs\.com$/],
  server: {
    url: 'https://{accountId}.{region}.fc.aliyuncs.com',
    variables: {
      accountId: { default: '123456789012', description: 'Account id.' },
      region: { default: 'cn-hangzhou', description: 'Region id; append `-internal` for the address inside a VPC.' },
    },
  },
  security: {
    acs3Signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        '`ACS3-HMAC-SHA256 Credential={accessKeyId},SignedHeaders={names},Signature={hex}`: the names are joined by semicolons, the signature is the hex HMAC-SHA256 of the string to sign, keyed with the access key secret. The X-Fc headers are not signed.',
      'x-provenance': 'observed',
    },
  },
  requestIdHeader: 'X-Fc-Request-Id',
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
  nullMeansAbsent: true,
}
