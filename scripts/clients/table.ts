import type { Outcome } from '../sdks/outcome.ts'
import type { Client } from './client.ts'

/** The results of one client: of generating and compiling it, and of the scenario of each API. */
export interface Tried {
  readonly client: Client
  /** Passed if the client was generated and compiled. */
  readonly made: Outcome
  /** By API. The key ends in `, signed` if the mock verified signatures. */
  readonly runs: ReadonlyMap<string, Outcome>
}

const [start, end] = ['<!-- clients:start -->', '<!-- clients:end -->']

/** The table of results: one row per client and API. */
export function toTable(tried: readonly Tried[]): string {
  const head = ['language', 'generator', 'document', 'API', 'compiled', 'scenario', 'typed errors']
  const rows = tried.flatMap(({ client, made, runs }) =>
    [...runs].map(([api, outcome]) => [
      client.language,
      `${client.generator} ${client.version}`,
      `\`${client.document}\``,
      api.replace(/^[\w-]+/, '`$&`'),
      made.kind === 'passed' ? 'yes' : 'no',
      outcome.kind,
      client.typedErrors,
    ]),
  )
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Replaces the table between the two markers. Throws if the markers are missing. */
export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`the text lacks ${start} and ${end}`)
  return `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`
}
