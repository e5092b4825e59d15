import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { launchChromium, missingChromium } from '../testing/browser/chromium.ts'
import { type Served, type ServeOptions, serve } from './node.ts'

const windows = [
  ['wide and light', 1280, 'light'],
  ['narrow and dark', 390, 'dark'],
] as const

/** A page of a mock in a new browser. Fails if the page reports an error or requests another address. */
async function open(path: string, options: ServeOptions = {}, width = 1280, colorScheme: 'light' | 'dark' = 'light') {
  const served = await serve({ port: 0, ...options })
  onTestFinished(() => served.close().catch(() => {}))
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) problems.push(request.url())
  })
  await page.goto(served.url + path)
  return { served, page, problems }
}

const createService = ({ url }: Served, serviceName: string) =>
  fetch(`${url}/2016-08-15/services`, { method: 'POST', body: JSON.stringify({ serviceName }) })

const isWiderThanWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test.each(windows)(
  'the console shows live requests and filters them: %s',
  { timeout: 60_000 },
  async (_, width, scheme) => {
    if (missingChromium) return console.warn(missingChromium)
    const { served, page, problems } = await open('/_mock/console', {}, width, scheme)
    await page.getByText('No request yet').waitFor()
    await createService(served, 'demo')
    await fetch(`${served.url}/2021-04-06/services/none`)
    await page.getByRole('button', { name: /GetService ServiceNotFound/ }).click()
    expect(await page.locator('.rule').textContent()).toContain('ServiceNotFound')
    expect(await page.getByRole('link', { name: 'Open the source' }).getAttribute('href')).toMatch(/^https:/)
    await page.getByLabel('Filter').fill('CreateService')
    await page.getByText('1 of 2 requests').waitFor()
    await page.getByLabel('Status').selectOption('4')
    await page.getByText('0 of 2 requests').waitFor()
    for (const name of ['Resources', 'Faults', 'Clock and snapshots', 'Coverage']) {
      await page.getByRole('link', { name }).click()
      expect([name, await isWiderThanWindow(page)]).toEqual([name, false])
    }
    expect(problems).toEqual([])
  },
)

test('a fault that is added in the console is triggered, and an invalid fault is rejected', {
  timeout: 60_000,
}, async () => {
  if (missingChromium) return console.warn(missingChromium)
  const { served, page } = await open('/_mock/console#Faults')
  await page.getByLabel('Operation').selectOption('CreateService')
  await page.getByRole('combobox', { name: 'Error code' }).selectOption('ResourceThrottled')
  await page.getByLabel('Number of requests').fill('0')
  await page.getByRole('button', { name: /^Add the fault/ }).click()
  expect(await page.getByRole('alert').textContent()).toContain('count')
  await page.getByLabel('Number of requests').fill('1')
  await page.getByRole('button', { name: /^Add the fault/ }).click()
  await page.getByText('operation: CreateService').waitFor()
  expect((await createService(served, 'demo')).status).toBe(503)
  await page.getByText('No fault is active.').waitFor()
  expect((await createService(served, 'demo')).status).toBe(200)
})

test('a snapshot is restored, and an invalid time is rejected', { timeout: 60_000 }, async () => {
  if (missingChromium) return console.warn(missingChromium)
  const { served, page } = await open('/_mock/console#Clock%20and%20snapshots')
  await createService(served, 'before')
  await page.getByRole('button', { name: /^Take a snapshot/ }).click()
  await page.getByText('snapshot-1').waitFor()
  await createService(served, 'after')
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => served.emulator.revision()).toBeGreaterThan(2)
  await page.getByRole('link', { name: 'Resources' }).click()
  await page.getByRole('button', { name: 'before', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'after', exact: true }).count()).toBe(0)
  await page.getByRole('link', { name: 'Clock and snapshots' }).click()
  await page.getByLabel('Set to').fill('tomorrow')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  expect(await page.getByRole('alert').textContent()).toMatch(/time|date/)
})

test('the console asks for the token, and shows a lost connection', { timeout: 60_000 }, async () => {
  if (missingChromium) return console.warn(missingChromium)
  const { served, page } = await open('/_mock/console', { controlToken: 'my-token' })
  await page.getByLabel('Token').fill('my-token')
  await page.getByRole('button', { name: 'Use this token' }).click()
  await page.getByText('Connected').waitFor()
  await createService(served, 'one')
  await createService(served, 'two')
  await page.getByText('2 requests').waitFor()
  const { port } = served
  await served.close()
  await page.getByText('Connection lost').waitFor()
  const again = await serve({ port, controlToken: 'my-token' })
  onTestFinished(again.close)
  await page.getByText('Connected').waitFor()
  // The log of the new mock starts with the id 1 again.
  await createService(again, 'three')
  await page.getByText('1 requests').waitFor()
})

test.each(windows)(
  'the API reference sends a request to the mock: %s',
  { timeout: 60_000 },
  async (_, width, scheme) => {
    if (missingChromium) return console.warn(missingChromium)
    const { served, page, problems } = await open('/docs/aliyun-fc-2016-08-15', {}, width, scheme)
    const operation = page.locator('.opblock', { hasText: 'Create a service' }).first()
    await operation.locator('.opblock-summary-control').click()
    await operation.getByRole('button', { name: 'Execute' }).click()
    await operation.locator('.live-responses-table').waitFor()
    const [entry] = served.emulator.requestLog()
    expect([entry?.operation, entry?.response.status]).toEqual(['CreateService', 200])
    expect(await isWiderThanWindow(page)).toBe(false)
    expect(problems).toEqual([])
  },
)
