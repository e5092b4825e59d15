import { type SchemaNode, toTypes } from './json-schema.ts'
import type { Json } from './json-value.ts'
import { toCount } from './lib/count.ts'
import { toDocumentedEnum, toSample, toTextOfLength } from './sample.ts'

export type ConstraintKind =
  | 'required'
  | 'type'
  | 'enum'
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'format'
  | 'minItems'
  | 'maxItems'
  | 'rule'
  | 'default'
  | 'status'
  | 'error'

/** A path into a JSON value. The empty path is the value itself. */
export type Path = readonly (string | number)[]

/** A change of a valid body: sets or removes a value. */
export type Edit = { readonly path: Path; readonly set: Json } | { readonly path: Path; readonly remove: true }

/** A valid body with these edits, applied in order. */
export interface Probe {
  /** The value, as a part of a check id: `3136`, `absent`. */
  readonly name: string
  readonly edits: readonly Edit[]
  /** The schema accepts the value, because it does not express the rule. */
  readonly isBeyondSchema?: true
  /** The value that a read must return, if it differs from the value that was set. */
  readonly reads?: { readonly path: Path; readonly value: Json }
}

/** Bodies that must be accepted (at the boundary) and bodies that must be rejected (just past it). */
export interface Probes {
  readonly accepted: readonly Probe[]
  readonly rejected: readonly Probe[]
}

interface Finding extends Probes {
  readonly kind: ConstraintKind
  readonly rule: string
}

/**
 * The constraints of the keywords of one node, with probes. `typed` is false for parameters: on the wire, a parameter is
 * text, so no value has a wrong type.
 */
export function toProbes(node: SchemaNode, path: Path, parents: readonly Edit[], typed: boolean): readonly Finding[] {
  const probe = (value: Json, name = toName(value)): Probe => ({ name, edits: [...parents, { path, set: value }] })
  const probes = (accepted: readonly Json[], rejected: readonly Json[]): Probes => ({
    accepted: accepted.map((value) => probe(value)),
    rejected: rejected.map((value) => probe(value)),
  })
  const findings: (Finding | undefined)[] = [
    toType(node, typed, probe),
    node.enum && { kind: 'enum', rule: 'one of the listed values', ...toEnum(node, probes) },
    node.minimum !== undefined
      ? {
          kind: 'minimum',
          rule: `at least ${node.minimum}`,
          ...probes([node.minimum], [node.minimum - (node.multipleOf ?? 1)]),
        }
      : undefined,
    node.maximum !== undefined
      ? {
          kind: 'maximum',
          rule: `at most ${node.maximum}`,
          ...probes([node.maximum], [node.maximum + (node.multipleOf ?? 1)]),
        }
      : undefined,
    toMultiple(node, probes),
    ...toLengths(node, probe),
    toPattern(node, probes),
    toFormat(node, probe),
    ...toItemCounts(node, probe),
    node.default !== undefined
      ? {
          kind: 'default',
          rule: `${toName(node.default)} when absent`,
          accepted: [
            { name: 'absent', edits: [...parents, { path, remove: true }], reads: { path, value: node.default } },
          ],
          rejected: [],
        }
      : undefined,
  ]
  return findings.filter((finding) => finding !== undefined)
}

/** A ZIP archive without files. */
const emptyArchive = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=='

/** Only the alphabet of base64 (`byte`) has a probe, because servers differ about padding and line breaks. */
function toFormat({ format, contentMediaType }: SchemaNode, probe: ToProbe): Finding | undefined {
  if (contentMediaType === 'application/json') {
    const rejected = [probe('{', 'no-json'), probe('[]', 'the-text-of-an-array')]
    return { kind: 'format', rule: 'the text of a JSON object', accepted: [], rejected }
  }
  if (!format) return undefined
  const rejected =
    format === 'byte'
      ? ['%%%%', `${emptyArchive.slice(0, 8)}*${emptyArchive.slice(8)}`].map((text, index) =>
          probe(text, `no-base64-${index + 1}`),
        )
      : []
  return {
    kind: 'format',
    rule: `in the format ${format}`,
    accepted: [],
    rejected: rejected.map((one) => ({ ...one, isBeyondSchema: true })),
  }
}

type ToProbe = (value: Json, name?: string) => Probe
type ToProbes = (accepted: readonly Json[], rejected: readonly Json[]) => Probes

function toType(node: SchemaNode, typed: boolean, probe: ToProbe): Finding | undefined {
  const types = toTypes(node)
  if (types.length === 0) return undefined
  const rule = `of type ${types.join(' or ')}`
  if (!typed) {
    const rejected = types.includes('string') ? [] : [probe('text')]
    return { kind: 'type', rule, accepted: [], rejected }
  }
  const fits = (type: string) => types.includes(type) || (type === 'integer' && types.includes('number'))
  const number = toSample(node)
  const rejected = [
    ...(typeof number === 'number' && !fits('string') ? [probe(String(number), 'a-number-in-quotes')] : []),
    ...wrongTypes
      .filter(({ is, unlike }) => !is.some(fits) && (!unlike || unlike.some(fits)))
      // Some clients send the object itself instead of its text.
      .filter(({ is }) => node.contentMediaType !== 'application/json' || !is.includes('object'))
      .map(({ name, value }) => probe(value, name)),
  ]
  return { kind: 'type', rule, accepted: [], rejected }
}

/**
 * One value for each wrong type. `is`: the types of the value. `unlike`: the value is tried only for these types, for
 * example the text "true" for a boolean. null is not included, because clients send null for absent fields.
 */
const wrongTypes: readonly { name: string; value: Json; is: readonly string[]; unlike?: readonly string[] }[] = [
  { name: 'a-number', value: 90_071_992_547_409, is: ['integer', 'number'], unlike: ['string', 'object', 'array'] },
  { name: 'a-fraction', value: 128.5, is: ['number'], unlike: ['integer'] },
  { name: 'true', value: true, is: ['boolean'], unlike: ['string', 'integer', 'number'] },
  { name: 'true-in-quotes', value: 'true', is: ['string'], unlike: ['boolean'] },
  { name: 'one', value: 1, is: ['integer', 'number'], unlike: ['boolean'] },
  { name: 'a-text', value: 'text', is: ['string'], unlike: ['object', 'array'] },
  { name: 'an-object', value: { text: 'text' }, is: ['object'] },
  { name: 'an-array', value: ['text'], is: ['array'] },
]

function toEnum(node: SchemaNode, probes: ToProbes): Probes {
  const listed = toDocumentedEnum(node)
  const numbers = listed.filter((value) => typeof value === 'number')
  if (numbers.length > 0) {
    const next = [Math.min(...numbers) + 1, Math.max(...numbers) + 1]
    return probes(
      listed,
      next.filter((value) => !listed.includes(value)),
    )
  }
  const [first] = listed.filter((value) => typeof value === 'string')
  const recased = first === undefined ? [] : [first.toUpperCase(), first.toLowerCase()].slice(0, 2)
  const outside = ['no-such-value', ...recased].filter((value) => !node.enum?.includes(value))
  return probes(listed, outside)
}

function toMultiple(node: SchemaNode, probes: ToProbes): Finding | undefined {
  const step = node.multipleOf
  if (step === undefined) return undefined
  const low = toSample({ ...node, examples: [], default: undefined } as SchemaNode)
  if (typeof low !== 'number') return undefined
  return {
    kind: 'multipleOf',
    rule: `a multiple of ${step}`,
    ...probes([low + step], step > 1 ? [low + 1] : [toPlain(low + step / 2), toPlain(low + step / 5)]),
  }
}

/** 0.075 for 0.07500000000000001. */
function toPlain(value: number): number {
  return Number(value.toPrecision(12))
}

function toLengths(node: SchemaNode, probe: ToProbe): Finding[] {
  const text = (length: number): Probe[] => {
    const value = length < 0 ? undefined : toTextOfLength(node, length)
    return value === undefined ? [] : [probe(value, `${length}-characters`)]
  }
  const findings: Finding[] = []
  const { minLength: low, maxLength: high } = node
  if (low !== undefined)
    findings.push({
      kind: 'minLength',
      rule: `at least ${toCount(low, 'character')}`,
      accepted: text(low),
      rejected: text(low - 1),
    })
  if (high !== undefined)
    findings.push({
      kind: 'maxLength',
      rule: `at most ${toCount(high, 'character')}`,
      accepted: text(high),
      rejected: text(high + 1),
    })
  return findings
}

function toPattern(node: SchemaNode, probes: ToProbes): Finding | undefined {
  if (node.pattern === undefined) return undefined
  const pattern = new RegExp(node.pattern, 'u')
  const sample = toSample(node)
  const broken =
    typeof sample === 'string' ? [`${sample}!`, `0${sample}`, `${sample}\n`, `${sample}.`, `é${sample}`, '!!!', ''] : []
  const fitsLength = (text: string) =>
    text.length >= (node.minLength ?? 0) && text.length <= (node.maxLength ?? Number.POSITIVE_INFINITY)
  const rejected = broken.filter((text) => !pattern.test(text) && fitsLength(text)).slice(0, 5)
  return { kind: 'pattern', rule: `in the pattern ${node.pattern}`, ...probes([sample], rejected) }
}

function toItemCounts(node: SchemaNode, probe: ToProbe): Finding[] {
  const items = (count: number): Probe[] =>
    count < 0
      ? []
      : [
          probe(
            Array.from({ length: count }, () => toSample(node.items ?? {})),
            `${count}-items`,
          ),
        ]
  const findings: Finding[] = []
  const { minItems: low, maxItems: high } = node
  if (low !== undefined)
    findings.push({
      kind: 'minItems',
      rule: `at least ${toCount(low, 'item')}`,
      accepted: items(low),
      rejected: items(low - 1),
    })
  if (high !== undefined)
    findings.push({
      kind: 'maxItems',
      rule: `at most ${toCount(high, 'item')}`,
      accepted: items(high),
      rejected: items(high + 1),
    })
  return findings
}

function toName(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 0 && text.length <= 40 ? text.replaceAll(/\s+/g, '-') : `${[...text].length}-characters`
}
