import type { Judge, Judgement, JudgeOptions } from './judgement.ts'
import { findResponseFindings } from './response-rules.ts'
import { createStateJudge } from './state-judge.ts'

export function createJudge(options: JudgeOptions): Judge {
  const found = new Map<string, Judgement>()
  const seen = new Set<string>()
  const state = options.consistencyMs > 0 ? undefined : createStateJudge(options)
  const requestIds = new Set<string>()
  /** The number of requests that were sent and have no response yet. */
  let open = 0
  /** Counts the sent requests, to detect requests that overlap. */
  let sent = 0
  const add = (judgement: Judgement) => {
    const key = `${judgement.operation} ${judgement.rule}`
    if (!found.has(key)) found.set(key, judgement)
  }
  return {
    watch(operation) {
      const isFirst = open === 0
      open += 1
      sent += 1
      const number = sent
      return (exchange) => {
        open -= 1
        const isAlone = isFirst && sent === number
        if (!exchange) {
          state?.forget()
          return
        }
        seen.add(operation.id)
        for (const [rule, finding] of findResponseFindings(options, exchange, requestIds)) {
          add({ operation: operation.id, rule, finding, exchange })
        }
        if (isAlone) state?.see(exchange)
        else state?.forget()
      }
    },
    findings: () => {
      const all = new Map(found)
      for (const judgement of state?.findings() ?? []) {
        const key = `${judgement.operation} ${judgement.rule}`
        if (!all.has(key)) all.set(key, judgement)
      }
      return [...all.values()]
    },
    hasSeen: (operation) => seen.has(operation),
  }
}
