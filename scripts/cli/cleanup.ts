import { exitCode } from './exit.ts'
import { ledgerFolder } from './verify-settings.ts'

export interface CleanupOptions {
  readonly ledger?: string
  readonly account?: string
  readonly timeout?: number
}

/** Removes what interrupted runs left at their targets: what their ledgers name, and nothing else. */
export async function cleanup({ ledger, account, timeout }: CleanupOptions): Promise<number> {
  const { cleanUp, readCredentials, readLedgers } = await import('../../contracts/index.ts')
  const folder = ledger ?? ledgerFolder
  const credentials = readCredentials(process.env)
  const ledgers = readLedgers(folder)
  if (ledgers.length === 0) console.log(`nothing to clean up: there is no ledger in ${folder}`)
  let isClean = true
  for (const found of ledgers) {
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
