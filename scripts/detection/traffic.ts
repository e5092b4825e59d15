import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import type { WireRequest } from '../../contracts/core/http/exchange.ts'
import type { Mutant, MutantResponse, Wrap } from '../../contracts/mutants/mutant.ts'

/** A request of the suite, and the response of the conforming server. */
export interface Recorded {
  readonly request: WireRequest
  readonly response: MutantResponse
}

/** Records every exchange of a server. */
export function createRecorder() {
  const exchanges: Recorded[] = []
  const wrap: Wrap = (server) => async (request) => {
    const response = await server(request)
    exchanges.push({ request, response })
    return response
  }
  return { wrap, exchanges }
}

function toFile(apiId: string): string {
  return join(import.meta.dirname, '..', '..', 'build', 'detection', `${apiId}.traffic`)
}

export async function writeTraffic(apiId: string, exchanges: readonly Recorded[]): Promise<void> {
  const file = toFile(apiId)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, serialize(exchanges))
}

/** The traffic of the last run of the conforming server. */
export async function readTraffic(apiId: string): Promise<readonly Recorded[]> {
  return deserialize(await readFile(toFile(apiId))) as readonly Recorded[] // what writeTraffic wrote
}

/** Mutants at these sites change responses, not requests. */
const ofResponses: readonly string[] = ['success', 'header', 'response field', 'error']

/**
 * Whether a mutant can have an effect on the suite. It has none if it changes responses only, and leaves every response of
 * the conforming server unchanged.
 */
export async function hasEffect(
  { kind, auth, wrap }: Pick<Mutant, 'kind' | 'auth' | 'wrap'>,
  traffic: readonly Recorded[],
): Promise<boolean> {
  if (!ofResponses.includes(kind) || auth) return true
  const calls: Recorded['response'][] = []
  let recorded: Recorded | undefined
  const mutant = wrap(async () => {
    if (!recorded) throw new TypeError('the mutant calls the server outside of a request')
    calls.push(recorded.response)
    return recorded.response
  })
  for (recorded of traffic) {
    calls.length = 0
    // The run reports a mutant that fails.
    const response = await mutant(recorded.request).catch(() => undefined)
    // A mutant that sends requests of its own has an effect that a record does not show.
    if (!response || calls.length !== 1 || !isSame(response, recorded.response)) return true
  }
  return false
}

function isSame(a: MutantResponse, b: MutantResponse): boolean {
  return a === b || isDeepStrictEqual(toPlain(a), toPlain(b))
}

function toPlain({ status, headers, body, connection }: MutantResponse) {
  return [status, headers, Buffer.from(body), connection]
}
