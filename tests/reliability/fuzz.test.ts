import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apiMocks } from '../../mocks/apis.ts'
import { allParts } from '../../mocks/core/parts.ts'
import { createEmulator, type Emulator } from '../../mocks/core/emulator.ts'
import { createIds } from '../../mocks/core/ids.ts'
import { testClient } from '../../mocks/core/testing/client.ts'
import type { WireResponse } from '../../mocks/core/wire.ts'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { anyHostileRequest, type HostileRequest } from './hostile.ts'

/** A mock with the service `demo` and the function `f` in two namespaces. Only one of them receives requests. */
function create() {
  const defects: unknown[] = []
  const random = seededRandom(1)
  const emulator = createEmulator(
    {
      mocks: apiMocks,
      clock: { now: () => 1_700_000_000_000 },
      ids: createIds(random),
      random,
      maxBodyBytes: 20_000,
      onDefect: (defect) => defects.push(defect),
    },
    allParts,
  )
  const send = testClient(emulator)
  for (const namespace of ['attacked', 'bystander']) {
    const headers = { 'x-mock-namespace': namespace }
    send('POST', '/2016-08-15/services', { serviceName: 'demo' }, headers)
    const code = { zipFile: btoa('code') }
    const fn = { functionName: 'f', handler: 'h.h', runtime: 'nodejs8', code }
    send('POST', '/2016-08-15/services/demo/functions', fn, headers)
    send('POST', '/2016-08-15/services/demo/versions', {}, headers)
  }
  return { emulator, defects }
}

function attack(emulator: Emulator, request: HostileRequest): WireResponse {
  const headers = { ...request.headers, 'x-mock-namespace': 'attacked' }
  return emulator.handle({ ...request, headers, host: request.headers.host ?? 'localhost' }) as WireResponse // no response is delayed
}

/** The states of all namespaces except the attacked one, in the stored form. */
function readBystanders(emulator: Emulator): string {
  const bystander = { 'x-mock-namespace': 'bystander' }
  const send = testClient(emulator)
  const paths = ['/2016-08-15/services', '/2016-08-15/services/demo', '/2016-08-15/services/demo/functions']
  return JSON.stringify(paths.map((path) => send('GET', path, undefined, bystander).body))
}

/** The fields of an error, by base path. */
const envelopes = apiMocks.map(({ api }) => ({
  basePath: `${api.dialect.basePath}/`,
  fields: Object.keys(api.dialect.toErrorBody({ code: '', message: '', requestId: '' })),
}))

function expectOwnEnvelope(path: string, { status, body }: WireResponse): void {
  if (status < 400) return
  const own = envelopes.find(({ basePath }) => path.startsWith(basePath))
  const fields = own?.fields ?? ['error', 'basePaths'] // a path outside of all APIs has the mock's own error
  expect(Object.keys(JSON.parse(String(body)))).toEqual(fields)
}

/** Whether Node can write the header. */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

const seed = 20_160_815
const runs = 4000

test('no request crashes the mock, breaks an envelope, pollutes a prototype or changes another namespace', () => {
  const { emulator, defects } = create()
  const before = readBystanders(emulator)
  const statuses = new Map<number, number>()
  fc.assert(
    fc.property(anyHostileRequest, (request) => {
      const result = attack(emulator, request)
      statuses.set(result.status, (statuses.get(result.status) ?? 0) + 1)
      expect(defects).toEqual([])
      expect(result.status).toSatisfy((status: number) => status >= 200 && status < 500)
      expectOwnEnvelope(request.path, result)
      expect(Object.values(result.headers).filter((value) => !headerValue.test(value))).toEqual([])
      expect([Object.keys(Object.prototype), 'polluted' in {}]).toEqual([[], false])
    }),
    { seed, numRuns: runs },
  )
  expect(readBystanders(emulator)).toBe(before)
  // The run must include accepted requests and every kind of rejection.
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404]))
  expect(statuses.get(200)).toBeGreaterThan(runs / 50)
  // Every stored state can be saved and loaded, with any names.
  const copy = create().emulator
  copy.importState(emulator.exportState())
  expect(copy.exportState()).toBe(emulator.exportState())
  expect(emulator.requestLog().length).toBeGreaterThan(0)
}, 120_000)
