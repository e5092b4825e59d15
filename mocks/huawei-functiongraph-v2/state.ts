import type { z } from 'zod'
import type { UpdateFunctionConfigRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-config-request.ts'
import { emptySortedMap, put, type SortedMap } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import type { StoredCode } from './code.ts'
import { type FunctionUrn, toUrnText } from './urn.ts'

/** All functions of FunctionGraph. Immutable throughout. */
export interface FunctionGraphState {
  /** Functions that every project finds in every region for as long as it has none of its own, by package and name. */
  readonly everywhere: SortedMap<StoredFunction>
  /** Functions of one project in one region, by URN without a version. */
  readonly own: SortedMap<StoredFunction>
}

/** Who owns a function stands in its URN, not here; no operation returns anything from before the last change. */
export interface StoredFunction {
  readonly settings: Settings
  readonly code: StoredCode
  /** Ids of versions of dependencies; none where no code update has named any. */
  readonly dependVersions: readonly string[] | undefined
  /** Names of the published versions. */
  readonly versions: readonly string[]
  /** The version that an alias stands for, or `latest`, by alias. */
  readonly aliases: Readonly<Record<string, string>>
}

/** The settings as requests give them. */
export type Settings = Omit<z.output<typeof UpdateFunctionConfigRequest>, 'func_name'>

export const emptyState: FunctionGraphState = { everywhere: emptySortedMap(), own: emptySortedMap() }

/** The function that a URN names, whatever version it names. */
export function getFunction(state: FunctionGraphState, urn: FunctionUrn): StoredFunction | undefined {
  return state.own.get(toUrnText(urn)) ?? state.everywhere.get(toCommonKey(urn))
}

/** Keeps a function for the project and the region of its URN alone. */
export function putFunction(state: Cell<FunctionGraphState>, urn: FunctionUrn, stored: StoredFunction): void {
  state.current = { ...state.current, own: put(state.current.own, toUrnText(urn), stored) }
}

/** Names hold no colons. */
export function toCommonKey({ package: group, name }: Pick<FunctionUrn, 'package' | 'name'>): string {
  return `${group}:${name}`
}
