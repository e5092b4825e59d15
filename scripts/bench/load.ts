import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { type LoadResult, readWrk } from './wrk.ts'

const run = promisify(execFile)

/** A request that is repeated for some time. */
export interface LoadPlan {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly seconds: number
  /** The body before and after the number of the request, which has seven digits. */
  readonly body?: readonly [before: string, after: string]
}

export interface LoadGenerator {
  readonly name: string
  readonly load: (plan: LoadPlan) => Promise<LoadResult>
}

/** Enough to keep a server busy while the generator processes responses. */
const connections = 32

/**
 * wrk if it is installed, otherwise autocannon. wrk sends about five times more requests per processor time, so the
 * generator affects the measurement less.
 */
export async function toLoadGenerator(): Promise<LoadGenerator> {
  // `wrk --version` exits with 1.
  const found = await run('wrk', ['--version']).catch((error: { code?: unknown }) => error.code !== 'ENOENT')
  return found ? { name: 'wrk', load: loadWithWrk } : { name: 'autocannon', load: loadWithAutocannon }
}

async function loadWithWrk(plan: LoadPlan): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-wrk-'))
  try {
    const script = join(folder, 'requests.lua')
    await writeFile(script, toScript(plan))
    const flags = ['-t', '1', '-c', String(connections), '-d', `${plan.seconds}s`, '-s', script]
    const { stdout } = await run('wrk', [...flags, plan.url])
    return readWrk(stdout, plan.url)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function toScript({ method, headers, body }: LoadPlan): string {
  const table = Object.entries(headers).map(([name, value]) => `[ ${toLua(name)} ] = ${toLua(value)}`)
  const text = body ? `${toLua(body[0])} .. string.format("%07d", number) .. ${toLua(body[1])}` : 'nil'
  return `
local number = 0
local headers = { ${table.join(', ')} }
function request()
  number = number + 1
  return wrk.format(${toLua(method)}, nil, headers, ${text})
end
`
}

/** A Lua long string. The text must be ASCII. */
function toLua(text: string): string {
  return `[==[${text}]==]`
}

async function loadWithAutocannon({ url, method, headers, seconds, body }: LoadPlan): Promise<LoadResult> {
  let number = 0
  const toBody = ([before, after]: readonly [string, string]) => {
    number += 1
    return before + String(number).padStart(7, '0') + after
  }
  const result = await autocannon({
    url,
    method,
    headers,
    connections,
    duration: seconds,
    requests: [body ? { setupRequest: (request) => ({ ...request, body: toBody(body) }) } : {}],
  })
  const responded = result['2xx']
  if (result.non2xx > 0 || result.errors > 0 || responded === 0)
    throw new Error(`${url}: ${responded} responses with 2xx, ${result.non2xx} others, ${result.errors} errors`)
  return { responded, seconds: result.duration }
}
