import fc from 'fast-check'
import type { Api } from '../../../schemas/core/api.ts'
import type { Resource } from '../contract.ts'
import type { Exchange } from '../exchange.ts'
import type { Ledger } from '../ledger.ts'
import { blame } from './blame.ts'
import type { Difference } from './compare-answers.ts'
import { type Step, toStepArbitrary } from './draw.ts'
import type { Sides } from './memory.ts'
import type { Model } from './model.ts'
import { createSchemas } from './schemas.ts'
import { createSequence, type Sequence } from './sequence.ts'

export interface SearchOptions {
  readonly api: Api
  readonly model: Model
  readonly resources: readonly Resource[]
  /** Sends to one of the two servers, and knows what was made there under names that begin so. */
  readonly toLedger: (side: keyof Sides<unknown>, base: string) => Ledger
  /** Invents what begins the names of one attempt. */
  readonly name: () => string
  readonly seed: number
  readonly maxCalls: number
  /** Longest time for the sequence and for making it shorter, in milliseconds. */
  readonly budgetMs: number
  readonly note: (about: string, chose: string) => void
}

/** A difference, and the shortest sequence that was found to show it. */
export interface Found {
  readonly difference: Difference
  /** The calls to the target, in order. */
  readonly exchanges: readonly Sides<Exchange>[]
  /** What the names of these calls begin with. */
  readonly base: string
  /** Sequences that were tried. */
  readonly attempts: number
}

/**
 * Makes one random sequence of calls to both servers. Where an answer differs, the sequence is made as short as it can
 * be: every attempt has names of its own and is cleaned up after, so that attempts do not meet.
 */
export async function findDifference(options: SearchOptions): Promise<Found | undefined> {
  const { api, model, resources, seed, maxCalls, budgetMs, name } = options
  const schemas = createSchemas(api)
  const deadline = performance.now() + budgetMs
  let attempts = 0
  let found: Failure | undefined
  let broken: { readonly error: unknown } | undefined

  /** One attempt: new names, both sides, clean afterwards. Throws what ends the search. */
  async function attempt<T>(run: (sequence: Sequence) => Promise<T>): Promise<T> {
    attempts += 1
    const base = name()
    const ledgers = { target: options.toLedger('target', base), model: options.toLedger('model', base) }
    const sequence = createSequence({
      api,
      model,
      resources,
      schemas,
      send: { target: ledgers.target.send, model: ledgers.model.send },
      base,
      note: options.note,
      maxCalls,
    })
    try {
      return await run(sequence)
    } finally {
      await Promise.all([ledgers.target.clean(), ledgers.model.clean()])
    }
  }

  const toCommand = (step: Step): fc.AsyncCommand<Attempt, object> => ({
    check: ({ sequence }) => sequence.takes(step) && performance.now() < deadline,
    async run({ sequence, steps }) {
      steps.push(step)
      const difference = await sequence.make(step)
      if (difference) throw new DifferenceError(difference)
    },
    toString: () => step.call.operation.id,
  })
  const isWorthTrying = () => !broken && (!found || performance.now() < deadline)

  const property = fc.asyncProperty(
    fc.commands(
      toStepArbitrary(api, model.calls).map((arbitrary) => arbitrary.map(toCommand)),
      { maxCommands: maxCalls * drawnPerCall, size: 'max' },
    ),
    async (commands) => {
      if (!isWorthTrying()) return
      const steps: Step[] = []
      await attempt(async (sequence) => {
        try {
          await fc.asyncModelRun(() => ({ model: { sequence, steps }, real: {} }), commands)
        } catch (error) {
          if (!(error instanceof DifferenceError)) {
            broken = { error }
            return
          }
          found = { steps, difference: error.difference, sequence }
          throw error
        }
      })
    },
  )
  await fc.check(property, { seed, numRuns: 1 })
  if (broken) throw broken.error
  if (!found) return undefined
  const shortest = await dropSteps(found)
  const { steps, difference, sequence } = shortest
  const blamed = await attempt((again) => blame(again, steps, model, difference))
  return {
    difference: { ...difference, operation: blamed },
    exchanges: sequence.trace,
    base: sequence.memory.base,
    attempts,
  }

  /** Leaves out each step in turn, from the last but one: fast-check leaves out many at once and can pass over one. */
  async function dropSteps(start: Failure): Promise<Failure> {
    let best = start
    for (let index = best.steps.length - 2; index >= 0 && performance.now() < deadline; index -= 1) {
      const fewer = best.steps.toSpliced(index, 1)
      const shorter = await attempt((again) => replay(again, fewer))
      if (shorter) best = shorter
      if (shorter) index = Math.min(index, best.steps.length - 1)
    }
    return best
  }
}

/** Calls are drawn without regard to what there is, and most of them wait for something; a sequence is of any length. */
const drawnPerCall = 10

/** A sequence that ended with a difference. */
interface Failure {
  readonly steps: readonly Step[]
  readonly difference: Difference
  readonly sequence: Sequence
}

async function replay(sequence: Sequence, steps: readonly Step[]): Promise<Failure | undefined> {
  const made: Step[] = []
  for (const step of steps) {
    if (!sequence.takes(step)) continue
    made.push(step)
    const difference = await sequence.make(step)
    if (difference) return { steps: made, difference, sequence }
  }
  return undefined
}

interface Attempt {
  readonly sequence: Sequence
  readonly steps: Step[]
}

/** Ends an attempt: fast-check takes it for a failure and looks for a shorter one. */
class DifferenceError extends Error {
  override readonly name = 'DifferenceError'
  readonly difference: Difference

  constructor(difference: Difference) {
    super(`${difference.operation}: expected ${difference.expected}, but got ${difference.actual}`)
    this.difference = difference
  }
}
