/** `npm run clients` and `npm run test:clients`: generate clients from the documents in several languages and test them. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { clients } from './clients/languages/clients.ts'
import { scenarios } from './clients/scenario.ts'
import { type Tried, toTable, withTable } from './clients/table.ts'
import { tryClient } from './clients/try-client.ts'
import { type Outcome, toLines, toSummary } from './sdks/outcome.ts'

const usage = `usage: npm run clients [-- language or client ...]
       npm run test:clients [-- language or client ...]

Generates clients from generated/ into build/clients. test:clients also compiles them and runs the same scenario with
each client against the mock. Clients whose tools are missing are skipped. --write replaces the table of results in
docs/benchmarks.md. Without --write, a stale table is a failure.
Clients: ${clients.map(({ id }) => id).join(', ')}. Languages: ${[...new Set(clients.map(({ language }) => language.toLowerCase()))].join(', ')}.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { test: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const unknown = positionals.find((name) => !clients.some((client) => isNamed(client, name)))
  if (unknown !== undefined) {
    console.error(`unknown client or language: ${unknown}\n${usage}`)
    return 2
  }
  const selected = clients.filter(
    (client) => positionals.length === 0 || positionals.some((name) => isNamed(client, name)),
  )
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

  const root = join(import.meta.dirname, '..')
  const tried: Tried[] = []
  for (const client of selected) {
    if (stop.signal.aborted) break
    const start = performance.now()
    const result = await tryClient(client, {
      scenarios,
      build: join(root, 'build', 'clients'),
      generated: join(root, 'generated'),
      generateOnly: !values.test,
      signal: stop.signal,
    })
    tried.push(result)
    show(result, (performance.now() - start) / 1000)
  }
  const outcomes = [
    ...tried.flatMap(toOutcomes),
    ...(await toTableOutcome(tried, join(root, 'docs', 'benchmarks.md'), values)),
  ]
  console.log(toSummary(outcomes, 'clients'))
  return stop.signal.aborted || outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0
}

/** Compares the table in docs/benchmarks.md with the results. Returns nothing unless every client ran. */
async function toTableOutcome(
  tried: readonly Tried[],
  file: string,
  { test, write }: { test?: boolean | undefined; write?: boolean | undefined },
): Promise<readonly Outcome[]> {
  if (!test || tried.length < clients.length || tried.some(({ made }) => made.kind !== 'passed')) return []
  const text = await readFile(file, 'utf8')
  const wanted = withTable(text, toTable(tried))
  if (write) await writeFile(file, wanted)
  if (write || text === wanted) return []
  const reason = 'the table in docs/benchmarks.md is stale; run: npm run test:clients -- --write'
  const outcome: Outcome = { kind: 'failed', reason, details: '' }
  console.log(toLines('docs/benchmarks.md', outcome, 0))
  return [outcome]
}

function isNamed({ id, language }: { id: string; language: string }, name: string): boolean {
  return id === name || language.toLowerCase() === name.toLowerCase()
}

function show({ client, made, runs }: Tried, seconds: number): void {
  const title = `${client.language}: ${client.generator} ${client.version}`
  if (runs.size === 0) console.log(toLines(title, made, seconds))
  for (const [api, outcome] of runs) console.log(toLines(`${title}, ${api}`, outcome, seconds))
}

/** One outcome per scenario, or one outcome for a client that did not run. */
function toOutcomes({ made, runs }: Tried): readonly Outcome[] {
  return runs.size === 0 ? [made] : [...runs.values()]
}

process.exitCode = await main()
