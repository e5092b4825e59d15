/** `npm run test:tools`: checks the documents with tools of others. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { apis } from '../schemas/apis.ts'
import { toWork } from './clients/try-client.ts'
import { type Outcome, toLines, toSummary } from './sdks/outcome.ts'
import { findRow, toTable, withTable } from './tools/table.ts'
import type { Tool } from './tools/tool.ts'
import { tools } from './tools/tools.ts'
import { type Tried, tryTool } from './tools/try-tool.ts'

const usage = `usage: npm run test:tools [-- --fast] [-- --write] [-- tool ...]

Checks the documents in generated/ with tools of others, which are installed into build/tools. Tools with a missing
toolchain are skipped. --fast runs only the tools that install in under a minute. --write updates the table in
docs/reference/tools.md. Without --write, a stale row is a failure.
Tools: ${tools.map(({ id }) => id).join(', ')}.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { fast: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const unknown = positionals.find((name) => !tools.some(({ id }) => id === name))
  if (unknown !== undefined) {
    console.error(`unknown tool: ${unknown}\n${usage}`)
    return 2
  }
  const isNamed = (id: string) => positionals.length === 0 || positionals.includes(id)
  const selected = tools.filter(({ id, fast }) => isNamed(id) && (fast || !values.fast))
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

  const waiting = [...selected]
  const found: Tried[] = []
  // Two at a time, because most of the time a tool waits for its registry or uses one processor.
  const work = async () => {
    for (let tool = waiting.shift(); tool && !stop.signal.aborted; tool = waiting.shift()) {
      const start = performance.now()
      const result = await runTool(tool, stop.signal)
      found.push(result)
      console.log(toLines(`${tool.id} ${tool.version}`, result.outcome, (performance.now() - start) / 1000))
    }
  }
  await Promise.all([work(), work()])
  const tried = tools.flatMap((tool) => found.filter((result) => result.tool === tool))
  const outcomes = [...tried.map(({ outcome }) => outcome), ...(await compareTable(tried, values.write ?? false))]
  console.log(toSummary(outcomes, 'tools'))
  return stop.signal.aborted || outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0
}

async function runTool(tool: Tool, signal: AbortSignal): Promise<Tried> {
  const folder = join(root, 'build', 'tools', tool.id.replaceAll(/[^\w-]+/g, '-'))
  await mkdir(folder, { recursive: true })
  const generated = join(root, 'generated')
  return await tryTool(tool, toWork({ folder, generated, apis: apis.map(({ id }) => id), signal }))
}

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs', 'reference', 'tools.md')

/** Compares the rows of the tools that passed with the page. Writes the table only if every tool passed. */
async function compareTable(tried: readonly Tried[], write: boolean): Promise<readonly Outcome[]> {
  const passed = tried.filter(({ outcome }) => outcome.kind === 'passed')
  const [text, table] = [await readFile(page, 'utf8'), toTable(passed)]
  if (write && passed.length === tools.length) {
    await writeFile(page, withTable(text, table))
    return []
  }
  const stale = passed
    .map(({ tool }) => findRow(text, table, tool.id))
    .filter(({ documented, actual }) => documented !== actual)
  if (stale.length === 0) return []
  const reason = 'the table in docs/reference/tools.md is stale; run: npm run test:tools -- --write'
  const outcome: Outcome = { kind: 'failed', reason, details: stale.map(({ actual }) => actual).join('\n') }
  console.log(toLines('docs/reference/tools.md', outcome, 0))
  return [outcome]
}

process.exitCode = await main()
