import { z } from 'zod'
import { redacted } from '../../schemas/core/lib/secrets.ts'
import { unwrap } from './parse.ts'
import { CommandModel, type CommandSettings, type SettingMeta, settingMeta } from './settings.ts'

/** One setting of `verify`. */
export interface Setting extends SettingMeta {
  /** The keys that lead to it: `['features', 'supported']`. */
  readonly path: readonly string[]
  readonly schema: z.ZodType
  /** What the library and the file use by default; nothing for settings that are optional. */
  readonly defaultValue?: unknown
}

/** All settings of a model, in the order of the model. */
export function listSettings(model: z.ZodType = CommandModel, path: readonly string[] = []): readonly Setting[] {
  const meta = settingMeta.get(model)
  if (meta) {
    const defaultValue: unknown = model instanceof z.ZodDefault ? model.def.defaultValue : undefined
    return [{ ...meta, path, schema: model, ...(defaultValue !== undefined && { defaultValue }) }]
  }
  const inner = unwrap(model)
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([key, field]: [string, z.ZodType]) => listSettings(field, [...path, key]))
}

/** Whether the flag of a setting may be given several times. */
export function isRepeatable({ isRepeatable: isMarked, schema }: Pick<Setting, 'isRepeatable' | 'schema'>): boolean {
  const inner = unwrap(schema)
  return isMarked === true || inner instanceof z.ZodArray || inner instanceof z.ZodRecord
}

/**
 * Reads the text of a flag: lists are separated by commas, `name=value` and `name: value` add to the record that earlier
 * flags made, digits are a number if the setting is one, and repeated flags add to a list. Returns the text itself for
 * everything else; the schema judges the result.
 */
export function readFlag(setting: Pick<Setting, 'isRepeatable' | 'schema'>, text: string, earlier: unknown): unknown {
  const inner = unwrap(setting.schema)
  const list = Array.isArray(earlier) ? (earlier as readonly string[]) : [] // made by earlier calls
  if (setting.isRepeatable) return [...list, text]
  if (inner instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (inner instanceof z.ZodArray) return [...list, ...toNames(text)]
  if (!(inner instanceof z.ZodRecord)) return text
  if (inner.valueType instanceof z.ZodString) {
    const [, header, value] = /^([^:]+):[ \t]*(.*)$/s.exec(text) ?? []
    return header === undefined ? text : { ...Object(earlier), [header.trim()]: value }
  }
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) return text
  const record: Readonly<Record<string, readonly string[]>> = Object(earlier) // made by earlier calls
  return { ...record, [name]: [...(record[name] ?? []), value] }
}

/** The words of a command line that repeat these settings: `['--profile', 'documented']`. */
export function toReplayFlags(settings: CommandSettings): readonly string[] {
  return listSettings().flatMap(({ flag, inReplay, isRepeatable: isList, negation, path, schema }) => {
    const value = path.reduce((parent: unknown, key) => (Object(parent) as Record<string, unknown>)[key], settings)
    if (flag === undefined || !inReplay || value === undefined) return []
    if (value === false) return negation ? [negation.flag] : []
    if (isList) return [value].flat().flatMap((one) => [flag, String(one)])
    if (Array.isArray(value)) return [flag, value.join(',')]
    if (typeof value !== 'object' || value === null) return [flag, String(value)]
    const inner = unwrap(schema)
    // Values of headers may be secrets.
    if (inner instanceof z.ZodRecord && inner.valueType instanceof z.ZodString)
      return Object.keys(value).flatMap((name) => [flag, `${name}: ${redacted}`])
    return Object.entries(value).flatMap(([name, values]) =>
      [values].flat().flatMap((one) => [flag, `${name}=${String(one)}`]),
    )
  })
}

function toNames(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
