import { expect, test } from 'vitest'
import { emptySortedMap, put } from '../core/sorted-map.ts'
import { fcState, putFunction, putService, removeFunction } from './state.ts'
import type { StoredFunction, StoredService } from './stored.ts'

const service: StoredService = {
  serviceId: 's',
  serviceName: 'demo',
  createdTime: '',
  lastModifiedTime: '',
  etag: '',
  revision: 0,
  settings: {},
  functions: emptySortedMap(),
  versions: emptySortedMap(),
  lastVersionId: 0,
  aliases: emptySortedMap(),
  triggers: emptySortedMap(),
  counts: put(put(emptySortedMap<number>(), 'one', 5), 'two', 5),
}
// Nothing here looks at the rest of a function.
const stored = { functionId: 'one', functionName: 'f' } as StoredFunction

test('removing a function removes only its own counter', () => {
  const cell = { current: fcState.create() }
  putFunction(cell, service, stored)
  removeFunction(cell, service, stored)
  expect([...(cell.current.services.get('demo')?.counts.entries() ?? [])]).toEqual([['two', 5]])
})

test('a change does not modify the previous root', () => {
  const cell = { current: fcState.create() }
  putService(cell, service)
  const before = cell.current
  putFunction(cell, service, stored)
  expect(before.services.get('demo')).toBe(service)
  expect(service.functions.size).toBe(0)
  expect(cell.current.services.get('demo')?.functions.get('f')).toBe(stored)
})
