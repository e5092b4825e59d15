import type { JsonObject } from './expect-reply.ts'
import type { Fixtures } from './fixtures.ts'
import type { Send } from './ledger.ts'
import type { Journal } from './ledger-file.ts'

/** How something of the team's own, which checks overwrite, is put back as it was. */
export interface Lending {
  /** The fixture whose values name such things. */
  readonly fixture: string
  /** What one of them is before a check changes it, as plain JSON. Throws where it cannot be seen. */
  readonly take: (value: string, send: Send, supplied: Fixtures) => Promise<JsonObject>
  /** Puts it back and answers, in words, what is still different. */
  readonly giveBack: (value: string, before: JsonObject, send: Send, supplied: Fixtures) => Promise<readonly string[]>
}

/** One thing that a check holds. */
export interface Loan {
  readonly value: string
  /** Puts it back and lets the next check have it; answers what is still different. Never throws. */
  readonly giveBack: () => Promise<readonly string[]>
}

/** Lends each thing to one check at a time. */
export interface Library {
  readonly borrow: (fixture: string, send: Send) => Promise<Loan>
}

/** How each thing was before the run is seen once, by the first check that holds it. */
export function createLibrary(lending: Lending | undefined, supplied: Fixtures, journal?: Journal): Library {
  const free = [...(lending ? (supplied[lending.fixture] ?? []) : [])]
  const waiting: ((value: string) => void)[] = []
  const states = new Map<string, JsonObject>()
  const release = (value: string) => {
    const next = waiting.shift()
    if (next) next(value)
    else free.push(value)
  }
  return {
    async borrow(fixture, send) {
      if (fixture !== lending?.fixture) throw new TypeError(`the contract does not lend ${fixture}`)
      const value = free.shift() ?? (await new Promise<string>((resolve) => waiting.push(resolve)))
      const what = toWhat(fixture, value)
      try {
        const before = states.get(value) ?? (await lending.take(value, send, supplied))
        states.set(value, before)
        journal?.made({ what, create: fixture, path: { [fixture]: value }, before })
        return {
          value,
          async giveBack() {
            const left = await lending.giveBack(value, before, send, supplied).catch(toFailure)
            if (left.length === 0) journal?.gone(what)
            release(value)
            return left.map((difference) => `${what}: ${difference}`)
          },
        }
      } catch (error) {
        release(value)
        throw error
      }
    },
  }
}

/** What a ledger and a report call a thing that was lent. */
function toWhat(fixture: string, value: string): string {
  return `${fixture} ${value}`
}

function toFailure(error: unknown): readonly string[] {
  return [`not put back: ${error instanceof Error ? error.message : String(error)}`]
}
