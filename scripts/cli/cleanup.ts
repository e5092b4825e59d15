import { toSafeText } from '../../contracts/core/report/safe-text.ts'
import { cleanUpFolder } from '../../contracts/index.ts'
import { exitCode } from './exit.ts'
import { toCommandSettings } from './verify-flags.ts'
import { cleanupLogFolder, toCommandInput } from './verify-settings.ts'

/** Removes what interrupted runs left behind: the resources in their cleanup logs, and nothing else. */
export async function cleanup(flags: Readonly<Record<string, unknown>>): Promise<number> {
  const forget = [flags.forget ?? []].flat().map(String)
  const input = await toCommandInput(toCommandSettings(flags), process.cwd(), process.env)
  const folder = input.cleanupLog ?? cleanupLogFolder
  const results = await cleanUpFolder(folder, { ...input, forget })
  const print = (line: string) => console.log(toSafeText(line))
  for (const runId of forget) print(`run ${runId}: the cleanup log is deleted, and its resources remain`)
  if (results.length === 0 && forget.length === 0) print(`nothing to clean up: ${folder} has no cleanup log`)
  for (const { runId, removed, remaining, left, problem } of results) {
    print(problem === undefined ? `run ${runId}: ${removed} removed, ${remaining} left` : `run ${runId}: ${problem}`)
    for (const what of left) print(`  ${what}`)
  }
  const isClean = results.every(({ left, problem }) => left.length === 0 && problem === undefined)
  const isStuck = results.some(({ left, problem, baseUrl }) => left.length > 0 || (problem !== undefined && !baseUrl))
  if (isStuck) print('to delete the log of a run without removing its resources: faas-contracts cleanup --forget <run>')
  return isClean ? exitCode.done : exitCode.couldNotRun
}
