import { mask } from '../core/report/mask.ts'
import { parseJson } from '../../schemas/core/lib/json.ts'
import { z } from 'zod'
import { type CommandOptions, runCommand } from './command.ts'
import type { Contract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { checkFixtures, type Fixtures, toFixtures } from '../core/fixtures/fixtures.ts'
import type { RunSettings } from '../settings/settings.ts'
import { toSecrets } from '../core/signing/credentials.ts'

/** Commands that a team runs around the checks. */
export interface Commands {
  /** Runs once before the checks, in the shell. Its last line may be `{"fixtures":{"serviceName":"demo"}}`. */
  readonly setup?: string
  /** Runs once after the checks, whatever became of them, if the set-up was begun. */
  readonly teardown?: string
  /** Longest time for each, in milliseconds. Default 60,000. */
  readonly commandTimeoutMs?: number
}

export type Preparation = { readonly fixtures: Fixtures } | { readonly failure: string }

/** Runs the set-up command, if there is one, and joins the fixtures that it prints with those that are given. */
export async function prepare(
  contract: Contract,
  settings: RunSettings,
  { setup, commandTimeoutMs }: Commands,
  signal?: AbortSignal,
): Promise<Preparation> {
  if (setup === undefined) return { fixtures: settings.fixtures }
  const { failure, output } = await runCommand(setup, toOptions(settings, commandTimeoutMs, signal))
  if (failure !== undefined) return { failure: hide(settings, `the set-up command ${failure}`) }
  try {
    const fixtures = { ...readFixtures(output), ...settings.fixtures }
    checkFixtures(contract, fixtures)
    return { fixtures }
  } catch (error) {
    if (!(error instanceof WrongUseError)) throw error
    return { failure: hide(settings, `after the set-up command: ${error.message}`) }
  }
}

/**
 * Runs the tear-down command, if there is one. It reads a JSON object from its input: the fixtures, and `leftBehind`,
 * what the run made and did not remove. Returns what went wrong.
 */
export async function tearDown(
  settings: RunSettings,
  { teardown, commandTimeoutMs }: Commands,
  leftBehind: readonly object[],
): Promise<readonly string[]> {
  if (teardown === undefined) return []
  const input = JSON.stringify({ fixtures: settings.fixtures, leftBehind })
  const { failure } = await runCommand(teardown, { ...toOptions(settings, commandTimeoutMs), input })
  return failure === undefined ? [] : [hide(settings, `whatever the tear-down command should remove: it ${failure}`)]
}

const defaultTimeoutMs = 60_000

function toOptions(settings: RunSettings, timeoutMs = defaultTimeoutMs, signal?: AbortSignal): CommandOptions {
  const { apiId, baseUrl, runId, namePrefix, account, fixtures } = settings
  const env = {
    FAAS_CONTRACTS_API: apiId,
    FAAS_CONTRACTS_URL: baseUrl.replace(/\/+$/, ''),
    FAAS_CONTRACTS_RUN_ID: runId,
    FAAS_CONTRACTS_NAME_PREFIX: namePrefix,
    FAAS_CONTRACTS_ACCOUNT: account ?? '',
    FAAS_CONTRACTS_FIXTURES: JSON.stringify(fixtures),
  }
  return { env, timeoutMs, ...(signal && { signal }) }
}

const Printed = z.object({ fixtures: z.record(z.string(), z.union([z.string(), z.array(z.string())])) })

/** The fixtures of an output's last line, where that is a JSON object that has any: what else is printed is for people. */
function readFixtures(output: string): Fixtures {
  const line = output.trimEnd().split('\n').at(-1) ?? ''
  const value = parseJson(line)
  if (typeof value !== 'object' || value === null || !('fixtures' in value)) return {}
  const { data } = Printed.safeParse(value)
  if (!data) throw new WrongUseError('the fixtures that it prints are not texts and lists of texts, by name')
  return toFixtures(data.fixtures)
}

/** What a command writes is not ours; it may hold what must not be shown. */
function hide({ credentials }: RunSettings, text: string): string {
  return mask(text, toSecrets(credentials))
}
