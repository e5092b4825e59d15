import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../mocks/adapters/http/node.ts'
import { limits } from '../mocks/adapters/testing/shared-suite/limits.ts'
import { launchChromium, missingChromium } from '../mocks/adapters/testing/browser/chromium.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
/** Below the project, so that samples find the packages that a user has installed. */
const folder = join(root, 'build', 'readme-samples')

/** The samples of README.md by file name, with the package's own names led to the sources. */
async function readSamples(address: string): Promise<Map<string, string>> {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { default: string } | string>
  } // our own file
  const toSource = (_: string, path: string) => {
    const entry = exports[`./${path}`]
    if (typeof entry !== 'object')
      throw new Error(`README.md imports faas-contracts/${path}, which package.json does not export`)
    return `'${join(root, entry.default.replace('./dist/', '').replace(/\.js$/, '.ts'))}'`
  }
  const samples = [...readme.matchAll(/^```js (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => {
    return [
      name,
      text.replaceAll('http://127.0.0.1:4010', address).replaceAll(/'faas-contracts\/([^']+)'/g, toSource),
    ] as const
  })
  return new Map(samples)
}

describe('the samples of the README work as written', () => {
  let served: Served
  let samples: Map<string, string>
  beforeAll(async () => {
    served = await serve({ port: 0 })
    samples = await readSamples(served.url)
    await mkdir(folder, { recursive: true })
    for (const [name, text] of samples) await writeFile(join(folder, name), text)
  })
  afterAll(async () => {
    await served.close()
    await rm(folder, { recursive: true })
  })

  const runSample = async (name: string) => {
    expect([...samples.keys()]).toContain(name)
    const { stdout } = await run(process.execPath, [join(folder, name)], { cwd: root })
    return stdout
  }

  test('the SDK creates a service and a function over HTTP and reads them back', async () => {
    const output = await runSample('demo.mjs')
    expect(output).toMatch(/^my-service [0-9a-f-]{36}$/m)
    expect(output).toContain("[ 'hello nodejs8 128 MB' ]")
  })

  test('the SDK works through MSW', async () => {
    expect(await runSample('msw.mjs')).toContain("[ 'my-service' ]")
  })

  test('fetch works without a socket', async () => {
    expect(await runSample('fetch.mjs')).toBe('404 ServiceNotFound\n')
  })

  test('faults, resets and snapshots work over HTTP from code', async () => {
    expect(await runSample('serve.mjs')).toBe('503\n404\n200\n')
  })

  test('the emulator works in a page', async ({ skip }) => {
    skip(missingChromium !== undefined, missingChromium)
    expect(await runInPage(join(folder, 'page.mjs'))).toMatchObject({ serviceName: 'my-service' })
  })

  test('and each of them is run here', () => {
    expect([...samples.keys()]).toEqual(['demo.mjs', 'fetch.mjs', 'msw.mjs', 'page.mjs', 'serve.mjs'])
  })
})

/** What a sample's script writes to the console of a page, as JSON. */
async function runInPage(script: string): Promise<unknown> {
  const { servePage } = await import('../mocks/adapters/testing/browser/serve-page.ts')
  const [pages, browser] = await Promise.all([servePage(script, 'msw'), launchChromium()])
  try {
    const page = await browser.newPage()
    // MSW tells of itself there, too.
    const said = page.waitForEvent('console', (message) => message.text().startsWith('{'))
    await page.goto(pages.url)
    return JSON.parse((await said).text())
  } finally {
    await browser.close()
    await pages.close()
  }
}

test('what no platform can carry is told as the suite knows it', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  for (const { what, where, because, instead } of limits) {
    expect(readme).toContain(`| ${what} | ${where} | ${because} | ${instead} |\n`)
  }
})
