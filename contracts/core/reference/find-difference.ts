import fc, { type Arbitrary } from 'fast-check'
import type { Api } from '../../../schemas/core/api.ts'
import type { CleanupLog } from '../cleanup/cleanup-log.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import type { Exchange } from '../http/exchange.ts'
import { blame } from './blame.ts'
import type { Difference } from './compare-responses.ts'
import { createDefaults, type ReadDefaults } from './defaults.ts'
import { type Step, toStepArbitrary } from './draw.ts'
import type { Sides } from './memory.ts'
import type { PathValues, Reference } from './reference.ts'
import { createSequence, type Sequence } from './sequence.ts'
import { type FailedSteps, shorten } from './shorten.ts'

export interface SearchOptions {
  readonly api: Api
  readonly reference: Reference
  readonly material: Material
  readonly resources: readonly CreatedResource[]
  /** Sends to one of the two servers and records what it creates there. */
  readonly toCleanupLog: (side: keyof Sides<unknown>, base: string) => CleanupLog
  /** Returns a new prefix for the names of one attempt. */
  readonly name: () => string
  readonly pooled: PathValues
  readonly seed: number
  readonly maxCalls: number
  /** Longest time for the sequence and for making it shorter, in milliseconds. */
  readonly budgetMs: number
  readonly note: (about: string, behaviour: string) => void
}

/** Derived once for all sequences, because the derivation takes longer than a sequence. */
export interface Material {
  readonly defaults: ReadDefaults
  readonly steps: readonly Arbitrary<Step>[]
}

export function toMaterial(api: Api, { calls }: Reference): Material {
  return { defaults: createDefaults(api), steps: toStepArbitrary(api, calls) }
}

/** A difference, and the shortest sequence that was found to show it. */
export interface Found {
  readonly difference: Difference
  /** The calls to the target, in order. */
  readonly exchanges: readonly Sides<Exchange>[]
  /** The prefix of the names in these calls. */
  readonly base: string
  /** Sequences that were tried. */
  readonly attempts: number
}

/**
 * Sends one random sequence of calls to both servers. If a response differs, the sequence is shortened as far as possible.
 * Every attempt has new names and is cleaned up, so attempts do not affect each other.
 */
export async function findDifference(options: SearchOptions): Promise<Found | undefined> {
  const { api, reference, material, resources, seed, maxCalls, budgetMs, name } = options
  const deadline = performance.now() + budgetMs
  let attempts = 0
  let found: Failure | undefined
  let broken: { readonly error: unknown } | undefined

  /** One attempt with new names on both sides, cleaned up afterwards. */
  async function attempt<T>(run: (sequence: Sequence) => Promise<T>): Promise<T> {
    attempts += 1
    const base = name()
    const cleanupLogs = {
      target: options.toCleanupLog('target', base),
      reference: options.toCleanupLog('reference', base),
    }
    const sequence = createSequence({
      api,
      reference,
      resources,
      defaults: material.defaults,
      send: { target: cleanupLogs.target.send, reference: cleanupLogs.reference.send },
      base,
      note: options.note,
      maxCalls,
      pooled: options.pooled,
    })
    try {
      await reference.prepare?.(
        { target: cleanupLogs.target.send, reference: cleanupLogs.reference.send },
        options.pooled,
      )
      return await run(sequence)
    } finally {
      await Promise.all([cleanupLogs.target.clean(), cleanupLogs.reference.clean()])
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
  const property = fc.asyncProperty(
    fc.commands(
      material.steps.map((arbitrary) => arbitrary.map(toCommand)),
      { maxCommands: maxCalls * drawnPerCall, size: 'max' },
    ),
    async (commands) => {
      const steps: Step[] = []
      const sent = attempt(async (sequence) => {
        try {
          await fc.asyncModelRun(() => ({ model: { sequence, steps }, real: {} }), commands)
        } catch (error) {
          if (error instanceof DifferenceError) found = { steps, difference: error.difference, sequence }
          throw error
        }
      })
      // fast-check treats every error as a failure. An error that is not a difference ends the search.
      await sent.catch((error: unknown) => {
        if (!(error instanceof DifferenceError)) broken = { error }
        throw error
      })
    },
  )
  // fast-check would shorten the drawn steps, but most of them were never sent.
  await fc.check(property, { seed, numRuns: 1, endOnFailure: true })
  if (broken) throw broken.error
  if (!found) return undefined
  const isTime = () => performance.now() < deadline
  const shortest = await shorten(found, (fewer) => attempt((again) => replay(again, fewer)), isTime)
  const { steps, difference, sequence } = shortest
  const blamed = await attempt((again) => blame(again, steps, reference, difference))
  return {
    difference: { ...difference, operation: blamed },
    exchanges: sequence.trace,
    base: sequence.memory.base,
    attempts,
  }
}

/** Steps are drawn for each call that is sent: most steps need a resource that does not exist. */
const drawnPerCall = 10

/** A sequence that ended with a difference. */
interface Failure extends FailedSteps {
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

/** Ends the sequence. fast-check treats it as a failure. */
class DifferenceError extends Error {
  override readonly name = 'DifferenceError'
  readonly difference: Difference

  constructor(difference: Difference) {
    super(`${difference.operation}: expected ${difference.expected}, but got ${difference.actual}`)
    this.difference = difference
  }
}
