/** A line that a program prints: the result of one step of the scenario, as the client decoded it. */
export interface Line {
  readonly step: string
  readonly [part: string]: unknown
}

/** An expected value: JSON, or a test for values that the server generates. */
export type Expected =
  | null
  | boolean
  | number
  | string
  | readonly Expected[]
  | { readonly [key: string]: Expected | undefined }
  | Test

/** Returns a description of the expected value if the value differs. `lines` contains the lines of previous steps. */
export type Test = (value: unknown, lines: ReadonlyMap<string, Line>) => string | undefined

export interface ExpectedLine {
  readonly step: string
  readonly parts: Readonly<Record<string, Expected>>
}

/** Finds the result lines in the output of a program. Ignores other lines, for example of compilers. */
export function readLines(output: string): readonly Line[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"step"'))
    .map((line) => JSON.parse(line) as Line) // the first key is the step; `compareLines` checks the rest
}

/** The differences between expected and actual lines, as one text per difference. */
export function compareLines(expected: readonly ExpectedLine[], lines: readonly Line[]): readonly string[] {
  const seen = new Map<string, Line>()
  const differences = expected.flatMap(({ step, parts }, index): string[] => {
    const line = lines[index]
    if (line === undefined) return [`${step}: the program ended before this step`]
    if (line.step !== step) return [`${step}: the program printed step "${line.step}" instead`]
    const { step: _, ...got } = line
    const found = compare(parts, got, '', seen).map((text) => `${step}: ${text}`)
    seen.set(step, line)
    return found
  })
  const more = lines.slice(expected.length).map(({ step }) => `${step}: not a step of the scenario`)
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
