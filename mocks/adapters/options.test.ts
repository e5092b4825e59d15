import { describe, expect, test } from 'vitest'
import { apiMocks } from '../apis.ts'
import { allParts } from '../core/parts.ts'
import { createEmulator } from '../core/emulator.ts'
import { createIds } from '../core/ids.ts'
import { createMock } from './fetch/fetch.ts'
import { serve } from './http/node.ts'
import { handlers } from './msw/msw.ts'
import { servePrism } from './prism/prism.ts'

/** Calls a function as JavaScript does: with options that do not compile. */
type Call = (options: object) => unknown
const calls: readonly (readonly [string, Call])[] = [
  ['createMock', (options) => createMock(options)],
  ['handlers', (options) => handlers(options)],
  ['serve', (options) => serve({ port: 0, ...options })],
]

describe.each(calls)('%s', (name, call) => {
  const refusal = async (options: object) => {
    try {
      await call(options)
    } catch (error) {
      return error
    }
    throw new Error('it was accepted')
  }

  test.each([
    [{ strikt: true }, `${name}: unknown option "strikt"; did you mean "strict"?`],
    [{ sead: {} }, `${name}: unknown option "sead"; did you mean "seed"?`],
    [{ toString: 1 }, `${name}: unknown option "toString"; the options are `],
    [{ mocks: [] }, `${name}: unknown option "mocks"`],
    [{ auth: { mode: 'off', credential: [] } }, 'auth: unknown option "credential"; did you mean "credentials"?'],
    [{ requestLog: { entrys: 1 } }, 'requestLog: unknown option "entrys"; did you mean "entries"?'],
    [{ behaviour: { 'aliyun-fg': {} } }, 'behaviour: unknown option "aliyun-fg"; did you mean "aliyun-fc"?'],
    [{ apis: ['aliyun-fc-2016-8-15'] }, 'unknown API aliyun-fc-2016-8-15; did you mean "aliyun-fc-2016-08-15"?'],
  ])('E05: rejects %j', async (options, message) => {
    const error = await refusal(options)
    expect(error).toBeInstanceOf(TypeError)
    expect(String(Object(error).message)).toContain(message)
  })
})

test.each([
  ['serve', () => serve({ prot: 1 } as object), 'serve: unknown option "prot"; did you mean "port"?'],
  ['tls', () => serve({ tls: { cert: '', kee: '' } } as object), 'tls: unknown option "kee"; did you mean "key"?'],
  ['servePrism', () => servePrism({ documents: [], prot: 1 } as never), 'servePrism: unknown option "prot"'],
])('E05: %s rejects its own misspelled options', async (_, call, message) => {
  const error = await call().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toContain(message)
})

test('E05: handlers and createEmulator reject their own misspelled options', () => {
  expect(() => handlers({ baseUrl: [] } as object)).toThrow(
    'handlers: unknown option "baseUrl"; did you mean "baseUrls"?',
  )
  const options = { mocks: apiMocks, clock: { now: () => 0 }, ids: createIds(() => 0), maxBodybytes: 1 }
  expect(() => createEmulator(options, allParts)).toThrow(
    'createEmulator: unknown option "maxBodybytes"; did you mean "maxBodyBytes"?',
  )
})

test('E05: options that are not an object are rejected', () => {
  for (const options of ['strict', null, 1]) {
    expect(() => createMock(options as never)).toThrow('createMock: the options must be an object')
  }
})

test('E05: a misspelled scope or filter selects nothing, instead of everything', () => {
  const { emulator } = createMock()
  const misspelled = { namspace: 'other' } as object
  const message = 'unknown option "namspace"; did you mean "namespace"?'
  for (const call of [
    () => emulator.reset(misspelled),
    () => emulator.seed({}, misspelled),
    () => emulator.snapshot(misspelled),
    () => emulator.restore(emulator.snapshot(), misspelled),
    () => emulator.clock.read(misspelled),
    () => emulator.clock.set(0, misspelled),
    () => emulator.requestLog(misspelled),
  ]) {
    expect(call).toThrow(message)
  }
})
