import { setupWorker } from 'msw/browser'
import { handlers } from '../../msw/msw.ts'
import { fetchSender } from '../fetch-sender.ts'
import { scenarios } from '../shared-suite.ts'
import { runScenario, type Transcript, toVendorOrigin } from '../suite-adapter.ts'

declare global {
  /** Provided by the test: starts and stops a mock over HTTP with the options of a scenario. */
  var serveScenario: (index: number) => Promise<string>
  var closeServed: () => Promise<void>
  /** Used by the test. */
  var page: typeof offered
}

const send = (input: string, init: RequestInit) => fetch(input, init)

/** All parameters and results are plain values, because they are sent between processes. */
const offered = {
  /** Runs every scenario behind a service worker, with the emulator in this web page. */
  async runThroughWorker(): Promise<Transcript[]> {
    const worker = setupWorker()
    await worker.start({ quiet: true, ...letPass })
    const transcripts: Transcript[] = []
    for (const scenario of scenarios) {
      const open = (options: Parameters<typeof handlers>[0]) => {
        worker.resetHandlers(...handlers(options))
        return { send: fetchSender(send, toVendorOrigin), close() {} }
      }
      transcripts.push(await runScenario(scenario, open))
    }
    worker.stop()
    return transcripts
  },
  /** Runs every scenario against mocks of another origin. */
  async runOverHttp(): Promise<Transcript[]> {
    const transcripts: Transcript[] = []
    for (const [index, scenario] of scenarios.entries()) {
      const open = async () => {
        const url = await serveScenario(index)
        return { send: fetchSender(send, () => url), close: closeServed }
      }
      transcripts.push(await runScenario(scenario, open))
    }
    return transcripts
  },
}

/** MSW's option for other requests, by its name in MSW 3 and in MSW 2. */
const letPass = { onUnhandledFrame: 'bypass', onUnhandledRequest: 'bypass' } as const

globalThis.page = offered
