import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readReport } from '../contracts/core/report/read-report.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { missingChromium } from '../mocks/adapters/testing/browser/chromium.ts'
import { runCli } from '../scripts/cli/program.ts'
import { root } from './testing/pages.ts'
import { recordWithDevTools, recordWithPlaywright } from './testing/record-har.ts'
import { toK6Studio } from './testing/to-k6-studio.ts'

const apiId = 'aliyun-fc-2016-08-15'
/**
 * Recorded from the mock by Chromium 156, with Playwright 1.65 and through DevTools, by Firefox 153, with the HAR export of
 * its network panel, and by mitmproxy 11.0.
 */
const fixture = (name: string) => join(root, 'tests', 'testing', 'har', `${name}.har`)

let output: string[]
beforeEach(() => {
  output = []
  const write = (text: unknown) => output.push(`${text}\n`) > 0
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(write),
    vi.spyOn(console, 'error').mockImplementation(write),
    vi.spyOn(process.stdout, 'write').mockImplementation(write),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
})

async function toFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-traffic-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function run(...words: readonly string[]) {
  const code = await runCli(['traffic', apiId, ...words])
  return { code, text: output.join('') }
}

interface Entry {
  readonly request: { readonly method: string; readonly url: string; postData?: { text?: string } }
  readonly response: { status: number; content: { text?: string; size?: number; encoding?: string; comment?: string } }
}

/** A fixture with changed entries, as a file. */
async function toChanged(name: string, change: (entries: Entry[]) => void): Promise<string> {
  const har = JSON.parse(await readFile(fixture(name), 'utf8')) as { log: { entries: Entry[] } } // our own file
  change(har.log.entries)
  const file = join(await toFolder(), 'changed.har')
  await writeFile(file, JSON.stringify(har))
  return file
}

const isCall = (method: string, end: string) => (entry: Entry) =>
  entry.request.method === method && entry.request.url.endsWith(end)

describe('recordings of other tools', () => {
  test.each([
    ['playwright', 9],
    ['chromium-devtools', 9],
    ['mitmproxy', 7],
  ])('%s: every request of the API is judged, and the server of the recording conforms', async (name, judged) => {
    const { code, text } = await run(fixture(name), '--compare-states')
    expect(text).toMatch(new RegExp(`^\\d+ requests?: ${judged} judged`, 'm'))
    expect(text).not.toContain('without a complete body')
    expect(text).toMatch(/^conformant {2}aliyun-fc-2016-08-15 at http:\/\/127\.0\.0\.1:\d+$/m)
    expect(code).toBe(0)
  })

  test('Firefox: preflight requests and a request that the browser blocked are not judged', async () => {
    const { code, text } = await run(fixture('firefox'), '--compare-states')
    expect(text).toContain('22 requests: 10 judged, 11 not of the API, 1 of no operation')
    // The function returned "é", which this export has as one byte.
    expect(text).toContain('1 response without a complete body')
    expect(text).toContain('conformant  aliyun-fc-2016-08-15 at http://127.0.0.1:4510')
    expect(code).toBe(0)
  })

  test('Firefox: an export without response bodies has comments, and bodies are not judged', async () => {
    const file = await toChanged('firefox', (entries) => {
      for (const { response } of entries) {
        const { text: _, ...content } = response.content
        // As Firefox writes it with the setting devtools.netmonitor.har.includeResponseBodies = false.
        response.content = { ...content, comment: 'Response bodies are not included.' }
      }
    })
    const { code, text } = await run(file)
    expect(text).toContain('8 responses without a complete body')
    expect(code).toBe(0)
  })

  test('k6 Studio: the form of its recordings is read', async () => {
    const file = join(await toFolder(), 'k6-studio.har')
    const recording = JSON.parse(await readFile(fixture('mitmproxy'), 'utf8')) as Parameters<typeof toK6Studio>[0]
    // A text outside ASCII, in the responses and in the request that wrote it.
    const described = JSON.stringify(recording).replaceAll('\\"description\\":\\"\\"', '\\"description\\":\\"für\\"')
    const named = described.replace(
      '{\\"serviceName\\":\\"shop\\"}',
      '{\\"serviceName\\":\\"shop\\",\\"description\\":\\"für\\"}',
    )
    await writeFile(file, JSON.stringify(toK6Studio(JSON.parse(named))))
    const { code, text } = await run(file, '--compare-states')
    expect(text).toMatch(/^\d+ requests: 7 judged/m)
    expect(text).not.toContain('without a complete body')
    expect(text).toContain('conformant  aliyun-fc-2016-08-15 at ')
    expect(code).toBe(0)
  })

  test.each(['playwright', 'chromium-devtools', 'firefox', 'mitmproxy'])(
    '%s: a wrong field is a violation',
    async (name) => {
      const file = await toChanged(name, (entries) => {
        const content: Entry['response']['content'] =
          entries.find(isCall('GET', '/services/shop'))?.response.content ?? {}
        const text = content.encoding === 'base64' ? Buffer.from(content.text ?? '', 'base64').toString() : content.text
        content.text = text?.replace(/"serviceId":"[^"]+"/, '"serviceId":7') ?? ''
        delete content.encoding
      })
      const { code, text } = await run(file)
      expect(text).toContain('GetService › every-success-matches-schema')
      expect(code).toBe(1)
    },
  )

  test.skipIf(missingChromium !== undefined)(
    'Chromium records the mock now, with Playwright and through DevTools',
    async () => {
      const mock = await serve({ port: 0 })
      onTestFinished(mock.close)
      const folder = await toFolder()
      await recordWithPlaywright(mock.url, join(folder, 'playwright.har'))
      await writeFile(join(folder, 'devtools.har'), JSON.stringify(await recordWithDevTools(mock.url)))
      const { code, text } = await run(join(folder, 'playwright.har'), join(folder, 'devtools.har'))
      expect(text).toMatch(/^\d+ requests: 18 judged/m)
      expect(code).toBe(0)
    },
    60_000,
  )
})

test('the report covers what the traffic shows, and contains no secret', async () => {
  const folder = await toFolder()
  const file = await toChanged('playwright', (entries) => {
    const error = entries.find(isCall('GET', '/services/missing'))
    // The server repeats the token of the request, and signs a URL.
    if (error) {
      error.response.content.text = '{"ErrorCode":"ServiceNotFound","ErrorMessage":"for a-secret-token"}'
      Object.assign(error.request, { url: `${error.request.url}?signature=YSUyRmI%3D` })
    }
  })
  const { code, text } = await run(file, '--report', folder)
  expect(code).toBe(0)
  expect(text).toMatch(/operations +7 of 24 seen, 7 with a documented success status/)
  expect(text).toMatch(/\b17 operations not seen: ListServices, /)
  expect(text).toMatch(/success statuses +\d+ of \d+ seen\n/)
  expect(text).not.toMatch(/not seen: .*GetAlias/)
  expect(text).toContain('no operation of aliyun-fc-2016-08-15: PATCH /2016-08-15/services/shop')
  const { coverage, observations } = await readReport(folder)
  const created = coverage.operations.find(({ id }) => id === 'CreateFunction')
  expect(created).toMatchObject({ attempts: 2, matches: 1, statuses: [{ status: '200', seen: 1 }] })
  expect(coverage.neverReached).toContain('ListServices')
  expect(observations).toEqual([
    {
      about: expect.stringMatching(/^a request of CreateFunction with body\.memorySize: /),
      behaviour: 'rejected with status 400',
      times: 1,
    },
  ])
  for (const name of await readdir(folder)) {
    const found = /a-secret-token|YSUyRmI/.test(await readFile(join(folder, name), 'utf8'))
    expect({ name, found }).toEqual({ name, found: false })
  }
})

test('the report of a run can be checked again, and its own recording conforms', async () => {
  const mock = await serve({ port: 0 })
  onTestFinished(mock.close)
  const folder = await toFolder()
  const flags = [
    ...['CreateService', 'GetService', 'DeleteService'].flatMap((id) => ['--operation', id]),
    '--no-reference',
    '--report',
    folder,
  ]
  expect(await runCli(['verify', apiId, '--url', mock.url, '--cleanup-log', join(folder, 'log'), ...flags])).toBe(0)
  output.length = 0
  const { code, text } = await run(join(folder, 'run.har'))
  expect(text).toMatch(/^\d{3,} requests: \d{3,} judged/m)
  expect(code).toBe(0)
}, 60_000)

test('an invalid request blames the client, and is a violation only with --check-requests', async () => {
  const { code, text } = await run(fixture('playwright'), '--check-requests')
  expect(text).toMatch(/violation 1 {2}CreateFunction: request of the client: body\.memorySize: /)
  expect(code).toBe(1)
})

test('known failures excuse violations, also those of checks that traffic does not have', async () => {
  const file = await toChanged('mitmproxy', (entries) => {
    const created = entries.find(isCall('POST', '/services'))
    if (created) created.response.status = 201
  })
  const known = join(await toFolder(), 'known.json')
  const reason = 'accepted'
  await writeFile(
    known,
    JSON.stringify([
      { check: 'CreateService › success-status-is-documented', reason },
      { check: 'CreateService › duplicate-name-is-rejected', reason },
      { check: 'GetService › every-success-matches-schema', reason },
    ]),
  )
  expect((await run(file)).code).toBe(1)
  expect((await run(file, '--known-failures', known)).code).toBe(0)
})

test('missing, cut and binary bodies are not judged, and the command counts them', async () => {
  const file = await toChanged('playwright', (entries) => {
    const [one, other, list] = ['/services/shop', '/services/missing', '/shop/functions'].map(
      (end) => entries.find(isCall('GET', end))?.response.content,
    )
    if (one) one.text = one.text?.slice(0, 20) ?? ''
    if (other) delete other.text
    if (list) Object.assign(list, { text: '%%%', encoding: 'base64' })
  })
  const { code, text } = await run(file)
  expect(text).toContain('3 responses without a complete body: the rules of bodies do not apply to them')
  expect(text).toContain('the traffic has no complete response body of the operation')
  expect(code).toBe(0)
})

describe('invalid input prints one line and ends with 2', () => {
  const har = (entries: unknown) => JSON.stringify({ log: { entries } })
  test.each([
    ['text', 'GET / HTTP/1.1', 'is not a HAR file: it is not JSON at character 1'],
    ['a file that ends early', '{"log":{"entries":[', 'is not a HAR file: it ends after character 19'],
    ['other JSON', '{"a":1}', 'is not a HAR file: log must be present'],
    [
      'an entry without a URL',
      har([{ startedDateTime: '', request: {} }]),
      'is not a HAR file: log.entries.0.request.method must be present',
    ],
    ['no request', har([]), 'has no request of an operation of aliyun-fc-2016-08-15'],
  ])('%s', async (_, content, message) => {
    const file = join(await toFolder(), 'given.har')
    await writeFile(file, content)
    expect(await run(file)).toEqual({ code: 2, text: `faas-contracts: ${file} ${message}\n` })
  })

  test('a recording of another API, which the line names', async () => {
    const code = await runCli(['traffic', 'huawei-functiongraph-v2', fixture('mitmproxy')])
    const file = fixture('mitmproxy')
    const message = `${file} has no request of an operation of huawei-functiongraph-v2; it has requests of ${apiId}`
    expect({ code, text: output.join('') }).toEqual({ code: 2, text: `faas-contracts: ${message}\n` })
  })

  test('a file that does not exist', async () => {
    expect(await run('none.har')).toEqual({
      code: 2,
      text: 'faas-contracts: none.har cannot be read: there is no such file or folder\n',
    })
  })
})
