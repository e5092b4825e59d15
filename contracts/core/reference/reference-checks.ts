import type { Operation } from '../../../schemas/core/operation.ts'
import { defaults } from '../../settings/settings.ts'
import type { Check } from '../check.ts'
import { createCleanupLog } from '../cleanup/cleanup-log.ts'
import { type CleanupLogWriter, createCleanupLogWriter } from '../cleanup/cleanup-log-file.ts'
import type { Contract } from '../contract.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { toCurl } from '../http/curl.ts'
import { toExchangeRecord } from '../http/exchange-record.ts'
import { type OpenTargetOptions, openTarget } from '../http/open-target.ts'
import { toCaseSeed } from '../seed.ts'
import { SkipSignal, ViolationError } from '../signals.ts'
import { type Found, findDifference, type Material, toMaterial } from './find-difference.ts'
import type { Reference } from './reference.ts'

export interface ReferenceRunOptions extends Pick<OpenTargetOptions, 'credentials' | 'account' | 'timeoutMs'> {
  /** Base URL of the reference implementation. Without one the checks are skipped. */
  readonly reference?: string
  /** How many sequences are made. Default 20. */
  readonly referenceRuns?: number
  /** The seed of the run. The seed of each sequence is derived from it. */
  readonly seed?: string
  /** Operations that are not called, and tags of operations that are not called. */
  readonly unsupported?: readonly string[]
  readonly runId?: string
  /** Folder of the cleanup log of the reference implementation. Used with a run id only. */
  readonly cleanupLog?: string
  /** False for a reference implementation that ends with the run. Default true. */
  readonly keepsReferenceLog?: boolean
}

/** The run id of the cleanup log of the reference implementation. */
export function toReferenceRunId(runId: string): string {
  return `${runId}-model`
}

/** Adds the checks of the reference run to a contract that has one. */
export function withReferenceRun(contract: Contract, options: ReferenceRunOptions): Contract {
  const { reference } = contract
  if (!reference) return contract
  const runs = options.referenceRuns ?? defaults.referenceRuns
  const called = toClaimed(reference, options.unsupported ?? [])
  let material: Material | undefined
  const toMaterialOnce = () => {
    material ??= toMaterial(contract.api, called)
    return material
  }
  let cleanupLogWriter: CleanupLogWriter | undefined
  const toWriterOnce = (supplied: Fixtures) => {
    cleanupLogWriter ??= openCleanupLogWriter(contract.api.id, options, supplied)
    return cleanupLogWriter
  }
  const tools = { toMaterial: toMaterialOnce, toWriter: toWriterOnce }
  const checks = Array.from({ length: runs }, (_, index) => toCheck(contract, called, tools, options, index + 1))
  return { ...contract, checks: [...contract.checks, ...checks] }
}

/** Without the calls of operations that the target does not claim. */
function toClaimed(reference: Reference, unsupported: readonly string[]): Reference {
  const left = unsupported.map((name) => name.toLowerCase())
  const isClaimed = ({ id, tag }: Operation) => ![id, tag].some((name) => left.includes(name.toLowerCase()))
  const calls = reference.calls.filter(({ operation }) => isClaimed(operation))
  return {
    ...reference,
    // A request cannot be conditional if no claimed operation returns the entity tag.
    calls: calls.map(({ tagOf, ...call }) => ({ ...call, ...(tagOf && isClaimed(tagOf) && { tagOf }) })),
    kinds: reference.kinds.map(({ read, list, ...kind }) => ({
      ...kind,
      ...(read && isClaimed(read) && { read }),
      ...(list && isClaimed(list) && { list }),
    })),
  }
}

/**
 * Throws `WrongUseError` if the address of the reference implementation is invalid or is the target itself: both sides
 * would then share one state.
 */
export function checkReference(contract: Contract, baseUrl: string, reference: string | undefined): void {
  if (reference === undefined) return
  const [targetOrigin, referenceOrigin] = [baseUrl, reference].map((url) => {
    const opened = openTarget(contract, { baseUrl: url })
    opened.close()
    return opened.baseUrl.replace(/\/\/(localhost|\[::1\])(?=[:/])/, '//127.0.0.1')
  })
  if (targetOrigin === referenceOrigin) {
    throw new WrongUseError(
      `the reference implementation is the server under test, ${reference}; use another server or omit the option`,
    )
  }
}

/** The name that these checks have in place of an operation. */
export const referenceRun = 'reference run'

export const noReference = 'no reference implementation is given to compare the responses with'

/** The limits of one sequence. The time includes the shortening of a sequence that fails. */
const limits = { maxCalls: 30, budgetMs: 10_000 } as const

interface Tools {
  readonly toMaterial: () => Material
  readonly toWriter: (supplied: Fixtures) => CleanupLogWriter | undefined
}

function openCleanupLogWriter(
  apiId: string,
  { reference, runId, cleanupLog, keepsReferenceLog = true }: ReferenceRunOptions,
  supplied: Fixtures,
): CleanupLogWriter | undefined {
  if (reference === undefined || runId === undefined || cleanupLog === undefined || !keepsReferenceLog) return undefined
  return createCleanupLogWriter(cleanupLog, {
    apiId,
    baseUrl: reference,
    runId: toReferenceRunId(runId),
    supplied,
  })
}

function toCheck(
  contract: Contract,
  reference: Reference,
  { toMaterial, toWriter }: Tools,
  options: ReferenceRunOptions,
  number: number,
): Check {
  const { api, resources } = contract
  const id = `${referenceRun} › sequence-${number}`
  const { seed = defaults.seed } = options
  return {
    id,
    name: `sequence-${number}`,
    operation: referenceRun,
    clause: 'the sources of the operations that it calls',
    level: 'extended',
    async run({ target, name, note, supplied, acquire }) {
      if (options.reference === undefined) throw new SkipSignal(noReference)
      const { credentials, account, timeoutMs } = options
      const second = openTarget(contract, { baseUrl: options.reference, credentials, account, timeoutMs })
      try {
        const found = await findDifference({
          api,
          reference,
          material: toMaterial(),
          toCleanupLog: (side, base) =>
            side === 'target'
              ? createCleanupLog(resources, base, target.send, undefined, supplied)
              : createCleanupLog(resources, base, second.send, toWriter(supplied), supplied),
          pooled: (await reference.pool?.({ supplied, acquire })) ?? {},
          resources,
          name,
          seed: toCaseSeed(seed, id),
          ...limits,
          note,
        })
        if (found) throw toViolation(found, `--replay '${id}' --seed '${seed}'`)
      } finally {
        second.close()
      }
    },
  }
}

function toViolation({ difference, exchanges, base }: Found, flags: string): ViolationError {
  const records = exchanges.map(({ target }) => toExchangeRecord(target))
  const exchange = records.at(-1)
  // The names are new in every attempt. Without them, the message of the same difference is always the same.
  const toPlain = (text: string) => text.replaceAll(`${base}-`, '')
  const calls = exchanges.map(({ target }) => `${target.operation.id} ${target.response.status}`).join(', ')
  return new ViolationError({
    operation: difference.operation,
    clause: difference.clause,
    expected: `${difference.isContradiction ? 'its earlier response' : 'the response of the reference implementation'}: ${toPlain(difference.expected)}`,
    actual: `${toPlain(difference.actual)}; the calls were ${calls}`,
    ...(exchange && { exchange, curl: [...records.map(toCurl), `# the whole sequence: ${flags}`].join('\n') }),
  })
}
