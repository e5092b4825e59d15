type AddRule = (field: string, rule: string) => void
type Body = Readonly<Record<string, unknown>>

/**
 * Rules that newer pages of the vendor state and sources 003 and 004 do not: "Configure environment variables", "Time
 * triggers", and the pages of CreateService, CreateFunction, CreateTrigger and CreateAlias of later versions. Real servers
 * apply them. The mock only records what breaks them, unless it is strict (W18).
 */
export function checkName(field: string, longest: number) {
  return (body: Body, addRule: AddRule): void => {
    const name = body[field]
    if (typeof name !== 'string') return
    const isLong = name.length > longest && (name.length > longest * 2 || [...name].length > longest)
    if (isLong) addRule(field, `newer pages allow at most ${longest} characters`)
    else if (!/^[a-zA-Z_][\w-]*$/.test(name)) {
      addRule(field, 'newer pages allow letters, digits, _ and -, and no digit or - at the start')
    }
  }
}

/** In bytes, names and values together. */
const mostEnvironmentBytes = 4096

export function checkEnvironment({ environmentVariables }: Body, addRule: AddRule): void {
  if (typeof environmentVariables !== 'object' || environmentVariables === null) return
  const addTo = (name: string, rule: string) => addRule(`environmentVariables.${name}`, rule)
  let size = 0
  for (const [name, value] of Object.entries(environmentVariables)) {
    size += name.length + (typeof value === 'string' ? value.length : 0)
    if (/^FC_/i.test(name)) addTo(name, 'newer pages reserve names that start with FC_')
    else if (!/^[a-zA-Z]\w*$/.test(name)) {
      addTo(name, 'newer pages allow letters, digits and _ in a name, with a letter at the start')
    }
    if (value === '') addTo(name, 'real servers reject an empty value')
    else if (typeof value === 'string' && /[^\x20-\x7e]/.test(value)) {
      addTo(name, 'real servers reject a value with characters that are not printable ASCII')
    }
  }
  if (size > mostEnvironmentBytes) addRule('environmentVariables', 'newer pages allow at most 4 KB in total')
}

export function checkTimer({ triggerType, triggerConfig }: Body, addRule: AddRule): void {
  if (triggerType !== undefined && triggerType !== 'timer') return
  if (typeof triggerConfig !== 'object' || triggerConfig === null) return
  const cron: unknown = Reflect.get(triggerConfig, 'cronExpression')
  if (typeof cron !== 'string' || isCron(cron)) return
  addRule(
    'triggerConfig.cronExpression',
    'newer pages allow @every with a duration, or six fields, such as 0 0 4 * * *',
  )
}

/** `@every 5m`, or seconds, minutes, hours, day of month, month and day of week, with an optional time zone. */
function isCron(text: string): boolean {
  if (text.length > longestCron) return false
  if (/^@every +(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return true
  const fields = text.replace(/^CRON_TZ=\S+ +/, '').split(/ +/)
  return fields.length === ranges.length && fields.every((field, at) => isCronField(field, ranges[at] ?? [0, 0]))
}

/** Longer texts would take long to read. Each of the six fields can list all of its values. */
const longestCron = 1000

/** The limits of the six fields. */
const ranges = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

const words = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)$/i

/** A list of values, ranges and steps: `1,3-5,*\/2`. */
function isCronField(field: string, [low, high]: readonly [number, number]): boolean {
  const isValue = (text: string) =>
    words.test(text) || (/^\d{1,2}$/.test(text) && Number(text) >= low && Number(text) <= high)
  return field.split(',').every((part) => {
    const [span = '', step, ...more] = part.split('/')
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return false
    if (span === '*' || span === '?') return true
    const [from = '', to, ...others] = span.split('-')
    return others.length === 0 && isValue(from) && (to === undefined || isValue(to))
  })
}
