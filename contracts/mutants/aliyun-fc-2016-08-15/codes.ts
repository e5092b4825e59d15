import { type MutableResponse, readRow, toRow } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { instead, editRequest, refusal } from './edits.ts'
import { toListPath, toNaming } from './resources.ts'

/** Sections 4 and 7: whose code a function has. */
export const codeMutants: readonly Mutant[] = [
  define(
    'C07',
    'UpdateFunction',
    'replaces the code although the tag is refused',
    ['failed-if-match-keeps-code'],
    refusal('UpdateFunction', 412, async (_, { path, body }, { ask }) => {
      const { code } = toRow(body) ?? {}
      if (code !== undefined) await ask('PUT', path, { code })
    }),
    { as: 'code' },
  ),
  define(
    'T26',
    'CreateFunction',
    'refuses a duplicate and takes its code',
    ['rejected-duplicate-keeps-code'],
    refusal('CreateFunction', 409, async (_, { path, body }, { ask }) => {
      const { functionName, code } = toRow(body) ?? {}
      await ask('PUT', `${path}/${String(functionName)}`, { code })
    }),
    { as: 'code' },
  ),
  define(
    'T17',
    'UpdateFunction',
    'creates what is not there from a whole body',
    ['update-with-full-body-does-not-create'],
    editRequest('UpdateFunction', 404, async ({ path, names, request }, ask) => {
      return await ask('POST', toListPath(path), { ...readRow(request), ...toNaming(names) })
    }),
    { as: 'whole' },
  ),
  define(
    'T28',
    'GetFunctionCode',
    'returns the code that it returned first',
    ['updated-code-is-returned', 'recreated-function-returns-its-new-code'],
    returningAgain('GetFunctionCode'),
    { as: 'code' },
  ),
]

/** Every success is the first one under its path. */
function returningAgain(operation: string): Wrap {
  const first = new Map<string, MutableResponse>()
  return instead(operation, async ({ path }, { forward }) => {
    const response = await forward()
    const known = first.get(path)
    if (response.status !== 200) return response
    if (!known) first.set(path, response)
    return known ? { ...response, body: known.body } : response
  })
}
