import { expect } from 'vitest'
import { carries, type DoorName } from './shared-suite/limits.ts'
import type { Scenario, SuiteAnswer } from './shared-suite/scenario.ts'
import { openCore } from './core-adapter.ts'
import { runScenario, type Transcript } from './suite-adapter.ts'

/**
 * Fails where a door answered anything else than the emulator itself, and where it carries what it is said not to:
 * then the list of limits is out of date.
 */
export async function expectSame(door: DoorName, scenario: Scenario, transcript: Transcript): Promise<void> {
  const { steps, needs } = scenario
  const reference = await runScenario(scenario, openCore)
  const toComparable = (answers: Transcript) =>
    steps.map(({ name, compare = (body) => body }) => {
      const { spellings, ...answer }: SuiteAnswer = answers[name] ?? { status: 0, headers: {}, spellings: [] }
      const names = needs === 'header-spelling' ? { spellings } : {}
      return { step: name, ...answer, ...names, body: compare(answer.body) }
    })
  if (carries(door, needs)) expect(toComparable(transcript)).toEqual(toComparable(reference))
  else expect(toComparable(transcript), `${door} carries ${needs} after all`).not.toEqual(toComparable(reference))
}
