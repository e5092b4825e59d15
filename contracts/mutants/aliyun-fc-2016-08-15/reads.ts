import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type JsonObject, readObject, setJson } from '../response.ts'
import { editEntries, editList, editSuccess, intercept } from './edits.ts'
import { readList, toServicePath } from './resources.ts'

/** Section 4 of the catalogue: reads and lists. */
export const readMutants: readonly Mutant[] = [
  define(
    'T06',
    'ListTriggers',
    'always returns an empty list',
    ['CreateTrigger › created-resource-is-listed'],
    editList('ListTriggers', () => []),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'T06',
    'ListServices',
    'omits the newest entry',
    ['pages-are-complete-and-disjoint-with-limit-100'],
    editList('ListServices', toWithoutNewest),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'T28',
    'GetTrigger',
    'changes the resource when it is read',
    ['repeated-read-returns-the-same'],
    editSuccess('GetTrigger', async (_, call, { send }) => {
      await send('PUT', call.path, { invocationRole: `acs:ram::1:role/read-${Math.random()}` })
    }),
  ),
  define(
    'T28',
    'GetService',
    'changes the resource when it is read',
    ['repeated-read-returns-the-same'],
    editSuccess('GetService', async (_, call, { send }) => {
      if (!call.path.includes('.')) await send('PUT', call.path, { description: `read ${Math.random()}` })
    }),
  ),
  define(
    'T30',
    'ListAliases',
    'returns a different description than GetAlias',
    ['CreateAlias › created-resource-is-listed'],
    editEntries('ListAliases', (entry) => {
      entry.description = 'another'
    }),
    { alsoNamed: ['CreateAlias'] },
  ),
  define('T36', 'GetTrigger', 'returns triggers of other functions', [/./], findInOtherFunctions('GetTrigger')),
  define(
    'T36',
    'ListTriggers',
    'lists the triggers of all functions of the service',
    ['list-is-scoped-to-parent'],
    listWholeService(),
  ),
]

function toWithoutNewest(found: readonly JsonObject[]): readonly JsonObject[] {
  const times = found.map((entry) => String(entry.createdTime))
  const newest = times.indexOf(times.toSorted().at(-1) ?? '')
  return found.filter((_, index) => index !== newest)
}

/** Looks for a missing trigger in the other functions of the service. */
function findInOtherFunctions(operation: string): Wrap {
  return intercept(operation, async ({ path, names }, { forward, send }) => {
    const response = await forward()
    if (response.status !== 404) return response
    const functions = `${toServicePath(path)}/functions`
    for (const { functionName } of await readList(send, functions)) {
      const found = await send('GET', `${functions}/${functionName}/triggers/${names.triggerName}`)
      if (found.status === 200) return found
    }
    return response
  })
}

function listWholeService(): Wrap {
  return editSuccess('ListTriggers', async (response, { path, names }, { send }) => {
    const body = readObject(response)
    const functions = `${toServicePath(path)}/functions`
    const others: JsonObject[] = []
    for (const { functionName } of await readList(send, functions)) {
      if (functionName === names.functionName) continue
      others.push(...(await readList(send, `${functions}/${functionName}/triggers`)))
    }
    if (body && Array.isArray(body.triggers)) setJson(response, { ...body, triggers: [...body.triggers, ...others] })
  })
}
