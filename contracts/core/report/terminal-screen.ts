import { stripVTControlCharacters } from 'node:util'
import { toCount } from '../../../schemas/core/lib/count.ts'
import {
  type Beside,
  type Paint,
  plain,
  renderCause,
  renderKnownFailures,
  renderLeftBehind,
  renderLikelyCauses,
  renderMissingFeatures,
  renderSummary,
  renderTolerances,
  toShown,
} from './terminal.ts'
import type { Verdict } from './verdict.ts'

/** How many causes and how many examples a screen shows. */
type Size = readonly [causes: number, examples: number]

/** A usual terminal, with room for the paths of reports. A longer line takes several rows. */
const [screenRows, screenColumns] = [38, 80]

/**
 * A verdict as text of at most one screen: the probable causes first, then as many examples as there is room for, and a
 * summary. `renderVerdict` has everything.
 */
export function renderScreen(
  given: Verdict,
  paint: Paint = plain,
  { flags: givenFlags = [], notes = [], page }: Beside = {},
): string {
  const { verdict, causes, flags } = toShown(given, givenFlags)
  const end = [
    renderSkippedCount(verdict, paint, page),
    toFirstLines(renderKnownFailures(verdict, paint), 4),
    renderTolerances(verdict, paint, page),
    toFirstLines(renderLeftBehind(verdict, paint), 4),
    renderMissingFeatures(verdict, paint),
    ...notes.map((note) => clip(note, 2)),
    clip(renderSummary(verdict, paint), 2),
  ]
  const examples = causes.map((cause, index) => clip(renderCause(cause, index + 1, verdict, flags, paint), 2))
  const toScreen = (causesShown: number, examplesShown: number) =>
    [
      clip(renderLikelyCauses(causes, paint, causesShown), 2),
      ...examples.slice(0, examplesShown),
      examplesShown < causes.length
        ? paint.faint(
            `${toCount(examplesShown, 'example')} of ${toCount(causes.length, 'cause')}: ${page === undefined ? 'add --verbose for all, or --report <folder>' : `${page} has all`}`,
          )
        : '',
      ...end,
    ]
      .filter((section) => section !== '')
      .join('\n\n')
  const fits = ([shown, count]: Size) => toRows(toScreen(shown, count)) <= screenRows
  const sizes: readonly Size[] = [
    ...examples.map((_, index): Size => [10, causes.length - index]),
    ...Array.from({ length: 9 }, (_, index): Size => [9 - index, 1]),
  ]
  const [shown, count] = sizes.find(fits) ?? [1, 0]
  return `${toScreen(shown, count)}\n`
}

function renderSkippedCount({ outcomes }: Verdict, paint: Paint, page: string | undefined): string {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) {
    if (outcome.status === 'skipped') counts.set(outcome.reason, (counts.get(outcome.reason) ?? 0) + 1)
  }
  if (counts.size === 0) return ''
  const lines = [...counts]
    .slice(0, reasonsShown)
    .map(([reason, count]) => `skipped ${toCount(count, 'check')}: ${reason}`)
  const more = counts.size - lines.length
  const rest =
    more > 0
      ? [`skipped for ${toCount(more, 'more reason')}, which --verbose and ${page ?? '--report <folder>'} list`]
      : []
  return [...lines, ...rest].map((line) => paint.faint(clip(line, 2))).join('\n')
}

const reasonsShown = 2

function toFirstLines(text: string, count: number): string {
  const lines = text.split('\n')
  const shown = lines.slice(0, count).map((line) => clip(line, 1))
  return [...shown, ...(lines.length > count ? [`  ${toCount(lines.length - count, 'more line')}`] : [])].join('\n')
}

/** Cuts each line that would take more rows. A command stays complete, so that it can be copied. */
function clip(text: string, rows: number): string {
  const most = rows * screenColumns
  return text
    .split('\n')
    .map((line) => {
      const bare = stripVTControlCharacters(line)
      if (bare.length <= most || bare.trimStart().startsWith('repeat ')) return line
      return `${bare.slice(0, most - 1)}…`
    })
    .join('\n')
}

function toRows(text: string): number {
  const lines = stripVTControlCharacters(text).split('\n')
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / screenColumns)), 0)
}
