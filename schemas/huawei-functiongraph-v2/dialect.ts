import type { Dialect } from '../core/dialect.ts'
import type { errors } from './errors.ts'
import { ErrorModel } from './models/error.ts'

/**
 * How FunctionGraph v2 differs from the other APIs on the wire. Source: 001 and 002, URI, tables 2 and the error tables;
 * the host, the signature and the request id are observed.
 */
export const dialect: Dialect<keyof typeof errors> = {
  basePath: '/v2',
  hosts: [/^functiongraph\.[\w-]+\.myhuaweicloud\.com$/],
  server: {
    url: 'https://functiongraph.{region}.myhuaweicloud.com',
    variables: { region: { default: 'cn-north-4', description: 'Region id.' } },
  },
  security: {
    XAuthToken: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Auth-Token',
      description: 'User token from IAM, which answers it in the header X-Subject-Token.',
    },
    sdkSignature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        '`SDK-HMAC-SHA256 Access={ak}, SignedHeaders={names}, Signature={hex}`, the signature being the HMAC-SHA256 of the string to sign, keyed with the secret key. X-Sdk-Date and X-Project-Id go with it, and X-Security-Token with temporary keys.',
      'x-provenance': 'observed',
    },
  },
  requestIdHeader: 'X-Request-Id',
  errorModel: ErrorModel,
  toErrorBody: ({ code, message }) => ({ error_code: code, error_msg: message }),
  codes: {
    invalid: 'FSS.0400',
    malformed: 'FSS.0400',
    tooLarge: 'FSS.1071',
    // Nobody says how the gateway refuses these two; that they are bad requests is inferred.
    unknownPath: 'FSS.0400',
    unsupportedMethod: 'FSS.0400',
    internal: 'FSS.0500',
  },
  nullMeansAbsent: false,
}
