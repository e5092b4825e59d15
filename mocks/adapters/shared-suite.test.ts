import { describe, expect, test } from 'vitest'
import { createMock } from './fetch/fetch.ts'
import { serve } from './http/node.ts'
import { openCore } from './testing/core-adapter.ts'
import { expectSame } from './testing/expect-same.ts'
import { fetchSender } from './testing/fetch-sender.ts'
import { nodeSender } from './testing/node-sender.ts'
import { scenarios } from './testing/shared-suite.ts'
import { type OpenSuiteAdapter, runScenario, toVendorOrigin, vendorHosts } from './testing/suite-adapter.ts'

describe('without an adapter', () => {
  test.each(scenarios)('$name', async (scenario) => {
    const transcript = await runScenario(scenario, openCore)
    for (const { name, wants } of scenario.steps) {
      expect({ step: name, ...transcript[name] }).toMatchObject({ step: name, ...wants })
    }
  })
})

const adapters = {
  node: async (options) => {
    const served = await serve({ port: 0, ...options })
    return {
      send: nodeSender(
        () => served.url,
        (vendor = 'fc') => vendorHosts[vendor],
      ),
      close: served.close,
    }
  },
  fetch: (options) => ({ send: fetchSender(createMock(options).fetch, toVendorOrigin), close() {} }),
} as const satisfies Record<string, OpenSuiteAdapter>

describe.each(Object.entries(adapters))('through %s', (adapter, open: OpenSuiteAdapter) => {
  test.each(scenarios)('$name', async (scenario) => {
    await expectSame(adapter as keyof typeof adapters, scenario, await runScenario(scenario, open))
  })
})
