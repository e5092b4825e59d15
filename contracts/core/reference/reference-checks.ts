import type { Check } from '../check.ts'
import type { Contract } from '../contract.ts'
import { toCurl } from '../http/curl.ts'
import { toExchangeRecord } from '../http/exchange-record.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { createLedger } from '../cleanup/cleanup-log.ts'
import { createJournal, type Journal } from '../cleanup/cleanup-log-file.ts'
import { type OpenTargetOptions, openTarget } from '../http/open-target.ts'
import { toCaseSeed } from '../seed.ts'
import { defaults } from '../../settings/settings.ts'
import { SkipSignal, ViolationError } from '../signals.ts'
import { type Found, findDifference, type Material, toMaterial } from './find-difference.ts'
import type { Model } from './reference.ts'

export interface ModelRunOptions extends Pick<OpenTargetOptions, 'credentials' | 'account' | 'timeoutMs'> {
  /** Base URL of the model: a server that is known to keep the contract. Without one the checks are skipped. */
  readonly model?: string
  /** How many sequences are made. Default 20. */
  readonly modelRuns?: number
  /** The run's seed; each sequence has one of its own, which follows from it. */
  readonly seed?: string
  /** Tags of operations that are not called. */
  readonly unsupported?: readonly string[]
  readonly runId?: string
  /** Folder where what is made on the model is written down; nowhere unless given with a run id. */
  readonly ledgerFolder?: string
  /** A model that lives no longer than the run needs no ledger. Default true. */
  readonly keepsModelLedger?: boolean
}

/** What is made on the model has a ledger of its own: it is another server. */
export function toModelRunId(runId: string): string {
  return `${runId}-model`
}

/** A contract with the checks of its model run after its own; as it is where it has no model. */
export function withModelRun(contract: Contract, options: ModelRunOptions): Contract {
  const { model } = contract
  if (!model) return contract
  const runs = options.modelRuns ?? defaults.modelRuns
  const left = (options.unsupported ?? []).map((feature) => feature.toLowerCase())
  const calls = model.calls.filter(({ operation }) => !left.includes(operation.tag.toLowerCase()))
  const called = { ...model, calls }
  let material: Material | undefined
  const toMaterialOnce = () => {
    material ??= toMaterial(contract.api, called)
    return material
  }
  let journal: Journal | undefined
  const toJournalOnce = (supplied: Fixtures) => {
    journal ??= openJournal(contract.api.id, options, supplied)
    return journal
  }
  const tools = { toMaterial: toMaterialOnce, toJournal: toJournalOnce }
  const checks = Array.from({ length: runs }, (_, index) => toCheck(contract, called, tools, options, index + 1))
  return { ...contract, checks: [...contract.checks, ...checks] }
}

/**
 * Throws `WrongUseError` for a model whose address cannot be used, or that is the target itself: the two would find in
 * one state what the other has made.
 */
export function checkModel(contract: Contract, baseUrl: string, model: string | undefined): void {
  if (model === undefined) return
  const [targetOrigin, modelOrigin] = [baseUrl, model].map((url) => {
    const opened = openTarget(contract, { baseUrl: url })
    opened.close()
    return opened.baseUrl.replace(/\/\/(localhost|\[::1\])(?=[:/])/, '//127.0.0.1')
  })
  if (targetOrigin === modelOrigin) {
    throw new WrongUseError(`the model is the server under test, ${model}; give it another one, or none at all`)
  }
}

/** What stands for the operation of these checks: they call many. */
export const modelRun = 'model run'

/** What a sequence of calls is bounded by. Shrinking one that fails takes the rest of the time. */
const limits = { maxCalls: 30, budgetMs: 10_000 } as const

interface Tools {
  readonly toMaterial: () => Material
  readonly toJournal: (supplied: Fixtures) => Journal | undefined
}

function openJournal(
  apiId: string,
  { model, runId, ledgerFolder, keepsModelLedger = true }: ModelRunOptions,
  supplied: Fixtures,
): Journal | undefined {
  if (model === undefined || runId === undefined || ledgerFolder === undefined || !keepsModelLedger) return undefined
  return createJournal(ledgerFolder, { apiId, baseUrl: model, runId: toModelRunId(runId), supplied })
}

function toCheck(
  contract: Contract,
  model: Model,
  { toMaterial, toJournal }: Tools,
  options: ModelRunOptions,
  number: number,
): Check {
  const { api, resources } = contract
  const id = `${modelRun} › sequence-${number}`
  const { seed = defaults.seed } = options
  return {
    id,
    name: `sequence-${number}`,
    operation: modelRun,
    clause: 'the pages of the operations that it calls',
    level: 'extended',
    async run({ target, name, note, supplied, borrow }) {
      if (options.model === undefined) throw new SkipSignal('no model is given to compare the answers with')
      const second = openTarget(contract, { ...options, baseUrl: options.model })
      try {
        const found = await findDifference({
          api,
          model,
          material: toMaterial(),
          toLedger: (side, base) =>
            side === 'target'
              ? createLedger(resources, base, target.send, undefined, supplied)
              : createLedger(resources, base, second.send, toJournal(supplied), supplied),
          lent: (await model.lend?.({ supplied, borrow })) ?? {},
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
  // The names are new in every attempt: what is left tells the same fault in the same words.
  const toPlain = (text: string) => text.replaceAll(`${base}-`, '')
  const calls = exchanges.map(({ target }) => `${target.operation.id} ${target.response.status}`).join(', ')
  return new ViolationError({
    operation: difference.operation,
    clause: difference.clause,
    expected: `${difference.isContradiction ? 'what it answered before' : 'what the model answers'}: ${toPlain(difference.expected)}`,
    actual: `${toPlain(difference.actual)}; the calls were ${calls}`,
    ...(exchange && { exchange, curl: [...records.map(toCurl), `# the whole sequence: ${flags}`].join('\n') }),
  })
}
