import { MissingError, StepError, type Work } from '../clients/client.ts'
import type { Outcome } from '../sdks/outcome.ts'
import { type Aspect, AspectError, aspects, type Tool } from './tool.ts'

export interface Tried {
  readonly tool: Tool
  readonly outcome: Outcome
  /** The result of each aspect that applies to the tool. Empty if the tool was skipped. */
  readonly found: ReadonlyMap<Aspect, 'yes' | 'no'>
}

/** Installs a tool and runs its checks. An aspect that fails without a documented limit is a failure, and vice versa. */
export async function tryTool(tool: Tool, work: Work): Promise<Tried> {
  const found = new Map<Aspect, 'yes' | 'no'>()
  try {
    await tool.prepare(work)
  } catch (error) {
    if (error instanceof MissingError) return { tool, found, outcome: { kind: 'skipped', reason: error.message } }
    if (!(error instanceof StepError)) throw error
    return { tool, found, outcome: { kind: 'failed', reason: error.message, details: error.output } }
  }
  const problems: string[] = []
  for (const aspect of Object.keys(aspects) as Aspect[]) {
    const problem = await findProblem(tool, aspect, work)
    if (problem === undefined) continue
    const limit = tool.limits?.[aspect]
    found.set(aspect, problem === '' ? 'yes' : 'no')
    if (problem !== '' && limit === undefined) problems.push(`${aspects[aspect]}: no: ${problem}`)
    if (problem === '' && limit !== undefined)
      problems.push(`${aspects[aspect]}: yes, but a limit is documented: ${limit}`)
  }
  if (problems.length === 0) return { tool, found, outcome: { kind: 'passed' } }
  return {
    tool,
    found,
    outcome: { kind: 'failed', reason: 'other results than documented', details: problems.join('\n') },
  }
}

/** The problem, an empty text if there is none, or undefined if the aspect does not apply. */
async function findProblem({ checks }: Tool, aspect: Aspect, work: Work): Promise<string | undefined> {
  const check = checks[aspect]
  if (!check) return undefined
  try {
    await check(work)
    return ''
  } catch (error) {
    if (error instanceof StepError) return `${error.message}\n${error.output}`
    if (error instanceof AspectError) return error.message
    throw error
  }
}
