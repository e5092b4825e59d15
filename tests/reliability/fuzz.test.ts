import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apiMocks } from '../../mocks/apis.ts'
import { createEmulator, type Emulator } from '../../mocks/core/emulator.ts'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { createIds } from '../../mocks/core/ids.ts'
import { testClient } from '../../mocks/core/testing/client.ts'
import type { WireResponse } from '../../mocks/core/wire.ts'
import { anyHostileRequest, type HostileRequest } from './hostile.ts'

/** A mock in which `demo` and `f` exist, in the namespace that is attacked and in one that nobody asks. */
function create() {
  const defects: unknown[] = []
  const random = seededRandom(1)
  const emulator = createEmulator({
    mocks: apiMocks,
    clock: { now: () => 1_700_000_000_000 },
    ids: createIds(random),
    random,
    maxBodyBytes: 20_000,
    onDefect: (defect) => defects.push(defect),
  })
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
  return emulator.handle({ ...request, headers, host: request.headers.host ?? 'localhost' }) as WireResponse // nothing here waits
}

/** The states of all namespaces but the attacked one, as they would be kept. */
function readBystanders(emulator: Emulator): string {
  const bystander = { 'x-mock-namespace': 'bystander' }
  const send = testClient(emulator)
  const paths = ['/2016-08-15/services', '/2016-08-15/services/demo', '/2016-08-15/services/demo/functions']
  return JSON.stringify(paths.map((path) => send('GET', path, undefined, bystander).body))
}

/** The fields of an error, by the base path whose API responds with them. */
const envelopes = apiMocks.map(({ api }) => ({
  basePath: `${api.dialect.basePath}/`,
  fields: Object.keys(api.dialect.toErrorBody({ code: '', message: '', requestId: '' })),
}))

function expectOwnEnvelope(path: string, { status, body }: WireResponse): void {
  if (status < 400) return
  const own = envelopes.find(({ basePath }) => path.startsWith(basePath))
  const fields = own?.fields ?? ['error', 'basePaths'] // a path of no API is returned by the mock itself
  expect(Object.keys(JSON.parse(String(body)))).toEqual(fields)
}

/** What Node would write. */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

const seed = 20_160_815
const runs = 4000

test('no request crashes the mock, breaks its envelopes, pollutes an object or reaches another namespace', () => {
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
  // The run reaches what it is for: requests that are taken, and every way to refuse one.
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404]))
  expect(statuses.get(200)).toBeGreaterThan(runs / 50)
  // What was stored can be kept and read back, whatever its names are.
  const copy = create().emulator
  copy.importState(emulator.exportState())
  expect(copy.exportState()).toBe(emulator.exportState())
  expect(emulator.requestLog().length).toBeGreaterThan(0)
}, 120_000)
