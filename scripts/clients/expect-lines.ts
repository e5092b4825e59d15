/** A line that a program prints: what one step of the scenario brought back, as the client decoded it. */
export interface Line {
  readonly step: string
  readonly [part: string]: unknown
}

/** A value that must come back: the very JSON, or for what the server makes up a test that says what it asked for. */
export type Expected =
  | null
  | boolean
  | number
  | string
  | readonly Expected[]
  | { readonly [key: string]: Expected | undefined }
  | Test

/** Gives what was wanted, where the value is not it. `lines` are those of the steps before. */
export type Test = (value: unknown, lines: ReadonlyMap<string, Line>) => string | undefined

export interface ExpectedLine {
  readonly step: string
  readonly parts: Readonly<Record<string, Expected>>
}

/** Reads the lines out of what a program printed; other lines, of compilers for instance, are passed over. */
export function readLines(output: string): readonly Line[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"step"'))
    .map((line) => JSON.parse(line) as Line) // its first key is the step; the rest is judged part by part
}

/** Every difference between the lines that came and those that must come, in that order, in a line each. */
export function compareLines(expected: readonly ExpectedLine[], lines: readonly Line[]): readonly string[] {
  const seen = new Map<string, Line>()
  const differences = expected.flatMap(({ step, parts }, index): string[] => {
    const line = lines[index]
    if (line === undefined) return [`${step}: the program did not get here`]
    if (line.step !== step) return [`${step}: the program went on with "${line.step}"`]
    const { step: _, ...got } = line
    const found = compare(parts, got, '', seen).map((text) => `${step}: ${text}`)
    seen.set(step, line)
    return found
  })
  const more = lines.slice(expected.length).map(({ step }) => `${step}: is no step of the scenario`)
  return [...differences, ...more]
}

function compare(
  expected: Expected | undefined,
  value: unknown,
  path: string,
  lines: ReadonlyMap<string, Line>,
): string[] {
  const place = path === '' ? 'the line' : path
  if (typeof expected === 'function') {
    const wanted = expected(value, lines)
    return wanted === undefined ? [] : [`${place} is ${toText(value)}, not ${wanted}`]
  }
  if (isObject(expected) && isObject(value)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(value)])]
    return keys.flatMap((key) => compare(expected[key], value[key], path === '' ? key : `${path}.${key}`, lines))
  }
  if (Array.isArray(expected) && Array.isArray(value) && expected.length === value.length) {
    return expected.flatMap((item: Expected, index) => compare(item, value[index], `${path}[${index}]`, lines))
  }
  return expected === value ? [] : [`${place} is ${toText(value)}, not ${toText(expected)}`]
}

function isObject(value: unknown): value is { readonly [key: string]: Expected | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toText(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value)
}
