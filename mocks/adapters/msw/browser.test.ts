import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Listening } from '../http/listen.ts'
import { type Served, serve } from '../http/node.ts'
import { launchChromium, missingChromium } from '../testing/browser/chromium.ts'
import { servePage, suitePage } from '../testing/browser/serve-page.ts'
import { expectSame } from '../testing/expect-same.ts'
import { scenarios } from '../testing/shared-suite.ts'
import { type Transcript, toOptions } from '../testing/suite-adapter.ts'

let browser: Browser | undefined
beforeAll(async () => {
  if (missingChromium)
    console.warn(`The mock in a browser: ${missingChromium}`) // a skipped test alone does not say why
  else browser = await launchChromium()
}, 60_000)
afterAll(() => browser?.close())

/** A page with the suite in it; its console speaks here. */
async function openPage(url: string): Promise<Page> {
  if (!browser) throw new Error(missingChromium)
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.error('in the page:', error))
  await page.goto(url)
  await page.waitForFunction(() => 'page' in globalThis)
  return page
}

const numbered = scenarios.map((scenario, index) => ({ scenario, index, name: scenario.name }))

describe.each(['msw', 'msw2'] as const)('in Chromium, behind the service worker of %s', (msw) => {
  let served: Listening
  let transcripts: Transcript[] = []
  beforeAll(async () => {
    if (missingChromium) return
    served = await servePage(suitePage, msw)
    const page = await openPage(served.url)
    transcripts = await page.evaluate(() => globalThis.page.runThroughWorker())
    await page.close()
  }, 60_000)
  afterAll(() => served?.close())

  test.for(numbered)('$name', async ({ scenario, index }, { skip }) => {
    skip(missingChromium !== undefined, missingChromium)
    await expectSame('browser, msw', scenario, transcripts[index] ?? {})
  })
})

describe('in Chromium, over HTTP to another origin', () => {
  let pages: Listening
  let transcripts: Transcript[] = []
  beforeAll(async () => {
    if (missingChromium) return
    pages = await servePage(suitePage, 'msw')
    const page = await openPage(pages.url)
    let mock: Served | undefined
    await page.exposeFunction('serveScenario', async (index: number) => {
      const scenario = scenarios[index]
      if (!scenario) throw new Error(`there is no scenario ${index}`)
      mock = await serve({ port: 0, ...toOptions(scenario) })
      return mock.url
    })
    await page.exposeFunction('closeServed', () => mock?.close())
    transcripts = await page.evaluate(() => globalThis.page.runOverHttp())
    await page.close()
  }, 60_000)
  afterAll(() => pages?.close())

  test.for(numbered)('$name', async ({ scenario, index }, { skip }) => {
    skip(missingChromium !== undefined, missingChromium)
    await expectSame('browser, http', scenario, transcripts[index] ?? {})
  })
})
