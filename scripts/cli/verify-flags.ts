import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { isRepeatable, listSettings, readFlag, type Setting } from '../../contracts/settings/flags.ts'
import { unwrap } from '../../contracts/settings/parse.ts'
import type { CommandSettings } from '../../contracts/settings/settings.ts'
import { repeatableFlags } from './flag-values.ts'

/** Adds the flags of settings to a command: of all settings, or of those with these keys. */
export function addSettingFlags(command: Command, keys?: readonly string[]): void {
  for (const setting of listSettings()) {
    if (keys && !keys.includes(setting.path.join('.'))) continue
    const { flag, group, negation } = setting
    if (flag === undefined) continue
    command.addOption(toOption(setting, flag))
    if (isRepeatable(setting)) repeatableFlags.add(flag)
    if (negation) command.addOption(new Option(negation.flag, negation.help).helpGroup(`${group}:`))
  }
}

/** The settings that the flags of a command line give, as the configuration file would write them. */
export function toCommandSettings(options: Readonly<Record<string, unknown>>): CommandSettings {
  const settings: Record<string, unknown> = {}
  for (const { flag, path } of listSettings()) {
    const value = flag === undefined ? undefined : options[new Option(flag).attributeName()]
    const [first = '', second] = path
    if (value === undefined) continue
    settings[first] = second === undefined ? value : { ...Object(settings[first]), [second]: value }
  }
  return settings
}

function toOption(setting: Setting, flag: string): Option {
  const { group, help, schema, value } = setting
  const shown = toDefault(setting)
  const option = new Option(
    value === undefined ? flag : `${flag} <${value}>`,
    shown === undefined ? help : `${help} (default: ${shown})`,
  ).helpGroup(`${group}:`)
  const inner = unwrap(schema)
  if (value === undefined) return option
  if (inner instanceof z.ZodEnum) return option.choices(inner.options.map(String))
  return option.argParser((text: string, earlier: unknown) => {
    const read = readFlag(setting, text, earlier)
    const { error } = schema.safeParse(read)
    if (inner instanceof z.ZodRecord && typeof read === 'string')
      throw new InvalidArgumentError(`It must have the form ${value}`)
    if (error) throw new InvalidArgumentError(`It ${error.issues[0]?.message}`)
    return read
  })
}

/** The default of a flag as text; nothing for settings without one and for empty lists. */
export function toDefault({ commandDefault, defaultValue }: Setting): string | undefined {
  if (commandDefault !== undefined) return commandDefault
  if (defaultValue === undefined || typeof defaultValue === 'object') return undefined
  return String(defaultValue)
}
