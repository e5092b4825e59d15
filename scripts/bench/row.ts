/** A row of the table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** Absent if the number has no target. */
  readonly target?: string
  readonly met?: boolean
}

/** A row whose value must be at least `bound`. */
export function atLeast(what: string, value: number, bound: number, details = ''): Row {
  return { what, measured: join(toNumber(value), details), target: `≥ ${bound}`, met: value >= bound }
}

/** A row whose value must be at most `bound`. */
export function atMost(what: string, value: number, bound: number, unit = '', details = ''): Row {
  return {
    what,
    measured: join(withUnit(value, unit), details),
    target: `≤ ${withUnit(bound, unit)}`,
    met: value <= bound,
  }
}

/** A row without a target. */
export function forInformation(what: string, value: number, unit: string, details = ''): Row {
  return { what, measured: join(withUnit(value, unit), details) }
}

function withUnit(value: number, unit: string): string {
  return unit === '' ? toNumber(value) : `${toNumber(value)} ${unit}`
}

/** The rows as a Markdown table. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, target = '–', met }) => {
    return `| ${what} | ${measured} | ${target} | ${met === undefined ? '–' : met ? 'yes' : '**no**'} |`
  })
  return ['| what | measured | target | met |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

function join(measured: string, details: string): string {
  return details === '' ? measured : `${measured} (${details})`
}

/** Three significant digits with thousands separators: `0.0123`, `1.23`, `12.3`, `12,300`. */
export function toNumber(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 6 })
}
