import { findContract } from './apis.ts'
import { remove } from './core/ledger.ts'
import { createJournal, dropLedger, type LedgerFile } from './core/ledger-file.ts'
import type { Credentials } from './core/signing/credentials.ts'
import { toSigning } from './core/signing/signer.ts'
import { createTarget } from './core/target.ts'

export interface CleanUpOptions {
  readonly folder: string
  readonly credentials?: Credentials
  readonly account?: string
  /** Longest wait for one answer, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number
}

/**
 * Removes what an interrupted run left at its target, the newest first, and sees that it is gone. Nothing that the
 * ledger does not name is touched. Answers the names of what is still there; the ledger goes when there is none.
 */
export async function cleanUp(ledger: LedgerFile, options: CleanUpOptions): Promise<readonly string[]> {
  const { api, resources } = findContract(ledger.apiId)
  const { signer } = toSigning(api.dialect, options.credentials, options.account)
  const { timeoutMs } = options
  const target = createTarget({
    api,
    baseUrl: ledger.baseUrl,
    ...(signer && { signer }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
  const journal = createJournal(options.folder, ledger)
  const left: string[] = []
  for (const { what, create, path } of [...ledger.left].reverse()) {
    const resource = resources.find((candidate) => candidate.create.id === create)
    if (resource && (await remove({ resource, path }, target.send))) journal.gone(what)
    else left.push(what)
  }
  target.close()
  if (left.length === 0) dropLedger(options.folder, ledger)
  return left
}
