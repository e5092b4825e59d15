import type { Page } from 'playwright-core'
import { launchChromium } from '../../mocks/adapters/testing/browser/chromium.ts'

/** What a page does with the mock: valid and invalid requests of FC 2016-08-15. Runs in the browser. */
async function usePage(): Promise<void> {
  const call = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-fc-security-token': 'a-secret-token',
    }
    const response = await fetch(`/2016-08-15${path}`, { method, headers, ...(sent !== undefined && { body: sent }) })
    await response.text()
  }
  const code = { zipFile: btoa('a zip archive') }
  const settings = { functionName: 'hello', handler: 'index.handler', runtime: 'nodejs8', code }
  await call('POST', '/services', { serviceName: 'shop', description: 'of a browser' })
  await call('GET', '/services/shop')
  await call('POST', '/services/shop/functions', settings)
  await call('POST', '/services/shop/functions', { ...settings, functionName: 'other', memorySize: 'large' })
  await call('GET', '/services/shop/functions')
  await call('POST', '/services/shop/functions/hello/invocations', { event: 1 })
  await call('GET', '/services/missing')
  await call('PATCH', '/services/shop')
  await call('DELETE', '/services/shop/functions/hello')
  await call('DELETE', '/services/shop')
}

/** Records the page with Playwright into a HAR file. */
export async function recordWithPlaywright(mockUrl: string, file: string): Promise<void> {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ recordHar: { path: file, content: 'embed' } })
    const page = await context.newPage()
    await page.goto(`${mockUrl}/_mock/ready`)
    await page.evaluate(usePage)
    await context.close()
  } finally {
    await browser.close()
  }
}

/** Records the page through the DevTools protocol of Chromium, as its network panel does. Returns the HAR. */
export async function recordWithDevTools(mockUrl: string): Promise<object> {
  const browser = await launchChromium()
  try {
    const page = await (await browser.newContext()).newPage()
    const toLog = await watchNetwork(page)
    await page.goto(`${mockUrl}/_mock/ready`)
    await page.evaluate(usePage)
    return { log: await toLog() }
  } finally {
    await browser.close()
  }
}

interface Pair {
  readonly name: string
  readonly value: string
}

async function watchNetwork(page: Page): Promise<() => Promise<object>> {
  const session = await page.context().newCDPSession(page)
  const entries = new Map<string, Record<string, unknown>>()
  const bodies: Promise<void>[] = []
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
    entries.set(requestId, {
      startedDateTime: new Date(wallTime * 1000).toISOString(),
      timestamp,
      request: {
        method: request.method,
        url: request.url,
        httpVersion: 'HTTP/1.1',
        headers: toPairs(request.headers),
        ...(request.postData !== undefined && { postData: { mimeType: 'application/json', text: request.postData } }),
        bodySize: request.postData === undefined ? 0 : -1,
      },
    })
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const { status, headers, mimeType } = response
    Object.assign(entries.get(requestId) ?? {}, {
      response: { status, headers: toPairs(headers), content: { mimeType } },
    })
  })
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const entry = entries.get(requestId)
    if (!entry) return
    entry.time = (timestamp - Number(entry.timestamp)) * 1000
    const addBody = async () => {
      const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId })
      const { content, ...rest } = Object(entry.response) as { content: object }
      const text = { text: body, size: encodedDataLength, ...(base64Encoded && { encoding: 'base64' }) }
      entry.response = { ...rest, content: { ...content, ...text } }
    }
    // Chromium keeps no body for some responses.
    bodies.push(addBody().catch(() => undefined))
  })
  return async () => {
    await Promise.all(bodies)
    const finished = [...entries.values()].filter(({ response }) => response !== undefined)
    return { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries: finished }
  }
}

function toPairs(headers: Readonly<Record<string, string>>): readonly Pair[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }))
}
