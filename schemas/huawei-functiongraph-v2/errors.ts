import type { ErrorCatalogue } from '../core/errors.ts'

/**
 * Every error code of the API. Source 002 has FSS.1052 in an example. Real servers return the other codes. The sources
 * document the statuses 400, 401, 403, 404 and 500 without codes.
 */
export const errors = {
  'FSS.0400': {
    status: 400,
    meaning: 'The request is invalid and no specific code applies, or no operation has this method and path.',
    message: 'Bad request',
    provenance: 'observed',
  },
  'FSS.1002': {
    status: 400,
    meaning: 'func_name is not a valid name.',
    message: 'The function name is invalid',
    provenance: 'observed',
  },
  'FSS.1003': {
    status: 400,
    meaning: 'handler is invalid.',
    message: 'The handler is invalid',
    provenance: 'observed',
  },
  'FSS.1005': {
    status: 400,
    meaning: 'runtime is not one of the allowed values.',
    message: 'The runtime is invalid',
    provenance: 'observed',
  },
  'FSS.1006': {
    status: 400,
    meaning: 'code_type is not one of the allowed values.',
    message: 'The code type is invalid',
    provenance: 'observed',
  },
  'FSS.1007': {
    status: 400,
    meaning: 'memory_size is not one of the allowed values.',
    message: 'The memory size is invalid',
    provenance: 'observed',
  },
  'FSS.1008': {
    status: 400,
    meaning: 'timeout is out of range.',
    message: 'The timeout is invalid',
    provenance: 'observed',
  },
  'FSS.1009': {
    status: 400,
    meaning: 'user_data is not the text of a JSON object.',
    message: 'The user data is invalid',
    provenance: 'observed',
  },
  'FSS.1010': {
    status: 400,
    meaning: 'code_url is not a valid URL.',
    message: 'The code URL is invalid',
    provenance: 'observed',
  },
  'FSS.1011': {
    status: 400,
    meaning: 'The code does not match code_type, or is not valid base64.',
    message: 'The function code is invalid',
    provenance: 'observed',
  },
  'FSS.1012': {
    status: 400,
    meaning: 'The request has no code.',
    message: 'The function code is missing',
    provenance: 'observed',
  },
  'FSS.1017': {
    status: 400,
    meaning: 'user_data has more than 20 entries.',
    message: 'The user data has more than 20 entries',
    provenance: 'observed',
  },
  'FSS.1018': {
    status: 400,
    meaning: 'user_data is larger than 4 KB.',
    message: 'The user data is too large',
    provenance: 'observed',
  },
  'FSS.1026': {
    status: 400,
    meaning: 'concurrency or concurrent_num is out of range.',
    message: 'The concurrency is invalid',
    provenance: 'observed',
  },
  'FSS.1039': {
    status: 400,
    meaning: 'A path in func_mounts is missing or invalid.',
    message: 'The mount path is invalid',
    provenance: 'observed',
  },
  'FSS.1075': {
    status: 400,
    meaning: 'user_id or user_group_id is 0 or out of range.',
    message: 'The mount user ID or user group ID is invalid',
    provenance: 'observed',
  },
  'FSS.0401': {
    status: 401,
    meaning: 'The token or the signature is missing or invalid.',
    message: 'Unauthorized',
    provenance: 'observed',
  },
  'FSS.0403': {
    status: 403,
    meaning: 'The caller is not authorized for this operation.',
    message: 'Forbidden',
    provenance: 'observed',
  },
  'FSS.1051': {
    status: 404,
    meaning: 'The function does not exist.',
    message: 'Not found the function',
    provenance: 'observed',
  },
  'FSS.1052': {
    status: 404,
    meaning: 'The version of the function does not exist.',
    message: 'Not found the function version',
  },
  'FSS.1071': {
    status: 413,
    meaning: 'The code package is larger than 50 MB.',
    message: 'The code package is too large',
    provenance: 'observed',
  },
  'FSS.1072': {
    status: 413,
    meaning: 'The inline code is larger than 10 KB.',
    message: 'The inline code is too large',
    provenance: 'observed',
  },
  'FSS.0429': {
    status: 429,
    meaning: 'The caller sends too many requests.',
    message: 'Too many requests',
    provenance: 'observed',
  },
  'FSS.0500': {
    status: 500,
    meaning: 'The server failed.',
    message: 'Internal server error',
    provenance: 'observed',
  },
  'FSS.0503': {
    status: 503,
    meaning: 'The service is temporarily not available.',
    message: 'Service unavailable',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue

/** The codes for the documented statuses of both operations, except 404. */
export const everywhere = ['FSS.0400', 'FSS.0401', 'FSS.0403', 'FSS.0500'] as const

/** Codes that real servers return for any operation, but that sources 001 and 002 do not document. */
export const anywhere = ['FSS.0429', 'FSS.0503'] as const
