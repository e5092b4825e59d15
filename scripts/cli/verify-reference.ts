import type { RunOptions } from '../../contracts/index.ts'

/** The server that the responses of the reference run are compared with. */
interface ReferenceServer {
  readonly run: RunOptions
  readonly close: () => Promise<void>
}

/**
 * Starts the emulator on a free port of this machine as the model, unless another is given or none is wanted. It has a
 * state of its own and lives as long as the run.
 */
export async function openReference(run: RunOptions, reference: string | false | undefined): Promise<ReferenceServer> {
  const close = async () => undefined
  if (reference === false || run.referenceRuns === 0) return { run, close }
  if (reference !== undefined) return { run: { ...run, reference }, close }
  const { serve } = await import('../../mocks/adapters/http/node.ts')
  const served = await serve({ port: 0, seed: toSeed(run) })
  return { run: { ...run, reference: served.url, keepsReferenceLog: false }, close: served.close }
}

/** What is lent of FunctionGraph, which nothing makes: the model has functions of the same names. */
function toSeed({ apiId, fixtures = {} }: RunOptions) {
  const [runtime = ''] = [fixtures.runtime ?? []].flat()
  const functions = [fixtures.functionUrn ?? []].flat().map((func_urn) => ({
    func_urn,
    runtime,
    handler: 'index.handler',
    timeout: 30,
    memory_size: 128,
  }))
  return apiId === 'huawei-functiongraph-v2' ? { [apiId]: functions } : {}
}
