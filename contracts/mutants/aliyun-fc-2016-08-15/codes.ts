import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type MutableResponse, readObject, toObject } from '../response.ts'
import { editErrors, fixAndRetry, intercept } from './edits.ts'
import { toListPath, toNameField } from './resources.ts'

/** Sections 4 and 7 of the catalogue: the code of a function. */
export const codeMutants: readonly Mutant[] = [
  define(
    'C07',
    'UpdateFunction',
    'rejects the ETag and replaces the code',
    ['failed-if-match-keeps-code'],
    editErrors('UpdateFunction', 412, async (_, { path, body }, { send }) => {
      const { code } = toObject(body) ?? {}
      if (code !== undefined) await send('PUT', path, { code })
    }),
    { as: 'code' },
  ),
  define(
    'T26',
    'CreateFunction',
    'rejects a duplicate and stores its code',
    ['rejected-duplicate-keeps-code'],
    editErrors('CreateFunction', 409, async (_, { path, body }, { send }) => {
      const { functionName, code } = toObject(body) ?? {}
      await send('PUT', `${path}/${String(functionName)}`, { code })
    }),
    { as: 'code' },
  ),
  define(
    'T17',
    'UpdateFunction',
    'creates a missing function from a complete body',
    ['update-with-full-body-does-not-create'],
    fixAndRetry('UpdateFunction', 404, async ({ path, names, request }, send) => {
      return await send('POST', toListPath(path), { ...readObject(request), ...toNameField(names) })
    }),
    { as: 'full-body' },
  ),
  define(
    'T28',
    'GetFunctionCode',
    'always returns the first code',
    ['updated-code-is-returned', 'recreated-function-returns-its-new-code'],
    repeatFirstResponse('GetFunctionCode'),
    { as: 'code' },
  ),
]

/** Returns the first successful body of each path again. */
function repeatFirstResponse(operation: string): Wrap {
  const first = new Map<string, MutableResponse>()
  return intercept(operation, async ({ path }, { forward }) => {
    const response = await forward()
    const known = first.get(path)
    if (response.status !== 200) return response
    if (!known) first.set(path, response)
    return known ? { ...response, body: known.body } : response
  })
}
