import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type JsonObject, type MutableResponse, toMutable } from '../response.ts'
import { editList, editObject, intercept } from './edits.ts'
import { nameOf } from './resources.ts'

/** Sections 4 and 5 of the catalogue: reads after an update. */
export const staleReadMutants: readonly Mutant[] = [
  define(
    'T07',
    'ListFunctions',
    'lists resources as they were created',
    ['UpdateFunction › update-is-seen-in-list'],
    listAsCreated('CreateFunction', 'ListFunctions'),
    { alsoNamed: ['UpdateFunction'] },
  ),
  define(
    'T07',
    'ListServices',
    'lists resources as they were created',
    ['UpdateService › update-is-seen-in-list'],
    listAsCreated('CreateService', 'ListServices'),
    { alsoNamed: ['UpdateService'] },
  ),
  define(
    'T10',
    'UpdateFunction',
    'is not visible to reads',
    ['update-changes-only-timeout'],
    delayUpdate('UpdateFunction', 'GetFunction', 1e9),
    { alsoNamed: ['GetFunction'] },
  ),
  define(
    'T10',
    'UpdateTrigger',
    'is not visible to reads',
    ['update-changes-only-invocationRole'],
    delayUpdate('UpdateTrigger', 'GetTrigger', 1e9),
    { alsoNamed: ['GetTrigger'] },
  ),
  define(
    'C13',
    'GetFunction',
    'returns the state before the update in some reads',
    [/./],
    alternateWithOldState('UpdateFunction', 'GetFunction'),
    { alsoNamed: ['UpdateFunction'] },
  ),
  define(
    'C14',
    'UpdateService',
    'is visible to reads only after 250 ms',
    ['update-changes-only-description'],
    delayUpdate('UpdateService', 'GetService', 250),
    { alsoNamed: ['GetService'] },
  ),
  define(
    'C14',
    'UpdateAlias',
    'is visible to reads only after 250 ms',
    ['update-changes-only-description'],
    delayUpdate('UpdateAlias', 'GetAlias', 250),
    { alsoNamed: ['GetAlias'] },
  ),
]

function listAsCreated(create: string, read: string): Wrap {
  return (server) => {
    const first = new Map<unknown, JsonObject>()
    const remember = editObject(create, (body) => {
      first.set(nameOf(body), { ...body })
    })
    const recall = editList(read, (found) => found.map((entry) => first.get(nameOf(entry)) ?? entry))
    return recall(remember(server))
  }
}

/** After an update, reads return the previous state for `forMs` milliseconds. */
export function delayUpdate(update: string, read: string, forMs: number): Wrap {
  return (server) => {
    const kept = new Map<string, { readonly response: MutableResponse; readonly until: number }>()
    const keep = keepOldState(update, (path, response) => {
      if (response.status === 200) kept.set(path, { response, until: Date.now() + forMs })
    })
    const returnOld = intercept(read, async ({ path }, { forward }) => {
      const old = kept.get(path)
      return old && Date.now() < old.until ? toMutable(old.response) : await forward()
    })
    const end = intercept(read.replace('Get', 'Delete'), async ({ path }, { forward }) => {
      kept.delete(path)
      return await forward()
    })
    return end(returnOld(keep(server)))
  }
}

/** After an update, the second read and every third read from there return the previous state. */
function alternateWithOldState(update: string, read: string): Wrap {
  return (server) => {
    const olds = new Map<string, { readonly response: MutableResponse; reads: number }>()
    const keep = keepOldState(update, (path, response) => {
      olds.set(path, { response, reads: 0 })
    })
    const flicker = intercept(read, async ({ path }, { forward }) => {
      const old = olds.get(path)
      if (old) old.reads += 1
      return old && old.reads % 3 === 2 ? toMutable(old.response) : await forward()
    })
    return flicker(keep(server))
  }
}

/** Reads the resource before an update. If the update succeeds, passes that response to `keep`. */
function keepOldState(update: string, keep: (path: string, old: MutableResponse) => void): Wrap {
  return intercept(update, async ({ path }, { forward, send }) => {
    const old = await send('GET', path)
    const response = await forward()
    if (response.status < 300) keep(path, old)
    return response
  })
}
