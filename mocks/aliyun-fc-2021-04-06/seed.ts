import { z } from 'zod'
import { CreateFunctionInput } from '../../schemas/aliyun-fc-2021-04-06/models/create-function-input.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import { ApiError } from '../core/api-error.ts'
import type { SeedState } from '../core/handler.ts'
import { toIssueText } from '../core/issues.ts'
import { accountSeed, seedAccount } from './account-seed.ts'
import { createFunction } from './handlers/create-function.ts'

const FcSeed = z.strictObject({
  /** Functions with the fields of CreateFunction, each with the name of its service. The service must exist. */
  functions: z.array(z.strictObject({ serviceName: z.string(), ...CreateFunctionInput.shape })).default([]),
  ...accountSeed,
})

/** The seed of Function Compute 2021-04-06. */
export type FcFunctionsSeed = z.input<typeof FcSeed>

/**
 * Adds functions and resources of the account to the state. The services of functions come from a seed of FC 2016-08-15, which must precede this seed. Throws a
 * `TypeError` that names an invalid field, or the error that a request would get.
 */
export const seedFunctions: SeedState<FcState> = (root, part, context) => {
  const { data, error } = FcSeed.safeParse(part)
  if (error) throw new TypeError(toIssueText(error.issues, part, 'seed'))
  const state = { current: root }
  seedAccount(state, data, context)
  for (const { serviceName, ...body } of data.functions) {
    const place = `function '${body.functionName}'`
    const ruled = CreateFunctionInput.safeParse(body) // the rules between fields, which the shape does not include
    if (ruled.error) throw new TypeError(`${place}: ${toIssueText(ruled.error.issues, body, 'function')}`)
    const apiError = (code: string, message = '') => new ApiError(code, { message: `${place}: ${message}` })
    const given = { ...context, state, apiError, query: {}, header: noHeaders, origin: '', namespace: '' }
    createFunction({ ...given, path: { serviceName }, body: ruled.data })
  }
  return state.current
}

const noHeaders = {
  'X-Fc-Account-Id': undefined,
  'X-Fc-Code-Checksum': undefined,
  'X-Fc-Date': undefined,
  'X-Fc-Trace-Id': undefined,
}
