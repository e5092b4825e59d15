import { findContract } from '../../contracts/apis.ts'
import { toClaimedContract } from '../../contracts/core/contract.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import { runContract } from '../../contracts/index.ts'
import { createCallReader } from '../../contracts/mutants/call.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { serveMutant } from '../detection/server.ts'
import { toSubject } from '../detection/subject.ts'

/** A server that lacks some operations, and claims exactly the rest. */
export interface Reduced {
  readonly apiId: string
  /** `only Service`, or `without GetService`. */
  readonly name: string
  /** Features or operations, as `--unsupported` names them. */
  readonly unsupported: readonly string[]
}

/** The features that a feature needs. */
const prerequisites: Readonly<Record<string, readonly string[]>> = {
  Function: ['Service'],
  Trigger: ['Service', 'Function'],
  Version: ['Service'],
  Alias: ['Service', 'Version'],
}

/** Each feature alone with its prerequisites, and each single operation missing. */
export function listReduced(apiId: string): readonly Reduced[] {
  const { tags, operations } = findContract(apiId).api
  const names = Object.keys(tags)
  return [
    ...names.map((name) => {
      const claimed = [name, ...(prerequisites[name] ?? []).filter((other) => names.includes(other))]
      return {
        apiId,
        name: `only ${claimed.join(', ')}`,
        unsupported: names.filter((other) => !claimed.includes(other)),
      }
    }),
    ...Object.values(operations).map(({ id }) => ({ apiId, name: `without ${id}`, unsupported: [id] })),
  ]
}

export interface ReducedResult extends Reduced {
  readonly conclusion: string
  readonly passed: number
  readonly skipped: number
  /** Checks that failed or had no verdict. Every one is a fault of the suite. */
  readonly wrong: readonly string[]
  readonly ms: number
}

/** Verifies a reduced mock with the whole suite and the reference run. */
export async function verifyReduced(
  reduced: Reduced,
  fits: { readonly operation?: readonly string[] } = {},
): Promise<ReducedResult> {
  const { apiId, unsupported } = reduced
  const start = performance.now()
  const { mock, supplied, suppliedToReduced } = toSubject(apiId, false)
  const complete = findContract(apiId)
  const isComplete = toClaimedContract(complete, { unsupported, fixtures: {} }).contract === complete
  const target = await serveMutant(mock, toWrap(reduced))
  const reference = await serveMutant(mock)
  try {
    const verdict = await runContract({
      apiId,
      url: target.url,
      reference: reference.url,
      features: { unsupported },
      fixtures: isComplete ? supplied : (suppliedToReduced ?? supplied),
      ...fits,
    })
    const isWrong = ({ status }: Outcome) => status === 'failed' || status === 'errored'
    return {
      ...reduced,
      conclusion: verdict.conclusion,
      passed: verdict.counts.passed,
      skipped: verdict.counts.skipped,
      wrong: verdict.outcomes.filter(isWrong).map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`),
      ms: Math.round(performance.now() - start),
    }
  } finally {
    await target.close()
    await reference.close()
  }
}

/** Returns 404 for every operation that the server does not claim. */
function toWrap({ apiId, unsupported }: Reduced): Wrap {
  const read = createCallReader(findContract(apiId).api)
  const body = Buffer.from('{"message":"no such path"}')
  return (server) => async (request) => {
    const { operation } = read(request)
    const isLacking = operation && [operation.id, operation.tag].some((name) => unsupported.includes(name))
    return isLacking ? { status: 404, headers: [['Content-Type', 'application/json']], body } : await server(request)
  }
}
