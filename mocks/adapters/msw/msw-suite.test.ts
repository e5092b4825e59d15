import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { expectSame } from '../testing/expect-same.ts'
import { fetchSender } from '../testing/fetch-sender.ts'
import { nodeSender } from '../testing/node-sender.ts'
import type { AdapterName } from '../testing/shared-suite/limits.ts'
import { scenarios } from '../testing/shared-suite.ts'
import { runScenario, type Send, toVendorOrigin } from '../testing/suite-adapter.ts'
import { handlers } from './msw.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())

/** See vitest.config.ts, which runs this file twice. */
const msw = process.env.MSW_MAJOR === '2' ? 'msw 2' : 'msw 3'

const clients: readonly (readonly [AdapterName, Send])[] = [
  [`${msw}, clients on fetch`, fetchSender((input, init) => fetch(input, init), toVendorOrigin)],
  [`${msw}, clients on node:http`, nodeSender(toVendorOrigin)],
]

describe.each(clients)('through %s', (adapter, send) => {
  test.each(scenarios)('$name', async (scenario) => {
    const transcript = await runScenario(scenario, (options) => {
      server.resetHandlers(...handlers(options))
      return { send, close() {} }
    })
    await expectSame(adapter, scenario, transcript)
  })
})
