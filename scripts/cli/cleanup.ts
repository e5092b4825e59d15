import { cleanUp, readCleanupLogs, readCredentials } from '../../contracts/index.ts'
import { exitCode } from './exit.ts'
import { toCommandSettings } from './verify-flags.ts'
import { cleanupLogFolder } from './verify-settings.ts'

/** Removes what interrupted runs left behind: the resources in their cleanup logs, and nothing else. */
export async function cleanup(flags: Readonly<Record<string, unknown>>): Promise<number> {
  const { cleanupLog: folder = cleanupLogFolder, account, timeoutMs } = toCommandSettings(flags)
  const credentials = readCredentials(process.env)
  const cleanupLogs = readCleanupLogs(folder)
  if (cleanupLogs.length === 0) console.log(`nothing to clean up: ${folder} has no cleanup log`)
  let isClean = true
  for (const found of cleanupLogs) {
    const left = await cleanUp(found, { folder, credentials, account, timeoutMs })
    isClean &&= left.length === 0
    const done = found.left.length - left.length
    console.log(`run ${found.runId} of ${found.apiId} at ${found.baseUrl}: ${done} removed, ${left.length} left`)
    for (const what of left) console.log(`  ${what}`)
  }
  return isClean ? exitCode.done : exitCode.couldNotRun
}
