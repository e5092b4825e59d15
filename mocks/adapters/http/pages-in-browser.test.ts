import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchChromium, missingChromium } from '../testing/browser/chromium.ts'
import { type Served, type ServeOptions, serve } from './node.ts'

const windows = [
  ['wide and light', 1280, 'light'],
  ['narrow and dark', 390, 'dark'],
] as const

let browser: Browser | undefined
beforeAll(async () => {
  if (missingChromium === undefined) browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A page of a mock, without the cookies and the storage of other pages. Fails if the page reports an error or requests another address. */
async function open(path: string, options: ServeOptions = {}, width = 1280, colorScheme: 'light' | 'dark' = 'light') {
  const served = await serve({ port: 0, ...options })
  onTestFinished(() => served.close().catch(() => {}))
  const page = await browser?.newPage({ viewport: { width, height: 900 }, colorScheme })
  if (!page) throw new Error('there is no browser')
  onTestFinished(() => page.close())
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

/** The texts that have more than one line. */
const toBrokenTexts = (elements: Element[]) =>
  elements.flatMap((element) => {
    const text = document.createRange()
    text.selectNodeContents(element)
    return text.getClientRects().length > 1 ? [element.textContent] : []
  })

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
    await page.getByRole('checkbox', { name: 'Only called operations', checked: true }).waitFor()
    const references = page.getByRole('navigation', { name: 'API references' }).getByRole('link')
    await expect.poll(() => references.allTextContents()).toEqual(served.emulator.ready().apis)
    expect(await references.first().getAttribute('href')).toBe('/docs/aliyun-fc-2016-08-15')
    expect(await page.locator('nav a').evaluateAll(toBrokenTexts)).toEqual([])
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
  await page.getByText('The fault was added.').waitFor()
  await page.getByText('CreateService of aliyun-fc-2016-08-15 in namespace default').waitFor()
  expect((await createService(served, 'demo')).status).toBe(503)
  await page.getByText('No fault is active.').waitFor()
  await page.getByRole('link', { name: 'Requests' }).click()
  await page.getByRole('button', { name: /ResourceThrottled/ }).click()
  expect(await page.locator('.rule').allTextContents()).toEqual(['Injected fault: fault-1'])
  expect(await page.getByRole('link', { name: 'Open the source' }).count()).toBe(0)
  expect((await createService(served, 'demo')).status).toBe(200)
})

/** Opens a dialog with the keyboard, and then presses a key on its second button. */
async function confirm(page: Page, name: string | RegExp, key: string) {
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await isWiderThanWindow(page)).toBe(false)
  expect(
    await dialog
      .getByRole('button')
      .first()
      .evaluate((button) => button === document.activeElement),
  ).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press(key)
  await dialog.waitFor({ state: 'hidden' })
}

test.each(windows)(
  'a destructive action needs a second key, and says when it is done: %s',
  {
    timeout: 60_000,
  },
  async (_, width, scheme) => {
    if (missingChromium) return console.warn(missingChromium)
    const { served, page, problems } = await open('/_mock/console#Resources', {}, width, scheme)
    await createService(served, 'demo')
    await page.getByRole('button', { name: 'demo', exact: true }).waitFor()
    const { emulator } = served
    const stored = () => emulator.resources().filter(({ model }) => model === 'aliyun-fc')
    await confirm(page, 'Reset namespace default', 'Escape')
    expect(stored()).toHaveLength(1)
    expect(await page.getByRole('status').allTextContents()).not.toContain('Namespace default was reset.')
    await confirm(page, 'Reset namespace default', 'Enter')
    await page.getByRole('status').getByText('Namespace default was reset.').waitFor()
    expect(stored()).toEqual([])
    emulator.snapshot()
    emulator.snapshot()
    await createService(served, 'after')
    await page.getByRole('link', { name: 'Clock and snapshots' }).click()
    await page
      .getByText(/\d{4}-\d\d-\d\dT[\d:.]+Z, \d+ bytes/)
      .first()
      .waitFor()
    await confirm(page, 'Delete snapshot-1', 'Enter')
    await page.getByRole('status').getByText('snapshot-1 was deleted.').waitFor()
    expect(emulator.snapshots().map(({ id }) => id)).toEqual(['snapshot-2'])
    await confirm(page, 'Restore snapshot-2', 'Enter')
    await page.getByRole('status').getByText('snapshot-2 was restored to namespace default.').waitFor()
    await page.getByRole('textbox', { name: 'Copy namespace default to' }).fill('other')
    await confirm(page, 'Fork', 'Enter')
    await page.getByRole('status').getByText('Namespace default was copied to other.').waitFor()
    await page.getByRole('link', { name: 'Requests' }).click()
    await page.getByText('1 request', { exact: true }).waitFor()
    await confirm(page, 'Clear', 'Enter')
    await page.getByRole('status').getByText('The request log was cleared.').waitFor()
    await page.getByRole('link', { name: 'Coverage' }).click()
    await confirm(page, 'Clear', 'Enter')
    await page.getByRole('status').getByText('The counts were cleared.').waitFor()
    expect(emulator.coverage().map(({ exercised }) => exercised)).toEqual([0, 0, 0])
    expect(problems).toEqual([])
  },
)

test('the console names requests of no operation, and operations and codes without a source', {
  timeout: 60_000,
}, async () => {
  if (missingChromium) return console.warn(missingChromium)
  const { served, page } = await open('/_mock/console')
  await fetch(`${served.url}/2016-08-15/proxy/demo/none/`)
  await page.getByLabel('Filter').fill('http trigger')
  await page.getByRole('button', { name: /404 HTTP trigger/ }).click()
  await page.getByRole('heading', { name: /^HTTP trigger/ }).waitFor()
  await page.getByRole('link', { name: 'Coverage' }).click()
  const row = (name: string) => page.locator('tbody tr', { hasText: name }).first()
  expect(await row('GetAccountSettings').locator('th').textContent()).toContain('observed')
  expect(await row('CreateService').textContent()).toMatch(/documented: .*observed: .*ResourceThrottled/)
})

/** The place of each label's text and control, in a label with both. */
const toLabelParts = () =>
  [...document.querySelectorAll('label:has(select)')].map((label) => {
    const text = document.createRange()
    text.selectNodeContents(label.firstChild as Node)
    const [words, control] = [text.getBoundingClientRect(), label.querySelector('select')?.getBoundingClientRect()]
    return {
      isBeside: words.right <= (control?.left ?? 0),
      isAbove: words.bottom <= (control?.top ?? 0),
      isForm: label.closest('.fields') !== null,
      lines: text.getClientRects().length,
    }
  })

test('in a narrow window, a label is above each control of a form, and beside every other menu', {
  timeout: 60_000,
}, async () => {
  if (missingChromium) return console.warn(missingChromium)
  const { served, page } = await open('/_mock/console', {}, 390)
  const namespace = 'a-namespace-with-a-name-that-is-as-long-as-a-window'
  await fetch(`${served.url}/2016-08-15/services`, { headers: { 'X-Mock-Namespace': namespace } })
  await page.getByText('1 request', { exact: true }).waitFor()
  await page.getByLabel('Sent to').selectOption(namespace)
  for (const name of ['Requests', 'Faults']) {
    await page.getByRole('link', { name }).click()
    const parts = await page.evaluate(toLabelParts)
    expect(parts.some(({ isForm }) => isForm)).toBe(name === 'Faults')
    expect(
      parts.filter(({ isBeside, isAbove, isForm, lines }) => (isForm ? !isAbove : !isBeside) || lines > 1),
    ).toEqual([])
    expect(await isWiderThanWindow(page)).toBe(false)
  }
})

test('a snapshot is restored, and an invalid time is rejected', { timeout: 60_000 }, async () => {
  if (missingChromium) return console.warn(missingChromium)
  const { served, page } = await open('/_mock/console#Clock%20and%20snapshots')
  await createService(served, 'before')
  await page.getByRole('button', { name: /^Take a snapshot/ }).click()
  await page.getByText('A snapshot of namespace default was taken.').waitFor()
  await createService(served, 'after')
  await confirm(page, 'Restore snapshot-1', 'Enter')
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
  await page.getByText('1 request', { exact: true }).waitFor()
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
    expect(await page.locator('nav a').evaluateAll(toBrokenTexts)).toEqual([])
    const other = page.locator('.opblock[id$="-CreateAlias"]')
    await other.locator('.opblock-summary-control').click()
    const summary = other.locator('summary', { hasText: 'Contradictions in the sources' }).first()
    const brightness = await summary.evaluate((element) =>
      Number.parseInt(getComputedStyle(element).color.slice(4), 10),
    )
    expect(scheme === 'dark' ? brightness > 200 : brightness < 80).toBe(true)
    const [entry] = served.emulator.requestLog()
    expect([entry?.operation, entry?.response.status]).toEqual(['CreateService', 200])
    expect(await isWiderThanWindow(page)).toBe(false)
    expect(problems).toEqual([])
  },
)

/** Requests with path parameters, optional parameters of queries and headers, and bodies. Each takes two seconds. */
const firstOperations = ['CreateService', 'ListServices', 'CreateFunction', 'GetFunction', 'InvokeFunction']

test.each(['aliyun-fc-2016-08-15', 'aliyun-fc-2021-04-06'])(
  'requests with the values that the API reference fills in succeed: %s',
  { timeout: 60_000 },
  async (api) => {
    if (missingChromium) return console.warn(missingChromium)
    const { served, page } = await open(`/docs/${api}`)
    for (const id of firstOperations) {
      const operation = page.locator(`.opblock[id$="-${id}"]`)
      await operation.locator('.opblock-summary-control').click()
      await operation.getByRole('button', { name: 'Execute' }).click()
      await operation.locator('.live-responses-table').waitFor()
      await operation.locator('.opblock-summary-control').click()
    }
    const log = served.emulator.requestLog()
    expect(log.map(({ operation, request, response }) => [operation, request.query, response.status])).toEqual(
      firstOperations.map((id) => [id, '', 200]),
    )
    const headers = log.flatMap(({ request }) => Object.keys(request.headers))
    expect(headers.filter((name) => /^(x-fc-|if-match)/i.test(name))).toEqual([])
  },
)
