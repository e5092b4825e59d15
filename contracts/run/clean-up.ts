import { findContract } from '../apis.ts'
import { remove, type Send } from '../core/cleanup/cleanup-log.ts'
import {
  type CleanupLogFile,
  type CreatedEntry,
  createCleanupLogWriter,
  deleteCleanupLog,
} from '../core/cleanup/cleanup-log-file.ts'
import type { Contract } from '../core/contract.ts'
import type { Fixtures } from '../core/fixtures/fixtures.ts'
import { openTarget } from '../core/http/open-target.ts'
import type { Credentials } from '../core/signing/credentials.ts'

export interface CleanUpOptions {
  readonly folder: string
  readonly credentials?: Credentials
  readonly account?: string
  /** Longest wait for one response, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number
}

/**
 * Removes the resources of a cleanup log from the target, the newest first, and checks that they are gone. Touches
 * nothing else. Returns the names of the resources that remain; deletes the cleanup log if none remains.
 */
export async function cleanUp(cleanupLog: CleanupLogFile, options: CleanUpOptions): Promise<readonly string[]> {
  const contract = findContract(cleanupLog.apiId)
  const { baseUrl, supplied } = cleanupLog
  const { folder, ...access } = options
  const target = openTarget(contract, { baseUrl, ...access })
  const cleanupLogWriter = createCleanupLogWriter(folder, cleanupLog)
  const left: string[] = []
  for (const made of [...cleanupLog.left].reverse()) {
    const remains = await end(contract, made, target.send, supplied)
    if (remains.length === 0) cleanupLogWriter.removed(made.what)
    left.push(...remains)
  }
  target.close()
  if (left.length === 0) deleteCleanupLog(folder, cleanupLog)
  return left
}

/** Removes a resource, or restores a fixture. Returns the remaining resources or differences. */
async function end(
  { resources, pooledFixture }: Contract,
  { what, create, path, before }: CreatedEntry,
  send: Send,
  supplied: Fixtures,
): Promise<readonly string[]> {
  if (before) {
    const back = pooledFixture?.restore(path[pooledFixture.fixture] ?? '', before, send, supplied)
    const differences = await back?.catch((error: unknown) => [`not restored: ${String(error)}`])
    return (differences ?? ['not restored']).map((difference) => `${what}: ${difference}`)
  }
  const resource = resources.find((candidate) => candidate.create.id === create)
  return resource && (await remove({ resource, path }, send, supplied)) ? [] : [what]
}
