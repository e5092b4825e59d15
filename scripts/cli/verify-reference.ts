import type { RunOptions } from '../../contracts/index.ts'

/** The server that the answers of the model run are compared with. */
interface ModelServer {
  readonly run: RunOptions
  readonly close: () => Promise<void>
}

/**
 * Starts the emulator on a free port of this machine as the model, unless another is given or none is wanted. It has a
 * state of its own and lives as long as the run.
 */
export async function openModel(run: RunOptions, model: string | false | undefined): Promise<ModelServer> {
  const close = async () => undefined
  if (model === false || run.modelRuns === 0) return { run, close }
  if (model !== undefined) return { run: { ...run, model }, close }
  const { serve } = await import('../../mocks/adapters/http/node.ts')
  const served = await serve({ port: 0, seed: toSeed(run) })
  return { run: { ...run, model: served.url, keepsModelLedger: false }, close: served.close }
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
