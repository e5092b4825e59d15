import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apis } from '../../../schemas/apis.ts'
import type { Listening } from '../http/listen.ts'
import { servePrism } from './prism.ts'

const documents = apis.map(({ id, dialect }) => ({
  basePath: dialect.basePath,
  document: JSON.parse(readFileSync(new URL(`../../../generated/${id}/openapi.json`, import.meta.url), 'utf8')),
}))

let served: Listening
beforeAll(async () => {
  served = await servePrism({ documents, port: 0 })
})
afterAll(() => served.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(served.url + path, { headers })

test('every document is served below its base path with its examples', async () => {
  const service = await get('/2016-08-15/services/demo')
  expect([service.status, await service.json()]).toMatchObject([200, { serviceName: 'demo-service' }])
  const function2021 = await fetch(`${served.url}/2021-04-06/services/demo/functions/f`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect([function2021.status, await function2021.json()]).toMatchObject([200, { functionName: expect.any(String) }])
  expect((await get('/services/demo')).status, 'without its base path').toBe(404)
})

test('Prefer selects the status, and one of several errors with the same status', async () => {
  const missing = await get('/2016-08-15/services/demo.1', { Prefer: 'code=404, example=VersionNotFound' })
  expect([missing.status, await missing.json()]).toMatchObject([404, { ErrorCode: 'VersionNotFound' }])
})

test('a body that violates its schema is rejected with an error of the document', async () => {
  const response = await fetch(`${served.url}/2016-08-15/services`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect([response.status, await response.json()]).toMatchObject([400, { ErrorCode: 'InvalidArgument' }])
})

test('B03: every multiple of 0.05 is a valid cpu', async () => {
  const statuses = new Set<number>()
  for (const cpu of [0.05, 0.15, 0.35, 0.7, 1.1, 15.95]) {
    const response = await fetch(`${served.url}/2021-04-06/services/demo/functions/f`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cpu }),
    })
    statuses.add(response.status)
  }
  expect([...statuses]).toEqual([200])
})

test('a port in use gives the same error as with the emulator', async () => {
  await expect(servePrism({ documents: [], port: served.port })).rejects.toMatchObject({
    name: 'PortInUseError',
    port: served.port,
  })
})

test('without Prism, the error lists the packages to install', async () => {
  const adapter = new URL('./prism.ts', import.meta.url)
  // A process of its own, in which no package of Prism can be found.
  const script = `
    import { registerHooks } from 'node:module'
    registerHooks({
      resolve(name, context, next) {
        if (!name.startsWith('@stoplight/')) return next(name, context)
        throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' })
      },
    })
    const { servePrism } = await import('${adapter}')
    await servePrism({ documents: [] }).catch((error) => console.log(error.name, error.message))
  `
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  expect(stdout).toMatch(/^PrismMissingError .* npm install --save-dev @stoplight\/prism-core@[\d.]+ @stoplight\//)
})
