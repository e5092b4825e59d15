import { expect } from 'vitest'
import { openCore } from './core-adapter.ts'
import { type AdapterName, carries } from './shared-suite/limits.ts'
import type { Scenario, SuiteResponse } from './shared-suite/scenario.ts'
import { runScenario, type Transcript } from './suite-adapter.ts'

/**
 * Fails if the responses of an adapter differ from those of the emulator. Also fails if an adapter supports something
 * that is listed as a limit, because the list is then out of date.
 */
export async function expectSame(adapter: AdapterName, scenario: Scenario, transcript: Transcript): Promise<void> {
  const { steps, needs } = scenario
  const reference = await runScenario(scenario, openCore)
  const toComparable = (responses: Transcript) =>
    steps.map(({ name, compare = (body) => body }) => {
      const { headerNames, ...response }: SuiteResponse = responses[name] ?? { status: 0, headers: {}, headerNames: [] }
      const names = needs === 'header-case' ? { headerNames } : {}
      return { step: name, ...response, ...names, body: compare(response.body) }
    })
  if (carries(adapter, needs)) expect(toComparable(transcript)).toEqual(toComparable(reference))
  else expect(toComparable(transcript), `${adapter} carries ${needs} after all`).not.toEqual(toComparable(reference))
}
