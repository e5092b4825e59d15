import { longestCron, readCron } from './cron.ts'

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
  return readCron(text.replace(/^CRON_TZ=\S+ +/, '')) !== undefined
}
