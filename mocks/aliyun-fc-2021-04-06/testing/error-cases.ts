import { expect } from 'vitest'
import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'

type Key = keyof typeof api.operations
export type Code = keyof typeof api.errors

/** Each operation with each error code that it can return. */
export function toErrorCases<K extends Key>(keys: readonly K[]): readonly (readonly [K, Code])[] {
  return keys.flatMap((key) => {
    const codes: readonly Code[] = api.operations[key].observedErrors
    return codes.map((code) => [key, code] as const)
  })
}

interface ErrorResponse {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** The error has its status and the envelope of the API. `rule` matches the header that names the rule. */
export function expectError({ status, body, headers }: ErrorResponse, code: Code, rule: RegExp): void {
  expect(status).toBe(api.errors[code].status)
  expect(body).toEqual({
    Code: code,
    Message: expect.stringMatching(/./),
    RequestId: headers['X-Fc-Request-Id'],
  })
  expect(headers['X-Mock-Rule'], 'the source and a rule in words').toMatch(rule)
}
