import { type Aspect, aspects } from './tool.ts'
import type { Tried } from './try-tool.ts'

const [start, end] = ['<!-- tools:start -->', '<!-- tools:end -->']

/** One row per tool. A limit is explained below the table. */
export function toTable(tried: readonly Tried[]): string {
  const keys = Object.keys(aspects) as Aspect[]
  const head = ['tool', 'version', 'document', ...keys.map((key) => aspects[key]), 'in CI', 'limitation and reason']
  const rows = tried.map(({ tool, found }) => [
    tool.id,
    tool.version,
    tool.document,
    ...keys.map((key) => found.get(key) ?? '–'),
    tool.fast ? 'yes' : 'no',
    [...Object.values(tool.limits ?? {}), tool.note ?? ''].filter(Boolean).join(' '),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Replaces the table between the two markers. Throws if the markers are missing. */
export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`the text lacks ${start} and ${end}`)
  return `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`
}

/** The row of a tool in the text, without spaces around the cells. */
export function findRow(
  text: string,
  table: string,
  id: string,
): { readonly documented: string; readonly actual: string } {
  const find = (from: string) => from.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? ''
  return { documented: find(text), actual: find(table) }
}
