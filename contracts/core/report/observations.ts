import type { Report } from './model.ts'
import type { Verdict } from './verdict.ts'

/** How the target decided implementation-defined behaviour: each behaviour of a subject once, in order. */
export function toObservations({ outcomes }: Pick<Verdict, 'outcomes'>): Report['observations'] {
  const times = new Map<string, Report['observations'][number]>()
  for (const { about, behaviour } of outcomes.flatMap(({ observations }) => observations)) {
    const key = `${about}\n${behaviour}`
    times.set(key, { about, behaviour, times: (times.get(key)?.times ?? 0) + 1 })
  }
  return [...times.values()].sort((a, b) =>
    `${a.about}\n${a.behaviour}`.localeCompare(`${b.about}\n${b.behaviour}`, 'en'),
  )
}
