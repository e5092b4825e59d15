import { expect, test } from 'vitest'
import type { EmulatorOptions } from './emulator.ts'
import { apiMock, type HandlersOf } from './handler.ts'
import { boxes, createBoxes, handlers, state, type Weights } from './testing/boxes.ts'
import type { WireRequest } from './wire.ts'

type PutBox = NonNullable<HandlersOf<typeof boxes, Weights>['putBox']>

const result = (name: string, weight: number) =>
  ({ status: 200, headers: { ETag: 'e1' }, body: { name, weight } }) as const

/** Boxes whose PutBox is another handler. */
function create(putBox: PutBox, options: Partial<EmulatorOptions> = {}) {
  const mock = apiMock({
    api: boxes,
    state,
    handlers: { ...handlers, putBox },
    authProfile: { schemes: [], codes: {} as never, accounts: [{ in: 'header', name: 'x-box-account' }] },
  })
  const { emulator, send } = createBoxes({ mocks: [mock], ...options })
  const put = (name: string, headers: WireRequest['headers'] = {}) =>
    emulator.handle({
      method: 'PUT',
      path: `/v9/boxes/${name}`,
      query: '',
      headers,
      body: new TextEncoder().encode('{"weight":1}'),
      host: 'localhost',
    })
  const weightOf = (name: string, headers?: WireRequest['headers']) =>
    send('GET', `/v9/boxes/${name}`, undefined, headers).body.weight
  return { emulator, put, weightOf }
}

test('a promised result is a response, and the state has changed before', async () => {
  const { emulator, put, weightOf } = create(async ({ path: { name }, body, state }) => {
    state.current = { ...state.current, [name]: body.weight }
    await Promise.resolve()
    return result(name, 1)
  })
  const response = put('a')
  expect(weightOf('a')).toBe(1)
  expect(await response).toMatchObject({ status: 200, headers: { Etag: 'e1' }, body: '{"name":"a","weight":1}' })
  expect(emulator.coverage()[0]?.detail.find(({ operation }) => operation === 'PutBox')).toMatchObject({
    calls: 1,
    statuses: { 200: 1 },
  })
})

test('a rejected API error is the documented error, and every other reason is a defect', async () => {
  const defects: unknown[] = []
  const { emulator, put } = create(
    async ({ path: { name }, apiError }) => {
      if (name === 'full') throw apiError('Full', 'this box is full')
      return result(name, name === 'invalid' ? 0.5 : Number.NaN)
    },
    { onDefect: (defect) => void defects.push(defect) },
  )
  expect(await put('full')).toMatchObject({ status: 409, body: expect.stringContaining('this box is full') })
  expect(defects).toEqual([])
  expect(await put('invalid')).toMatchObject({ status: 500, body: expect.stringContaining('Internal') })
  expect(defects).toMatchObject([{ name: 'ResultDefect' }])
  expect(emulator.requestLog().map(({ code }) => code)).toEqual(['Full', 'Internal'])
})

test('without onDefect, a defect rejects the promise', async () => {
  const { put } = create(async ({ path: { name } }) => result(name, 0.5))
  await expect(put('a')).rejects.toThrow('the body violates its schema')
})

test('a later change applies to the current state of the account of the request', async () => {
  const { emulator, put, weightOf } = create(async ({ path: { name }, changeLater }) => {
    await Promise.resolve()
    changeLater((later) => {
      later.current = { ...later.current, [name]: 7 }
    })
    return result(name, 7)
  })
  const [one, two] = [{ 'x-box-account': 'one' }, { 'x-box-account': 'two' }]
  await put('of-one', one)
  const revision = emulator.revision()
  const response = put('of-two', two)
  expect(emulator.revision()).toBe(revision)
  await response
  const weights = [one, two].map((account) => [weightOf('of-one', account), weightOf('of-two', account)])
  expect(weights).toEqual([
    [7, undefined],
    [undefined, 7],
  ])
  expect(emulator.revision()).toBeGreaterThan(revision)
})
