import { type MutableResponse, type Row, toMutable } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { instead, list, row } from './edits.ts'
import { nameOf } from './resources.ts'

/** Sections 4 and 5: what reads response after an update. */
export const staleReadMutants: readonly Mutant[] = [
  define(
    'T07',
    'ListFunctions',
    'lists what was true at first',
    ['UpdateFunction › update-is-seen-in-list'],
    asCreated('CreateFunction', 'ListFunctions'),
    { alsoNamed: ['UpdateFunction'] },
  ),
  define(
    'T07',
    'ListServices',
    'lists what was true at first',
    ['UpdateService › update-is-seen-in-list'],
    asCreated('CreateService', 'ListServices'),
    { alsoNamed: ['UpdateService'] },
  ),
  define(
    'T10',
    'UpdateFunction',
    'is not seen by reads',
    ['update-changes-only-timeout'],
    cached('UpdateFunction', 'GetFunction', 1e9),
    { alsoNamed: ['GetFunction'] },
  ),
  define(
    'T10',
    'UpdateTrigger',
    'is not seen by reads',
    ['update-changes-only-invocationRole'],
    cached('UpdateTrigger', 'GetTrigger', 1e9),
    { alsoNamed: ['GetTrigger'] },
  ),
  define(
    'C13',
    'GetFunction',
    'returns an older state now and then',
    [/./],
    flickering('UpdateFunction', 'GetFunction'),
    { alsoNamed: ['UpdateFunction'] },
  ),
  define(
    'C14',
    'UpdateService',
    'is seen by reads a moment later',
    ['update-changes-only-description'],
    cached('UpdateService', 'GetService', 250),
    { alsoNamed: ['GetService'] },
  ),
  define(
    'C14',
    'UpdateAlias',
    'is seen by reads a moment later',
    ['update-changes-only-description'],
    cached('UpdateAlias', 'GetAlias', 250),
    { alsoNamed: ['GetAlias'] },
  ),
]

/** Lists entries as they were created. */
function asCreated(create: string, read: string): Wrap {
  return (server) => {
    const first = new Map<unknown, Row>()
    const remember = row(create, (body) => {
      first.set(nameOf(body), { ...body })
    })
    const recall = list(read, (found) => found.map((entry) => first.get(nameOf(entry)) ?? entry))
    return recall(remember(server))
  }
}

/** After an update, a read responds for a while what was before. */
export function cached(update: string, read: string, forMs: number): Wrap {
  return (server) => {
    const kept = new Map<string, { readonly response: MutableResponse; readonly until: number }>()
    const keep = beforeUpdate(update, (path, response) => {
      if (response.status === 200) kept.set(path, { response, until: Date.now() + forMs })
    })
    const returnOld = instead(read, async ({ path }, { forward }) => {
      const old = kept.get(path)
      return old && Date.now() < old.until ? toMutable(old.response) : await forward()
    })
    const end = instead(read.replace('Get', 'Delete'), async ({ path }, { forward }) => {
      kept.delete(path)
      return await forward()
    })
    return end(returnOld(keep(server)))
  }
}

/** After an update, the second read and every third from there on response the state before. */
function flickering(update: string, read: string): Wrap {
  return (server) => {
    const olds = new Map<string, { readonly response: MutableResponse; reads: number }>()
    const keep = beforeUpdate(update, (path, response) => {
      olds.set(path, { response, reads: 0 })
    })
    const flicker = instead(read, async ({ path }, { forward }) => {
      const old = olds.get(path)
      if (old) old.reads += 1
      return old && old.reads % 3 === 2 ? toMutable(old.response) : await forward()
    })
    return flicker(keep(server))
  }
}

/** Hands over what a read returned before an update that succeeded. */
function beforeUpdate(update: string, keep: (path: string, old: MutableResponse) => void): Wrap {
  return instead(update, async ({ path }, { forward, ask }) => {
    const old = await ask('GET', path)
    const response = await forward()
    if (response.status < 300) keep(path, old)
    return response
  })
}
