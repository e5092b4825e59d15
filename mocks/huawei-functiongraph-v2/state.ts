import type { z } from 'zod'
import type { UpdateFunctionConfigRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-config-request.ts'
import { emptySortedMap, put, type SortedMap } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import type { StoredCode } from './code.ts'
import { type FunctionUrn, toUrnText } from './urn.ts'

/** All functions of FunctionGraph. Immutable. */
export interface FunctionGraphState {
  /** Functions that every project has in every region until it changes its own copy, by package and name. */
  readonly everywhere: SortedMap<StoredFunction>
  /** Functions of one project in one region, by URN without a version. */
  readonly own: SortedMap<StoredFunction>
}

/** The URN identifies the owner of a function, and no operation returns earlier states. */
export interface StoredFunction {
  readonly settings: Settings
  readonly code: StoredCode
  /** Id of the key that encrypts the code; `undefined` if no code update contained one. */
  readonly codeKey: string | undefined
  /** Ids of dependency versions; `undefined` if no code update contained any. */
  readonly dependVersions: readonly string[] | undefined
  /** Names of the published versions. */
  readonly versions: readonly string[]
  /** For each alias, its version or `latest`. */
  readonly aliases: Readonly<Record<string, string>>
}

/** The settings in the form of requests. */
export type Settings = Omit<z.output<typeof UpdateFunctionConfigRequest>, 'func_name'>

export const emptyState: FunctionGraphState = { everywhere: emptySortedMap(), own: emptySortedMap() }

/** The function of a URN, without regard to the version. */
export function getFunction(state: FunctionGraphState, urn: FunctionUrn): StoredFunction | undefined {
  return state.own.get(toUrnText(urn)) ?? state.everywhere.get(toCommonKey(urn))
}

/** Stores a function for the project and region of its URN only. */
export function putFunction(state: Cell<FunctionGraphState>, urn: FunctionUrn, stored: StoredFunction): void {
  state.current = { ...state.current, own: put(state.current.own, toUrnText(urn), stored) }
}

/** Names contain no colons. */
export function toCommonKey({ package: group, name }: Pick<FunctionUrn, 'package' | 'name'>): string {
  return `${group}:${name}`
}
