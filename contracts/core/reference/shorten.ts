import type { DraftRecord, Step } from './draw.ts'
import type { Drafts } from './reference.ts'

/** The steps of a sequence that failed: the last one is where it did. */
export interface FailedSteps {
  readonly steps: readonly Step[]
}

/**
 * Makes a sequence that fails as short as it can be: leaves out ever smaller parts of it, then of each call what it can
 * do without. `replay` makes the steps that can be made and responses those up to the failure, or nothing where there is
 * none. Ends early when `mayGoOn` says so.
 */
export async function shorten<Failure extends FailedSteps>(
  failure: Failure,
  replay: (steps: readonly Step[]) => Promise<Failure | undefined>,
  mayGoOn: () => boolean,
): Promise<Failure> {
  const shorter = await leaveOut(failure, replay, mayGoOn)
  const plainer = await simplify(shorter, replay, mayGoOn)
  return await leaveOut(plainer, replay, mayGoOn, 1)
}

async function leaveOut<Failure extends FailedSteps>(
  failure: Failure,
  replay: (steps: readonly Step[]) => Promise<Failure | undefined>,
  mayGoOn: () => boolean,
  largest = Math.ceil(failure.steps.length / 2),
): Promise<Failure> {
  let best = failure
  for (let size = largest; size >= 1; size = Math.floor(size / 2)) {
    // The last step is the one that failed.
    for (let end = best.steps.length - 1; end > 0 && mayGoOn(); ) {
      const begin = Math.max(0, end - size)
      const shorter = await replay(best.steps.toSpliced(begin, end - begin))
      best = shorter ?? best
      end = Math.min(begin, best.steps.length - 1)
    }
  }
  return best
}

async function simplify<Failure extends FailedSteps>(
  failure: Failure,
  replay: (steps: readonly Step[]) => Promise<Failure | undefined>,
  mayGoOn: () => boolean,
): Promise<Failure> {
  let best = failure
  for (let index = 0; index < best.steps.length; index += 1) {
    for (const change of simplifications) {
      const step = best.steps[index]
      for (const plainer of step ? change(step) : []) {
        if (!mayGoOn()) return best
        const other = await replay(best.steps.with(index, plainer))
        if (other?.steps.length !== best.steps.length) continue
        best = other
        break
      }
    }
  }
  return best
}

/** Simplifications, applied one after the other. The first variant of each that still fails is kept. */
const simplifications: readonly ((step: Step) => readonly Step[])[] = [
  ({ wrong, ...step }) => (wrong ? [step] : []),
  ({ tag, ...step }) => (tag ? [step] : []),
  (step) => (step.reads ? [{ ...step, reads: false }] : []),
  (step) => toUsual(step.path, step.call.path).map((path) => ({ ...step, path })),
  (step) => toUsual(step.query, step.call.query ?? {}).map((query) => ({ ...step, query })),
  (step) => toFewer(step).map((body) => ({ ...step, body })),
]

/** The first value of every list is the usual one. */
function toUsual(record: DraftRecord, drafts: Drafts): readonly DraftRecord[] {
  const usual = Object.fromEntries(Object.keys(record).map((name) => [name, drafts[name]?.[0]]))
  return Object.keys(record).some((name) => record[name] !== usual[name]) ? [usual] : []
}

/** No optional field, or one only. A body without any field is never drawn: its effect is implementation-defined. */
function toFewer({ body, call }: Step): readonly DraftRecord[] {
  const optional = Object.keys(body ?? {}).filter((field) => call.body && !(field in call.body.required))
  if (!body || optional.length === 0) return []
  const only = (kept: readonly string[]): DraftRecord =>
    Object.fromEntries(Object.entries(body).filter(([field]) => kept.includes(field) || !optional.includes(field)))
  const isEmpty = optional.length === Object.keys(body).length
  return [...(isEmpty ? [] : [only([])]), ...(optional.length > 1 ? optional.map((field) => only([field])) : [])]
}
