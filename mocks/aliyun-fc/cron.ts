/** The values of each field of a cron expression. */
export interface Cron {
  readonly seconds: ReadonlySet<number>
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: ReadonlySet<number>
  /** Whether the expression limits both, days of the month and days of the week. One of the two must then match. */
  readonly isEitherDay: boolean
}

/** Longer texts would take long to read. Each of the six fields can list all of its values. */
export const longestCron = 1000

/** Reads seconds, minutes, hours, day of month, month and day of week. Returns `undefined` for other texts. */
export function readCron(text: string): Cron | undefined {
  if (text.length > longestCron) return undefined
  const fields = text.split(/ +/)
  if (fields.length !== ranges.length) return undefined
  const values = fields.map((field, at) => readField(field, ranges[at] ?? [0, 0]))
  const [seconds, minutes, hours, days, months, weekdays] = values
  if (!seconds || !minutes || !hours || !days || !months || !weekdays) return undefined
  const isEitherDay = [fields[3], fields[5]].every((field) => field !== undefined && !/^[*?]/.test(field))
  // 7 is Sunday, too.
  return { seconds, minutes, hours, days, months, weekdays: new Set([...weekdays].map((day) => day % 7)), isEitherDay }
}

/** The limits of the six fields. */
const ranges = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdayNames = 'sun mon tue wed thu fri sat'.split(' ')

/** A list of values, ranges and steps: `1,3-5,*\/2`. */
function readField(field: string, [low, high]: readonly [number, number]): Set<number> | undefined {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const [span = '', step, ...more] = part.split('/')
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return undefined
    const [first = '', second, ...others] = span.split('-')
    if (others.length > 0) return undefined
    const isAll = span === '*' || span === '?'
    const from = isAll ? low : readValue(first)
    const to = second !== undefined ? readValue(second) : isAll || step !== undefined ? high : from
    if (from === undefined || to === undefined || from < low || to > high) return undefined
    for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value)
  }
  return values
}

function readValue(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const name = text.toLowerCase()
  if (names.includes(name)) return names.indexOf(name) + 1
  return weekdayNames.includes(name) ? weekdayNames.indexOf(name) : undefined
}

/** The latest time at which the expression matches, from `since` to `until`, in milliseconds since 1970, UTC. */
export function findLatestMatch(cron: Cron, { since, until }: { since: number; until: number }): number | undefined {
  const today = Math.floor(until / dayMs) * dayMs
  const first = Math.max(since, until - longestGapMs)
  for (let day = today; day + dayMs > first; day -= dayMs) {
    if (!matchesDay(cron, new Date(day))) continue
    const second = findLatestSecond(cron, day === today ? Math.floor((until - day) / 1000) : secondsOfDay - 1)
    if (second === undefined) continue
    const match = day + second * 1000
    return match >= first ? match : undefined
  }
  return undefined
}

const secondsOfDay = 86_400
const dayMs = secondsOfDay * 1000

/** February 29 can be eight years apart. */
const longestGapMs = 8 * 366 * dayMs

function matchesDay({ days, months, weekdays, isEitherDay }: Cron, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false
  const matches = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())]
  return isEitherDay ? matches.includes(true) : !matches.includes(false)
}

/** The latest matching second of a day that is at most `limit`. */
function findLatestSecond({ hours, minutes, seconds }: Cron, limit: number): number | undefined {
  for (let hour = 23; hour >= 0; hour -= 1) {
    if (!hours.has(hour) || hour * 3600 > limit) continue
    for (let minute = 59; minute >= 0; minute -= 1) {
      const start = hour * 3600 + minute * 60
      if (!minutes.has(minute) || start > limit) continue
      for (let second = Math.min(59, limit - start); second >= 0; second -= 1) {
        if (seconds.has(second)) return start + second
      }
    }
  }
  return undefined
}
