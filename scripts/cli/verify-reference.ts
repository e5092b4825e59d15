import type { RunOptions } from '../../contracts/index.ts'
import type { Seed } from '../../mocks/apis.ts'

/** A run with its reference: the server whose responses are compared with those of the target. */
interface ReferencedRun {
  readonly run: RunOptions
  readonly close: () => Promise<void>
}

/**
 * Starts the emulator on a free local port as the reference, unless the options name another one or exclude it. The
 * emulator has its own state and ends with the run.
 */
export async function openReference(run: RunOptions): Promise<ReferencedRun> {
  if (run.reference !== undefined || run.referenceRuns === 0) return { run, close: async () => undefined }
  const { serve } = await import('../../mocks/adapters/http/node.ts')
  const served = await serve({ port: 0, seed: toSeed(run) })
  return { run: { ...run, reference: served.url, keepsReferenceLog: false }, close: served.close }
}

/** FunctionGraph has no operation that creates functions, so the reference starts with functions of the same names. */
function toSeed({ apiId, fixtures = {} }: RunOptions): Seed {
  const [runtime = ''] = [fixtures.runtime ?? []].flat()
  const functions = [fixtures.functionUrn ?? []].flat().map((func_urn) => ({
    func_urn,
    runtime,
    handler: 'index.handler',
    timeout: 30,
    memory_size: 128,
  }))
  return apiId === 'huawei-functiongraph-v2' ? ({ [apiId]: functions } as Seed) : {} // the mock validates the runtime
}
