import { exitCode } from './exit.ts'
import { cleanupLogFolder } from './verify-settings.ts'

export interface CleanupOptions {
  readonly cleanupLog?: string
  readonly account?: string
  readonly timeout?: number
}

/** Removes what interrupted runs left at their targets: what their cleanup logs name, and nothing else. */
export async function cleanup({ cleanupLog, account, timeout }: CleanupOptions): Promise<number> {
  const { cleanUp, readCredentials, readCleanupLogs } = await import('../../contracts/index.ts')
  const folder = cleanupLog ?? cleanupLogFolder
  const credentials = readCredentials(process.env)
  const cleanupLogs = readCleanupLogs(folder)
  if (cleanupLogs.length === 0) console.log(`nothing to clean up: there is no cleanup log in ${folder}`)
  let isClean = true
  for (const found of cleanupLogs) {
    const left = await cleanUp(found, {
      folder,
      ...(credentials && { credentials }),
      ...(account !== undefined && { account }),
      ...(timeout !== undefined && { timeoutMs: timeout }),
    })
    isClean &&= left.length === 0
    const done = found.left.length - left.length
    console.log(`run ${found.runId} of ${found.apiId} at ${found.baseUrl}: ${done} removed, ${left.length} left`)
    for (const what of left) console.log(`  ${what}`)
  }
  return isClean ? exitCode.done : exitCode.couldNotRun
}
