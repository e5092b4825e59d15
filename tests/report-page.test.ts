import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../contracts/aliyun-fc-2016-08-15/contract.ts'
import type { Outcome } from '../contracts/core/report/outcome.ts'
import { toVerdict } from '../contracts/core/report/verdict.ts'
import { renderReport } from '../contracts/core/report/write.ts'
import { setJson } from '../contracts/mutants/response.ts'
import { launchChromium, missingChromium } from '../mocks/adapters/testing/browser/chromium.ts'
import { toLinkedSources } from '../schemas/core/clause-links.ts'
import { edits, runChecksOn } from './testing/run-checks-on.ts'

/** Writes the report of a failed run whose values would be harmful as HTML. Returns the URL of report.html. */
async function writePage(): Promise<string> {
  const harm = `<img src="http://127.0.0.1:1/x"><script>throw new Error('ran')</script>${'long'.repeat(100)}`
  const outcomes = await runChecksOn({
    wrap: edits.editSuccess('CreateService', (response) => setJson(response, { serviceName: harm })),
    fits: (id) => id === 'CreateService › create-returns-the-created-resource',
  })
  return await writeReportOf(outcomes)
}

/** Real violations of several operations, repeated under the ids of 350 checks. */
async function writeLargePage(): Promise<string> {
  const failed = await runChecksOn({
    wrap: edits.editSuccess('CreateService', (response) => setJson(response, { serviceName: 'another' })),
    fits: (id) => id === 'CreateService › create-returns-the-created-resource',
  })
  const [first] = failed
  if (first?.status !== 'failed') throw new Error('the check passes')
  const { exchange } = first.violation
  const operations = Object.values(contract.api.operations).map(({ id }) => id)
  const outcomes = Array.from({ length: 350 }, (_, index): Outcome => {
    const operation = operations[index % operations.length] ?? ''
    const id = `${operation} › rule-${index}`
    const check = { ...first.check, id, name: `rule-${index}`, operation }
    const symptom = { part: 'field', names: [`field${index % 29}`], problem: `a wrong value ${index % 29}` } as const
    return {
      ...first,
      check,
      violation: {
        ...first.violation,
        check: id,
        operation,
        symptom,
        ...(exchange && { exchange: { ...exchange, operation } }),
      },
    }
  })
  return await writeReportOf(outcomes)
}

async function writeReportOf(outcomes: readonly Outcome[]): Promise<string> {
  const sources = toLinkedSources(contract.api)
  const run = { api: contract.api.id, sources, baseUrl: 'http://127.0.0.1:9000', runId: 'r', seed: 's', durationMs: 10 }
  const facts = {
    ...contract,
    toolVersion: '1.0.0',
    startedAt: new Date('2026-01-02T03:04:05.000Z'),
    profile: 'observed',
    authentication: 'none',
    unsupported: [],
    flags: [],
    secrets: [],
  } as const
  const files = renderReport(toVerdict(run, outcomes, undefined, []), facts, { path: 'x.yaml', lines: new Map() })
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-page-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const page = join(folder, 'report.html')
  await writeFile(page, files.get('report.html') ?? '')
  return pathToFileURL(page).href
}

test.each([
  ['wide and light', 1280, 'light'],
  ['narrow and dark', 390, 'dark'],
] as const)(
  'report.html loads nothing, runs no script, and fits the window: %s',
  { timeout: 60_000 },
  async (_, width, colorScheme) => {
    if (missingChromium) return console.warn(`report.html: ${missingChromium}`)
    const url = await writePage()
    const browser = await launchChromium()
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const requested: string[] = []
    const messages: string[] = []
    page.on('request', (request) => requested.push(request.url()))
    page.on('pageerror', (error) => messages.push(error.message))
    page.on('console', (message) => messages.push(message.text()))
    await page.goto(url)
    expect(requested).toEqual([url])
    expect(messages).toEqual([])
    expect(await page.locator('h1').innerText()).toBe('Not conformant')
    expect(await page.locator('article').count()).toBeGreaterThan(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('nav a').first().innerText()).toBe('Overview')
    expect(await page.locator('tr.outcome').count()).toBe(1)
    await page.selectOption('#outcome', { label: 'passed' })
    expect(await page.locator('tr.outcome-3').count()).toBe(0)
    const isHidden = "getComputedStyle(document.querySelector('tr.outcome')).display === 'none'"
    expect(await page.evaluate(isHidden)).toBe(true)
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(13, 17, 23)' : 'rgb(255, 255, 255)')
  },
)

test.each([1280, 390])(
  'a report of 350 violations is grouped by cause, short and filtered at %d pixels',
  { timeout: 60_000 },
  async (width) => {
    if (missingChromium) return console.warn(`report.html: ${missingChromium}`)
    const url = await writeLargePage()
    const browser = await launchChromium()
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(url)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('#findings article').count()).toBe(350)
    const causes = await page.locator('.cause').count()
    expect(causes).toBeGreaterThan(10)
    expect(causes).toBeLessThan(100)
    // The first window has the verdict, the table of contents and the first cause.
    const place = "document.querySelector('#overview tbody tr').getBoundingClientRect().bottom"
    expect(await page.evaluate(place)).toBeLessThan(900)
    // A cause takes less than half a window.
    expect(await page.evaluate('document.querySelector("#findings").offsetHeight')).toBeLessThan(causes * 450)
    const visible = async () => await page.locator('.cause:visible').count()
    expect(await visible()).toBe(causes)
    await page.selectOption('#operation', { label: 'GetService' })
    const some = await visible()
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(causes)
    expect(await page.locator('.cause p a').first().getAttribute('href')).toMatch(/^https:/)
  },
)
