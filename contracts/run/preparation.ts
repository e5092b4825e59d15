import { z } from 'zod'
import { parseJson } from '../../schemas/core/lib/json.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { checkFixtures, type Fixtures, toFixtures } from '../core/fixtures/fixtures.ts'
import { maskSecrets } from '../core/report/mask.ts'
import { type CommandOptions, runCommand } from './command.ts'
import type { RunPlan } from './plan-run.ts'

export type Preparation = { readonly fixtures: Fixtures } | { readonly failure: string }

/** Runs the set-up command, if there is one. Fixtures of the settings take precedence over printed ones. */
export async function prepare(plan: RunPlan, signal?: AbortSignal): Promise<Preparation> {
  const { setup } = plan.settings
  if (setup === undefined) return { fixtures: plan.fixtures }
  const { failure, output } = await runCommand(setup, toOptions(plan, signal))
  if (failure !== undefined) return { failure: hide(plan, `the set-up command ${failure}`) }
  try {
    const fixtures = { ...readFixtures(output), ...plan.fixtures }
    checkFixtures(plan.contract, fixtures)
    return { fixtures }
  } catch (error) {
    if (!(error instanceof WrongUseError)) throw error
    return { failure: hide(plan, `after the set-up command: ${error.message}`) }
  }
}

/**
 * Runs the tear-down command, if there is one. Its input is a JSON object: `fixtures`, and `leftBehind`, which lists
 * what the run created and did not remove. Returns what went wrong.
 */
export async function tearDown(plan: RunPlan, leftBehind: readonly object[]): Promise<readonly string[]> {
  const { teardown } = plan.settings
  if (teardown === undefined) return []
  const input = JSON.stringify({ fixtures: plan.fixtures, leftBehind })
  const { failure } = await runCommand(teardown, { ...toOptions(plan), input })
  return failure === undefined ? [] : [hide(plan, `the tear-down command ${failure}`)]
}

function toOptions({ contract, settings, baseUrl, runId, fixtures }: RunPlan, signal?: AbortSignal): CommandOptions {
  const env = {
    FAAS_CONTRACTS_API: contract.api.id,
    FAAS_CONTRACTS_URL: baseUrl.replace(/\/+$/, ''),
    FAAS_CONTRACTS_RUN_ID: runId,
    FAAS_CONTRACTS_NAME_PREFIX: settings.namePrefix,
    FAAS_CONTRACTS_ACCOUNT: settings.account ?? '',
    FAAS_CONTRACTS_FIXTURES: JSON.stringify(fixtures),
  }
  return { env, timeoutMs: settings.commandTimeoutMs, signal }
}

const Printed = z.object({ fixtures: z.record(z.string(), z.union([z.string(), z.array(z.string())])) })

/** The fixtures in the last line of an output, if the line is a JSON object that has any. Other output is ignored. */
function readFixtures(output: string): Fixtures {
  const line = output.trimEnd().split('\n').at(-1) ?? ''
  const value = parseJson(line)
  if (typeof value !== 'object' || value === null || !('fixtures' in value)) return {}
  const { data } = Printed.safeParse(value)
  if (!data) throw new WrongUseError('each printed fixture must be a text or a list of texts')
  return toFixtures(data.fixtures)
}

/** Removes secrets from the output of a command. */
function hide({ secrets }: RunPlan, text: string): string {
  return maskSecrets(text, [...secrets])
}
