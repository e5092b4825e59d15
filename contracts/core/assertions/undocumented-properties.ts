import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { WrongUseError } from '../exit-codes.ts'
import { findUndocumentedProperties, type UndocumentedProperty } from '../generate/undocumented-properties.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import type { Finding } from './expect.ts'

/** The undocumented properties of a response, except those of `allowUndocumented`. The finding has its own class. */
export function findUndocumented(
  api: Api,
  allowUndocumented: readonly string[],
  { operation, response }: Exchange,
): Finding | undefined {
  const isError = response.status >= 400
  const schema = isError ? api.dialect.errorModel : operation.success[response.status]?.schema
  const reading = schema && readJson(response.body)
  const undocumented = (schema && reading?.ok ? findUndocumentedProperties(schema, reading.value) : []).filter(
    ({ pointer }) => !isAllowed(allowUndocumented, operation, pointer),
  )
  if (undocumented.length === 0) return undefined
  const isSimilar = undocumented.some(({ meant }) => meant !== undefined)
  return {
    finding: isSimilar ? 'misspelled-property' : 'undocumented-property',
    expected: 'documented or observed properties only',
    actual: undocumented.map(toText).join(', '),
    symptom: {
      part: isError ? 'error' : 'field',
      names: [...new Set(undocumented.map(({ pointer }) => toName(pointer)))],
      problem: 'undocumented',
    },
    assertions: undocumented.map(({ pointer }) => ({
      about: 'field',
      path: toSteps(pointer).map((step) => (/^\d+$/.test(step) ? ({ every: true } as const) : step)),
      test: { is: 'absent' },
    })),
  }
}

/** Throws {@link WrongUseError} if an entry of `allowUndocumented` names an unknown operation. */
export function checkAllowUndocumented({ id, operations }: Api, entries: readonly string[]): readonly string[] {
  const known = Object.values(operations).map((operation) => operation.id)
  for (const entry of entries) {
    const [name = ''] = entry.split('#')
    if (name !== '*' && !known.includes(name)) {
      throw new WrongUseError(
        `allowUndocumented: ${id} has no operation ${JSON.stringify(name)}; it has ${known.join(', ')}`,
      )
    }
  }
  return entries
}

/**
 * `GetFunction` allows undocumented properties in every response of the operation, `GetFunction#/layers` only at this
 * place and below. `*` stands for any operation, or for any one step of the path.
 */
function isAllowed(entries: readonly string[], { id }: Operation, pointer: string): boolean {
  return entries.some((entry) => {
    const [name, place = ''] = entry.split('#')
    if (name !== '*' && name !== id) return false
    const wanted = place.split('/').slice(1)
    const steps = pointer.split('/').slice(1)
    return wanted.every((step, index) => step === '*' || step === steps[index])
  })
}

function toSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The pointer as a path of names. The positions in lists differ between responses. */
function toName(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => (/^\d+$/.test(step) ? '[]' : step)).join('.')
}

function toText({ pointer, meant }: UndocumentedProperty): string {
  return meant === undefined ? pointer : `${pointer} (for ${meant})`
}
