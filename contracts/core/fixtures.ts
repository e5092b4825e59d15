import { WrongUseError } from './exit-codes.ts'

/** What a team lends to the checks, by name: one value or several. */
export type Fixtures = Readonly<Record<string, readonly string[]>>

/** What the checks of an API need to exist, or may be told of. */
export interface FixtureSpec {
  readonly name: string
  /** What it is, as the end of a sentence: `the name of a service in which functions may be made`. */
  readonly description: string
  readonly example: string
  readonly required: boolean
  /** Several values may be given. */
  readonly repeatable?: true
  /** The form of every value, and what it is in words. */
  readonly form?: { readonly pattern: RegExp; readonly words: string }
}

interface Needy {
  readonly api: { readonly id: string }
  readonly fixtures?: readonly FixtureSpec[]
}

/** Fixtures as a configuration or a set-up command gives them; a single value stands for a list of one. */
export function toFixtures(given: Readonly<Record<string, string | readonly string[]>>): Fixtures {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()]))
}

/**
 * Throws {@link WrongUseError}, in one line, for a fixture that the API's checks need and nobody gave, one that they do
 * not know, and one of another form. Where `isAll` is false, a set-up command may still give what is missing.
 */
export function checkFixtures({ api, fixtures: known = [] }: Needy, given: Fixtures, isAll = true): void {
  for (const [name, values] of Object.entries(given)) {
    const spec = known.find((one) => one.name === name)
    const names = known.length === 0 ? 'it has none' : `it has ${known.map((one) => one.name).join(', ')}`
    if (!spec) throw new WrongUseError(`${api.id} has no fixture ${JSON.stringify(name)}; ${names}`)
    if (values.length > 1 && !spec.repeatable) throw new WrongUseError(`the fixture ${name} takes one value`)
    const wrong = values.find((value) => value === '' || !(spec.form?.pattern.test(value) ?? true))
    if (wrong === undefined) continue
    throw new WrongUseError(`the fixture ${name} must be ${spec.form?.words ?? 'a text'}, not ${JSON.stringify(wrong)}`)
  }
  const missing = known.find(({ name, required }) => required && (given[name] ?? []).length === 0)
  if (missing && isAll) throw new WrongUseError(toDemand(api.id, missing))
}

function toDemand(apiId: string, { name, description, example }: FixtureSpec): string {
  return `${apiId} needs the fixture ${name}, ${description}: --fixture ${name}=${example}, or in the configuration "fixtures": { "${name}": "${example}" }`
}

/** What a plan says of fixtures: those that are given, and those that the API's checks know. */
export function renderFixtures({ fixtures: known = [] }: Needy, given: Fixtures): readonly string[] {
  return known.map(({ name, description, required }) => {
    const values = given[name] ?? []
    const state = values.length > 0 ? values.join(', ') : required ? 'missing' : 'not given'
    return `fixture ${name} (${description}): ${state}`
  })
}
