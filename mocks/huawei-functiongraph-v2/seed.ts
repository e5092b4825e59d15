import { z } from 'zod'
import { UpdateFunctionCodeRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-code-request.ts'
import { UpdateFunctionConfigRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-config-request.ts'
import { ApiError } from '../core/api-error.ts'
import { toIssueText } from '../core/issues.ts'
import { put, type SortedMap } from '../core/sorted-map.ts'
import { toStoredCode } from './code.ts'
import { changeSettings } from './settings.ts'
import { type FunctionGraphState, type StoredFunction, toCommonKey } from './state.ts'
import { readUrn, toUrnText, urnForm } from './urn.ts'

/**
 * An existing function, because no operation creates functions. It has the fields of both requests, and:
 * - `func_urn` for a function of one project in one region; or `func_name` and `package` (default: `default`) for a
 * function that every project has in every region;
 * - `versions`: names of published versions, such as `v20191025-153727`;
 * - `aliases`: the version of each alias, or `latest`.
 *
 * Without `code_type`, the function has the default code, inline.
 */
export const FunctionSeed = z.strictObject({
  func_urn: z.string().optional(),
  package: z.string().optional(),
  ...UpdateFunctionConfigRequest.shape,
  ...UpdateFunctionCodeRequest.shape,
  // The image of a function is a setting.
  code_type: UpdateFunctionCodeRequest.shape.code_type.exclude(['Custom-Image-Swr']).optional(),
  versions: z.array(z.string()).optional(),
  aliases: z.record(z.string(), z.string()).optional(),
})
export type FunctionSeed = z.output<typeof FunctionSeed>
export type FunctionSeedInput = z.input<typeof FunctionSeed>

/** Reads seeds from JSON. Throws a `TypeError` that names the function and the invalid field. */
export function readFunctionSeeds(part: unknown): FunctionSeed[] {
  if (!Array.isArray(part)) throw new TypeError('must be a list of functions')
  return part.map((item: unknown, index) => {
    const { data, error } = FunctionSeed.safeParse(item)
    if (data) return data
    throw new TypeError(`${toGivenName(item) ?? `[${index}]`}: ${toIssueText(error.issues, item, 'function')}`)
  })
}

function toGivenName(item: unknown): string | undefined {
  const { func_urn, func_name } = Object(item) as { func_urn?: unknown; func_name?: unknown } // not validated yet
  return [func_urn, func_name].find((name) => typeof name === 'string')
}

/**
 * Adds functions to the state. Existing functions with the same names are replaced. Throws the error that a request
 * would get, with the name of the function at the start of its message.
 */
export function seedFunctions(state: FunctionGraphState, seeds: readonly FunctionSeed[]): FunctionGraphState {
  return seeds.reduce(seedFunction, state)
}

function seedFunction({ everywhere, own }: FunctionGraphState, seed: FunctionSeed): FunctionGraphState {
  const stored = toStoredFunction(seed)
  const { func_urn, func_name, package: group = 'default' } = seed
  if (func_urn === undefined && func_name === undefined) throw refusal(seed, 'func_urn or func_name must be present')
  const urn = readUrn(func_urn ?? toUrnText({ region: 'any', projectId: 'any', package: group, name: func_name ?? '' }))
  if (!urn || urn.qualifier !== undefined) throw refusal(seed, `must have the form ${urnForm}`)
  if (func_urn !== undefined) return { everywhere, own: put(own, toUrnText(urn), stored) }
  const key = toCommonKey(urn)
  return { everywhere: put(everywhere, key, stored), own: withoutNamesakes(own, key) }
}

/** Changes that projects made to a replaced function are removed. */
function withoutNamesakes(own: SortedMap<StoredFunction>, key: string): SortedMap<StoredFunction> {
  const urns = [...own.entries()].map(([urn]) => urn).filter((urn) => urn.endsWith(`:function:${key}`))
  return urns.reduce((map, urn) => map.without(urn), own)
}

function toStoredFunction(seed: FunctionSeed): StoredFunction {
  const { func_urn, func_name, package: _, versions = [], aliases = {}, ...fields } = seed
  const { code_type = 'inline', code_url, code_filename, func_code, ...others } = fields
  const { depend_version_list, code_encrypt_kms_key_id: codeKey, ...settings } = others
  const apiError = (code: string, message = '') => refusal(seed, message, code)
  const code = { code_type, code_url, code_filename, func_code: func_code ?? {} }
  const checked = UpdateFunctionCodeRequest.safeParse(code)
  if (checked.error) throw refusal(seed, toIssueText(checked.error.issues, code, 'code'))
  for (const [alias, version] of Object.entries(aliases)) {
    if (version !== 'latest' && !versions.includes(version)) {
      throw refusal(seed, `aliases.${alias}: must be one of the versions, or latest`)
    }
  }
  return {
    settings: changeSettings(undefined, settings, apiError),
    code: toStoredCode({ ...checked.data, code_type }, settings.runtime, undefined, apiError),
    dependVersions: depend_version_list,
    codeKey,
    versions,
    aliases,
  }
}

function refusal({ func_urn, func_name }: FunctionSeed, rule: string, code = 'FSS.0400'): ApiError {
  return new ApiError(code, { message: `${func_urn ?? func_name ?? 'a function'}: ${rule}` })
}
