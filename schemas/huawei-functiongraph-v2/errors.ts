import type { ErrorCatalogue } from '../core/errors.ts'

/**
 * Every error code of the API. Page 002 shows FSS.1052 in an example; no page lists the others, which are known from
 * real returns. Statuses 400, 401, 403, 404 and 500 are documented, without codes.
 */
export const errors = {
  'FSS.0400': {
    status: 400,
    meaning: 'The request breaks a rule that has no code of its own, or nothing has its path and method.',
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
    meaning: 'handler breaks its rule.',
    message: 'The handler is invalid',
    provenance: 'observed',
  },
  'FSS.1005': {
    status: 400,
    meaning: 'runtime is not in its list.',
    message: 'The runtime is invalid',
    provenance: 'observed',
  },
  'FSS.1006': {
    status: 400,
    meaning: 'code_type is not in its list.',
    message: 'The code type is invalid',
    provenance: 'observed',
  },
  'FSS.1007': {
    status: 400,
    meaning: 'memory_size is not in its list.',
    message: 'The memory size is invalid',
    provenance: 'observed',
  },
  'FSS.1008': {
    status: 400,
    meaning: 'timeout is out of its range.',
    message: 'The timeout is invalid',
    provenance: 'observed',
  },
  'FSS.1009': {
    status: 400,
    meaning: 'user_data is not a JSON object written as text.',
    message: 'The user data is invalid',
    provenance: 'observed',
  },
  'FSS.1010': {
    status: 400,
    meaning: 'code_url is not a usable address.',
    message: 'The code URL is invalid',
    provenance: 'observed',
  },
  'FSS.1011': {
    status: 400,
    meaning: 'The code is not what code_type says, or not in base64.',
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
    meaning: 'concurrency or concurrent_num is out of its range.',
    message: 'The concurrency is invalid',
    provenance: 'observed',
  },
  'FSS.1039': {
    status: 400,
    meaning: 'A path of func_mounts is missing or not usable.',
    message: 'The mount path is invalid',
    provenance: 'observed',
  },
  'FSS.1075': {
    status: 400,
    meaning: 'user_id or user_group_id is 0 or out of its range.',
    message: 'The mount user ID or user group ID is invalid',
    provenance: 'observed',
  },
  'FSS.0401': {
    status: 401,
    meaning: 'The token or the signature is missing or wrong.',
    message: 'Unauthorized',
    provenance: 'observed',
  },
  'FSS.0403': {
    status: 403,
    meaning: 'The caller may not do this.',
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
    meaning: 'The function has no such version.',
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
  'FSS.0500': {
    status: 500,
    meaning: 'The server failed.',
    message: 'Internal server error',
    provenance: 'observed',
  },
} as const satisfies ErrorCatalogue

/** A code for each status, 404 apart, that both pages list. */
export const everywhere = ['FSS.0400', 'FSS.0401', 'FSS.0403', 'FSS.0500'] as const
