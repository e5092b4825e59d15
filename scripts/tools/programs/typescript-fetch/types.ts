import type { CreateFunctionInput } from './aliyun-fc-2021-04-06/index'

export const valid: CreateFunctionInput = { functionName: 'f', handler: 'h', runtime: 'python3.9', code: {} }
// @ts-expect-error a number
export const number: CreateFunctionInput = 42
// @ts-expect-error no handler and no runtime
export const incomplete: CreateFunctionInput = { functionName: 'f' }
// @ts-expect-error an unknown runtime
export const unknown: CreateFunctionInput = { functionName: 'f', handler: 'h', runtime: 'cobol' }
// @ts-expect-error a text instead of a number
export const text: CreateFunctionInput = { functionName: 'f', handler: 'h', runtime: 'python3.9', timeout: '3' }
