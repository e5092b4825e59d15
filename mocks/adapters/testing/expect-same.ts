import { expect } from 'vitest'
import { carries, type AdapterName } from './shared-suite/limits.ts'
import type { Scenario, SuiteResponse } from './shared-suite/scenario.ts'
import { openCore } from './core-adapter.ts'
import { runScenario, type Transcript } from './suite-adapter.ts'

/**
 * Fails where a adapter returned anything else than the emulator itself, and where it carries what it is said not to:
 * then the list of limits is out of date.
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
