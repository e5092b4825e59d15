import type { Dialect } from '../core/dialect.ts'
import type { errors } from './errors.ts'
import { ErrorModel } from './models/error.ts'

/**
 * The properties of FunctionGraph v2 on the wire. Source: 001 and 002, URI, tables 2 and the error tables. The host, the
 * signature and the request id are observed.
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
      description: 'User token. IAM returns the token in the header X-Subject-Token.',
    },
    sdkSignature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        '`SDK-HMAC-SHA256 Access={ak}, SignedHeaders={names}, Signature={hex}`. The signature is the HMAC-SHA256 of the string to sign, with the secret key as the key, encoded in hex. The headers X-Sdk-Date and X-Project-Id are required, and X-Security-Token for temporary keys.',
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
    // No source states these two responses. They are inferred.
    unknownPath: 'FSS.0400',
    unsupportedMethod: 'FSS.0400',
    internal: 'FSS.0500',
  },
  // All of these codes are observed. No source documents codes.
  invalidCodes: {
    func_name: 'FSS.1002',
    handler: 'FSS.1003',
    runtime: 'FSS.1005',
    code_type: 'FSS.1006',
    memory_size: 'FSS.1007',
    timeout: 'FSS.1008',
    user_data: 'FSS.1009',
    code_url: 'FSS.1010',
    'func_code.file': 'FSS.1011',
    func_code: 'FSS.1012',
    'strategy_config.concurrency': 'FSS.1026',
    'strategy_config.concurrent_num': 'FSS.1026',
    'mount_config.func_mounts.mount_share_path': 'FSS.1039',
    'mount_config.func_mounts.local_mount_path': 'FSS.1039',
    'mount_config.mount_user.user_id': 'FSS.1075',
    'mount_config.mount_user.user_group_id': 'FSS.1075',
  },
}
