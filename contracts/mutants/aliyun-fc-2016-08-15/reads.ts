import { type Row, readRow, setJson } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { entries, instead, list, success } from './edits.ts'
import { readList, toServicePath } from './resources.ts'

/** Section 4: what reads and lists find, and that they change nothing. */
export const readMutants: readonly Mutant[] = [
  define(
    'T06',
    'ListTriggers',
    'lists none',
    ['CreateTrigger › created-resource-is-listed'],
    list('ListTriggers', () => []),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'T06',
    'ListServices',
    'leaves out the newest',
    ['pages-are-complete-and-disjoint-with-limit-100'],
    list('ListServices', toWithoutNewest),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'T28',
    'GetTrigger',
    'changes what it reads',
    ['repeated-read-returns-the-same'],
    success('GetTrigger', async (_, call, { ask }) => {
      await ask('PUT', call.path, { invocationRole: `acs:ram::1:role/read-${Math.random()}` })
    }),
  ),
  define(
    'T28',
    'GetService',
    'changes what it reads',
    ['repeated-read-returns-the-same'],
    success('GetService', async (_, call, { ask }) => {
      if (!call.path.includes('.')) await ask('PUT', call.path, { description: `read ${Math.random()}` })
    }),
  ),
  define(
    'T30',
    'ListAliases',
    'shows another description than a read does',
    ['CreateAlias › created-resource-is-listed'],
    entries('ListAliases', (entry) => {
      entry.description = 'another'
    }),
    { alsoNamed: ['CreateAlias'] },
  ),
  define('T36', 'GetTrigger', 'finds a trigger under every function', [/./], elsewhere('GetTrigger')),
  define(
    'T36',
    'ListTriggers',
    'lists the triggers of the whole service',
    ['list-is-scoped-to-parent'],
    ofTheWholeService(),
  ),
]

function toWithoutNewest(found: readonly Row[]): readonly Row[] {
  const times = found.map((entry) => String(entry.createdTime))
  const newest = times.indexOf(times.toSorted().at(-1) ?? '')
  return found.filter((_, index) => index !== newest)
}

/** A trigger that a path does not lead to is looked for under the other functions of the service. */
function elsewhere(operation: string): Wrap {
  return instead(operation, async ({ path, names }, { forward, ask }) => {
    const response = await forward()
    if (response.status !== 404) return response
    const functions = `${toServicePath(path)}/functions`
    for (const { functionName } of await readList(ask, functions)) {
      const found = await ask('GET', `${functions}/${functionName}/triggers/${names.triggerName}`)
      if (found.status === 200) return found
    }
    return response
  })
}

function ofTheWholeService(): Wrap {
  return success('ListTriggers', async (response, { path, names }, { ask }) => {
    const body = readRow(response)
    const functions = `${toServicePath(path)}/functions`
    const others: Row[] = []
    for (const { functionName } of await readList(ask, functions)) {
      if (functionName === names.functionName) continue
      others.push(...(await readList(ask, `${functions}/${functionName}/triggers`)))
    }
    if (body && Array.isArray(body.triggers)) setJson(response, { ...body, triggers: [...body.triggers, ...others] })
  })
}
