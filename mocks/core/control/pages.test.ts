import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createMock } from '../../adapters/fetch/fetch.ts'
import { type ServeOptions, serve } from '../../adapters/http/node.ts'
import { allParts } from '../parts.ts'
import { createEmulator } from '../emulator.ts'
import { apiMock } from '../handler.ts'
import { createIds } from '../ids.ts'
import { boxes, state } from '../testing/boxes.ts'
import { testClient } from '../testing/client.ts'

async function start(options: ServeOptions = {}) {
  const served = await serve({ port: 0, ...options })
  onTestFinished(served.close)
  return served
}

/** An emulator of one small API, which has no documents. */
function createSmall(title: string) {
  const mocks = [apiMock({ api: { ...boxes, title }, state, handlers: {} })]
  return createEmulator({ mocks, clock: { now: () => 0 }, ids: createIds(() => 0) }, allParts)
}

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const paths = ['/', '/docs', '/openapi.json', '/_mock/', '/_mock']

test.each(paths)('E01: %s shows a browser a page whose links work', async (path) => {
  const { url } = await start()
  const response = await fetch(`${url}${path}`, { headers: browser })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const links = [...(await response.text()).matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link)
  expect(links).toEqual(expect.arrayContaining(['/openapi/aliyun-fc-2016-08-15.yaml', '/_mock/request-log']))
  for (const link of links) expect([link, (await fetch(`${url}${link}`)).status]).toEqual([link, 200])
})

test.each(paths)('E01: %s lists the same links as JSON for other clients, in every adapter', async (path) => {
  const { url, emulator } = await start()
  const overHttp = await (await fetch(`${url}${path}`)).json()
  expect(overHttp).toMatchObject({ control: expect.arrayContaining(['/_mock/health', '/_mock/coverage']) })
  const inProcess = await createMock({ emulator }).fetch(`http://mock.example${path}`)
  expect(await inProcess.json()).toEqual(overHttp)
})

test('E01: the documents are the generated files', async () => {
  const { url } = await start()
  for (const form of ['json', 'yaml']) {
    const response = await fetch(`${url}/openapi/huawei-functiongraph-v2.${form}`)
    const file = join(import.meta.dirname, `../../../generated/huawei-functiongraph-v2/openapi.${form}`)
    expect(response.headers.get('content-type')).toBe(`application/${form}`)
    expect(await response.text()).toBe(readFileSync(file, 'utf8'))
  }
})

test.each([
  ['openapi-3.0.yaml', 'yaml?openapi=3.0'],
  ['openapi.yaml', 'yaml?profile=observed&openapi=3.1'],
])('E01: the query selects %s', async (file, path) => {
  const { url } = await start()
  const response = await fetch(`${url}/openapi/huawei-functiongraph-v2.${path}`)
  const folder = join(import.meta.dirname, '../../../generated/huawei-functiongraph-v2')
  expect(await response.text()).toBe(readFileSync(join(folder, file), 'utf8'))
})

test('E01: the profile documented leaves marks out, and unknown values are rejected', async () => {
  const { url } = await start()
  const address = `${url}/openapi/aliyun-fc-2016-08-15.json`
  const readPaths = async (query: string) => Object.keys(Object((await (await fetch(address + query)).json()).paths))
  const observed = '/services/{serviceName}.{qualifier}/functions/{functionName}/provision-config'
  expect(await readPaths('')).toEqual(expect.arrayContaining(['/services', observed]))
  const documented = await readPaths('?profile=documented')
  expect(documented).toContain('/services')
  expect(documented).not.toContain(observed)
  for (const query of ['profile=all', 'openapi=2.0', 'version=3']) {
    const refused = await fetch(`${address}?${query}`)
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: expect.stringContaining(query.split('=')[0] ?? '') },
    ])
  }
})

test.each(['/openapi/aws.json', '/openapi/..%2fx.json', '/openapi/', '/openapi/toString.yaml'])(
  'E01: %s is no document',
  async (path) => {
    const { url } = await start({ apis: ['huawei-functiongraph-v2'] })
    const response = await fetch(`${url}${path}`)
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        error: `there is no document ${path}`,
        documents: ['/openapi/huawei-functiongraph-v2.json', '/openapi/huawei-functiongraph-v2.yaml'],
      },
    ])
  },
)

test('E01: without a reader there are no documents, and HEAD has no body', () => {
  const send = testClient(createSmall('Boxes'))
  expect(send('GET', '/').body).toMatchObject({ apis: [{ id: 'boxes', documents: [] }] })
  expect(send('GET', '/openapi/boxes.json').status).toBe(404)
  expect(send('HEAD', '/')).toMatchObject({ status: 200, body: undefined })
})

test('E01: every text of the page is escaped', () => {
  const title = `<script>alert("a") & 'b'</script>`
  const request = { method: 'GET', path: '/', query: '', headers: browser, body: undefined, host: '', origin: '' }
  const html = String(Object(createSmall(title).handle(request)).body)
  expect(html).toContain('<h2>&#60;script&#62;alert(&#34;a&#34;) &#38; &#39;b&#39;&#60;/script&#62;</h2>')
  expect(html).not.toContain('<script')
})

test('E01: pages have the access rules of the control API, and name the token without showing it', async () => {
  const { url } = await start()
  for (const path of [...paths, '/openapi/huawei-functiongraph-v2.json']) {
    const foreign = await fetch(url + path, { headers: { origin: 'https://evil.example' } })
    expect([path, foreign.status]).toEqual([path, 403])
  }
  const protectedMock = await start({ controlToken: 'hidden-token' })
  const response = await fetch(protectedMock.url, { headers: browser })
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).toContain('X-Mock-Token')
  expect(html).not.toContain('hidden-token')
})

test('E01: other methods do not reach the pages', async () => {
  const { url } = await start()
  const response = await fetch(url, { method: 'POST', body: '{}' })
  expect([response.status, await response.json()]).toEqual([
    404,
    expect.objectContaining({ error: 'no API is served at /' }),
  ])
})
