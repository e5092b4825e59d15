import {
  type Judge,
  type JudgedRule,
  type Judgement,
  type JudgeOptions,
  judgedRules,
  type RuleFacts,
} from './judgement.ts'
import { findResponseFindings } from './response-rules.ts'
import { createStateJudge } from './state-judge.ts'

export function createJudge(options: JudgeOptions): Judge {
  const found = new Map<string, Judgement>()
  const seen = new Set<string>()
  const state = options.consistencyMs > 0 ? undefined : createStateJudge(options)
  const requestIds = new Set<string>()
  /** The result of `findings`, until the next response. Every passive check asks for it. */
  let findings: readonly Judgement[] | undefined
  const add = (judgement: Judgement) => {
    const key = `${judgement.operation} ${judgement.rule}`
    if (!found.has(key)) found.set(key, judgement)
  }
  return {
    watch(operation, input = {}) {
      const flight = state?.start(operation, input)
      // A request with another path or method calls no operation.
      const isForeign = input.rawPath !== undefined || input.method !== undefined
      return (exchange) => {
        findings = undefined
        if (flight) state?.end(flight, exchange)
        if (!exchange) return
        seen.add(operation.id)
        for (const [rule, finding] of findResponseFindings(options, exchange, requestIds)) {
          if (isForeign && toFacts(rule).needsOperation) continue
          add({ operation: operation.id, rule, finding, exchange })
        }
      }
    },
    findings: () => (findings ??= toFirst([...found.values(), ...(state?.findings() ?? [])])),
    hasSeen: (operation) => seen.has(operation),
  }
}

function toFacts(rule: JudgedRule): RuleFacts {
  return judgedRules[rule]
}

/** The first finding of each operation and rule. */
function toFirst(judgements: readonly Judgement[]): readonly Judgement[] {
  const first = new Map<string, Judgement>()
  for (const judgement of judgements) {
    const key = `${judgement.operation} ${judgement.rule}`
    if (!first.has(key)) first.set(key, judgement)
  }
  return [...first.values()]
}
