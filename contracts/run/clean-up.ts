import { toPathNames } from '../../schemas/core/lib/path-template.ts'
import { findContract } from '../apis.ts'
import type { Send } from '../core/cleanup/cleanup-log.ts'
import {
  type CleanupLogFile,
  type CreatedEntry,
  createCleanupLogWriter,
  deleteCleanupLog,
} from '../core/cleanup/cleanup-log-file.ts'
import { toClaimedResources } from '../core/cleanup/created-resource.ts'
import { removeWithChildren } from '../core/cleanup/remove.ts'
import { type Contract, toClaimedContract } from '../core/contract.ts'
import type { Fixtures } from '../core/fixtures/fixtures.ts'
import { type OpenTargetOptions, openTarget } from '../core/http/open-target.ts'
import { defaults } from '../settings/settings.ts'

/** How to reach the target. Nothing of this comes from the cleanup log, because anyone may have written the file. */
export interface CleanUpOptions extends OpenTargetOptions {
  readonly folder: string
  /** The fixtures that may be restored. */
  readonly fixtures?: Fixtures
  /** The first part of the names of a run. Default: `fct`. */
  readonly namePrefix?: string
}

/**
 * Removes the resources of a cleanup log from the target, the newest first, and checks that they are gone. Removes only
 * resources whose name starts with the prefix and the id of the run, and only if the cleanup log has the given base URL. Returns the names
 * of the resources that remain, with the reason. Deletes the cleanup log if none remains.
 */
export async function cleanUp(cleanupLog: CleanupLogFile, options: CleanUpOptions): Promise<readonly string[]> {
  const { folder, fixtures = {}, namePrefix = defaults.namePrefix, ...access } = options
  if (cleanupLog.left.length > 0 && !isSameUrl(cleanupLog.baseUrl, access.baseUrl)) {
    return cleanupLog.left.map(({ what }) => `${what}: the cleanup log names another target, ${cleanupLog.baseUrl}`)
  }
  const { contract } = toClaimedContract(findContract(cleanupLog.apiId), {
    unsupported: cleanupLog.unsupported,
    fixtures: cleanupLog.supplied,
  })
  const target = openTarget(contract, access)
  const cleanupLogWriter = createCleanupLogWriter(folder, cleanupLog)
  const left: string[] = []
  let problem: string | undefined
  const send: Send = async (operation, input) =>
    await target.send(operation, input).catch((error: unknown) => {
      problem = error instanceof Error ? error.message : String(error)
      throw error
    })
  try {
    for (const made of [...cleanupLog.left].reverse()) {
      problem = undefined
      const remains = await end(contract, cleanupLog, made, { send, fixtures, namePrefix, toProblem: () => problem })
      if (remains.length === 0) cleanupLogWriter.removed(made.what)
      left.push(...remains)
    }
  } finally {
    target.close()
  }
  if (left.length === 0) deleteCleanupLog(folder, cleanupLog)
  return left
}

interface Access {
  readonly send: Send
  readonly fixtures: Fixtures
  readonly namePrefix: string
  readonly toProblem: () => string | undefined
}

/** Removes a resource, or restores a fixture. Returns the remaining resources or differences. */
async function end(
  { resources, pooledFixture }: Contract,
  { runId, supplied, unsupported }: CleanupLogFile,
  { what, create, path, before }: CreatedEntry,
  { send, fixtures, namePrefix, toProblem }: Access,
): Promise<readonly string[]> {
  if (before) {
    const name = pooledFixture?.fixture ?? ''
    const value = path[name] ?? ''
    if (!pooledFixture || !fixtures[name]?.includes(value)) {
      return [`${what}: not restored, because it is not a fixture of this command; use --fixture ${name}=${value}`]
    }
    const back = pooledFixture.restore(value, before, send, fixtures)
    const differences = await back.catch((error: unknown) => [`not restored: ${String(error)}`])
    return differences.map((difference) => `${what}: ${difference}`)
  }
  const resource = toClaimedResources(resources, unsupported).find((candidate) => candidate.create.id === create)
  if (!resource) return [`${what}: not removed, because ${create} creates no resource`]
  const names = toPathNames((resource.remove ?? resource.read).path).map((name) => path[name] ?? '')
  const mark = `${namePrefix}-${runId.replace(/-model$/, '')}-`
  if (!hasMark(names, mark)) return [`${what}: not removed, because its name does not contain ${mark}`]
  if ((await removeWithChildren({ resource, path }, send, supplied)) === 'removed') return []
  const problem = toProblem()
  return [problem === undefined ? what : `${what}: ${problem}`]
}

/**
 * Names of a run are like `fct-k3j9x2aa-1f3a9c-1`; see `createNames`. Anyone may have written the run id. Only together
 * with the prefix, which the command states, it shows that a run created the name.
 */
function hasMark(names: readonly string[], mark: string): boolean {
  // Prefix and run id have letters, digits, hyphens and underscores only.
  const pattern = new RegExp(`(?:^|[^a-z0-9-])${mark}[a-z0-9]{1,6}-\\d`, 'i')
  return names.some((name) => pattern.test(name)) && !names.some((name) => name === '.' || name === '..')
}

export function isSameUrl(one: string, other: string): boolean {
  const toKey = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : undefined)
  return toKey(one) !== undefined && toKey(one) === toKey(other)
}
