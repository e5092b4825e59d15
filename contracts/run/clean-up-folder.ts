import { quoteShell } from '../../schemas/core/lib/shell.ts'
import { findContract } from '../apis.ts'
import {
  type CleanupLogFile,
  deleteCleanupLog,
  findCleanupLog,
  readCleanupLogs,
  toRunIdOfFile,
} from '../core/cleanup/cleanup-log-file.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { toFixtures } from '../core/fixtures/fixtures.ts'
import type { Credentials } from '../core/signing/credentials.ts'
import { toSettings } from '../settings/parse.ts'
import type { SettingsInput } from '../settings/settings.ts'
import { cleanUp, isSameUrl } from './clean-up.ts'
import { toAccess, toBaseUrl } from './plan-run.ts'

export interface CleanUpFolderInput extends SettingsInput {
  readonly credentials?: Credentials
  /** Runs whose cleanup logs are deleted. Their resources are not removed. */
  readonly forget?: readonly string[]
}

/** The result for one cleanup log. */
export interface CleanUpResult {
  readonly runId: string
  /** Number of removed resources. */
  readonly removed: number
  /** Number of remaining resources. */
  readonly remaining: number
  /** The remaining resources, with each reason. A resource may have several. */
  readonly left: readonly string[]
  /** What happened to the log as a whole, if it was not processed. */
  readonly problem?: string
  /** The base URL of the run, if the settings have another one or none. */
  readonly baseUrl?: string
}

/**
 * Processes every cleanup log of a folder. A log that cannot be processed does not stop the others. Throws
 * {@link WrongUseError} for invalid settings, and for a run in `forget` that has no log.
 */
export async function cleanUpFolder(folder: string, input: CleanUpFolderInput): Promise<readonly CleanUpResult[]> {
  const { credentials, forget = [], ...given } = input
  const settings = toSettings(given)
  const { logs, broken } = readCleanupLogs(folder)
  const files = [...logs, ...broken].map(({ file }) => ({ file, runId: toRunIdOfFile(file) }))
  for (const runId of forget) {
    const found = files.find((file) => file.runId === runId)
    if (!found) throw new WrongUseError(`${folder} has no cleanup log of the run ${JSON.stringify(runId)}`)
    deleteCleanupLog(folder, found)
  }
  const results: CleanUpResult[] = broken
    .map(({ file, reason }) => ({ runId: toRunIdOfFile(file), removed: 0, remaining: 0, left: [], problem: reason }))
    .filter(({ runId }) => !forget.includes(runId))
  for (const log of logs.filter(({ runId }) => !forget.includes(runId))) {
    results.push(await process(log))
  }
  return results

  async function process(log: CleanupLogFile): Promise<CleanUpResult> {
    const { runId, baseUrl } = log
    const toProblem = (problem: string) => ({ runId, removed: 0, remaining: log.left.length, left: [], problem })
    try {
      const { dialect } = findContract(log.apiId).api
      const hasAddress = settings.url !== undefined || settings.region !== undefined
      const isOther = hasAddress && log.left.length > 0 && !isSameUrl(baseUrl, toBaseUrl(dialect, settings))
      if (!hasAddress || isOther) {
        const command = `faas-contracts cleanup --url ${quoteShell(baseUrl)}`
        return { ...toProblem(`this run used ${baseUrl}; run: ${command}`), baseUrl }
      }
      const { namePrefix } = settings
      const access = { baseUrl: toBaseUrl(dialect, settings), credentials, ...toAccess(settings) }
      const left = await cleanUp(log, { folder, fixtures: toFixtures(settings.fixtures), namePrefix, ...access })
      const remaining = findCleanupLog(folder, runId)?.left.length ?? 0
      return { runId, removed: log.left.length - remaining, remaining, left }
    } catch (error) {
      return toProblem(error instanceof Error ? error.message : String(error))
    }
  }
}
