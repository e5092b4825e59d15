import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { listen } from '../mocks/adapters/http/listen.ts'
import { cli } from './testing/cli.ts'

const apiId = 'aliyun-fc-2016-08-15'
const secrets = ['my-own-secret-of-32-characters-xx', 'LTAImyaccesskeyid', 'gateway-key-123456']

/** Control characters, OSC, C1, bidi, workflow commands, markup of HTML, XML and Markdown. */
const payload = [
  '\u001b]0;title\u0007\u001b[31m\u009b2J\u202Eevil\u2066\u200b\u0000',
  '::error::injected',
  '  ::add-mask::injected',
  '##[error]injected ##vso[task.setvariable]injected ##teamcity[injected]',
  '</pre></script><script>alert(1)</script><img src=x onerror=alert(1)>]]>',
  '```\n# heading\n[link](https://evil.test) ![image](https://evil.test/x) https://evil.test www.evil.test @someone',
].join('\n')

/** Returns every header of the request, and the payload, in every text of each response. */
async function startMaliciousTarget() {
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    const text = `${payload} ${JSON.stringify(request.headers)} ${request.rawHeaders.join(' ')}`
    const status = [400, 200, 404, 500, 201][count % 5] ?? 400
    const body =
      count % 7 === 0
        ? text
        : JSON.stringify({
            ErrorCode: text,
            ErrorMessage: text,
            serviceName: text,
            [text]: text,
            services: [{ [text]: 1 }],
          })
    response.setHeader('X-Echo', encodeURI(text).slice(0, 500))
    response.setHeader(
      'X-Raw',
      Buffer.from(`\u009b2J ${request.headers.authorization ?? ''}`, 'latin1').toString('latin1'),
    )
    response.setHeader('Content-Type', count % 3 === 0 ? 'text/html' : 'application/json')
    response.writeHead(status).end(count === 1 ? '{"services":[]}' : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function run(folder: string, args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    FAAS_CONTRACTS_ACCESS_KEY_ID: secrets[1],
    FAAS_CONTRACTS_ACCESS_KEY_SECRET: secrets[0],
    GITHUB_STEP_SUMMARY: join(folder, 'step-summary.md'),
  }
  return await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd: folder, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    )
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be in an output.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

function expectSafe(name: string, text: string): void {
  expect.soft(unsafe.exec(text), `${name}: characters`).toBeNull()
  expect.soft(/^\s*::/m.exec(text)?.[0], `${name}: workflow commands`).toBeUndefined()
  expect.soft(/##(\[|vso\[|teamcity\[)/.exec(text)?.[0], `${name}: inline commands`).toBeUndefined()
  for (const secret of secrets) {
    for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
      expect.soft(text.includes(form), `${name}: ${form}`).toBe(false)
    }
  }
}

describe('C07: one malicious target and one malicious configuration', () => {
  const files = new Map<string, string>()
  const modes = new Map<string, number>()

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-safe-'))
    const target = await startMaliciousTarget()
    const config = {
      url: target.url,
      seed: `seed ${payload}`,
      headers: { 'X-Api-Key': secrets[2] },
      setup: `printf '%s\\n' "$FAAS_CONTRACTS_URL"`,
      knownFailures: [{ check: 'CreateService › create-returns-the-created-resource', reason: payload }],
    }
    await writeFile(join(folder, 'faas-contracts.config.json'), JSON.stringify(config))
    const flags = ['--report', 'out', '--operation', 'CreateService', '--operation', 'GetService', '--no-reference']
    const verified = await run(folder, ['verify', apiId, ...flags, '--verbose', '--emit-tests', 'tests'])
    files.set('terminal of verify', verified.output)
    const screen = await run(folder, ['verify', apiId, '--operation', 'GetService', '--no-reference'])
    files.set('terminal of one screen', screen.output)
    for (const name of await readdir(join(folder, 'tests'))) {
      files.set(`tests/${name}`, await readFile(join(folder, 'tests', name), 'utf8'))
    }
    files.set('terminal of --dry-run', (await run(folder, ['verify', apiId, '--dry-run'])).output)
    for (const name of await readdir(join(folder, 'out'))) {
      files.set(name, await readFile(join(folder, 'out', name), 'utf8'))
      modes.set(name, (await stat(join(folder, 'out', name))).mode & 0o777)
    }
    files.set('step summary', await readFile(join(folder, 'step-summary.md'), 'utf8'))
    await writeFile(join(folder, 'after.json'), files.get('report.json')?.replaceAll('"passed"', '"failed"') ?? '')
    files.set('terminal of report diff', (await run(folder, ['report', 'diff', 'out', 'after.json'])).output)
    files.set('terminal of merge', (await run(folder, ['merge', 'out', '--report', 'merged'])).output)
    for (const name of await readdir(join(folder, 'merged'))) {
      files.set(`merged ${name}`, await readFile(join(folder, 'merged', name), 'utf8'))
    }
    files.set(
      'terminal of an error',
      (await run(folder, ['verify', apiId, '--operation', payload.replaceAll('\0', '')])).output,
    )
    const wrong = { ...config, [payload]: payload, profile: payload }
    await writeFile(join(folder, 'faas-contracts.config.json'), JSON.stringify(wrong))
    files.set('terminal of a wrong configuration', (await run(folder, ['verify', apiId])).output)
    files.set('terminal of cleanup', (await run(folder, ['cleanup', '--config', 'none'])).output)
    target.close()
    return () => rm(folder, { recursive: true })
  }, 120_000)

  test('no output has unsafe characters, commands or secrets', () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'report.json',
        'report.html',
        'junit.xml',
        'run.har',
        'results.sarif',
        'badge.json',
        'summary.md',
      ]),
    )
    expect(files.get('terminal of verify')).toContain('violation 1')
    expect(files.get('report.html')).toContain('evil')
    for (const [name, text] of files) expectSafe(name, text)
  })

  test('markup in texts is not markup in HTML, XML and Markdown', () => {
    for (const name of ['report.html', 'merged report.html']) {
      const html = files.get(name) ?? ''
      expect(html).not.toMatch(/<script[ >]|<img|onerror=(?!alert)/i)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toMatch(/<a [^>]*evil/)
    }
    expect(files.get('junit.xml')).not.toMatch(/<script|<img|\]\]>/)
    for (const name of ['summary.md', 'step summary', 'merged summary.md']) {
      const outside = (files.get(name) ?? '').replaceAll(/^(`{3,})sh\n[\s\S]*?\n\1$/gm, '')
      expect(outside).not.toMatch(/^# heading|https:\/\/evil|\]\(https:\/\/evil|<img|www\.evil|@someone/m)
    }
  })

  test('messages of SARIF contain no links', () => {
    const { runs } = JSON.parse(files.get('results.sarif') ?? '')
    const texts: string[] = runs[0].results.map(({ message }: { message: { text: string } }) => message.text)
    expect(texts.some((text) => text.includes('evil.test'))).toBe(true)
    for (const text of texts) expect(text).not.toMatch(/(?<!\\)\[link/)
  })

  test('JSON outputs keep the original characters', () => {
    const { knownFailures } = JSON.parse(files.get('report.json') ?? '')
    expect(knownFailures[0].reason).toBe(payload.trim())
  })

  test('C11: report files are readable for their owner only', () => {
    expect([...modes.values()]).toEqual(Array(7).fill(0o600))
  })
})

test('C08: a body of 4,000 levels gives a bounded report', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-deep-'))
  const deep = `{"a":${'['.repeat(4000)}${']'.repeat(4000)}}`
  const server = createServer((_, response) => response.setHeader('Content-Type', 'application/json').end(deep))
  const { port, close } = await listen(server, 0, '127.0.0.1')
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  const flags = ['--url', `http://127.0.0.1:${port}`, '--report', 'out', '--operation', 'CreateService']
  const { code, output } = await run(folder, ['verify', apiId, ...flags])
  expect(code).toBe(1)
  expect(output.length).toBeLessThan(1e6)
  const names = await readdir(join(folder, 'out'))
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, 'out', name))).size))
  expect(Math.max(...sizes)).toBeLessThan(20e6)
})
