import type { Api } from './api.ts'
import { type ConstraintKind, type Edit, type Path, type Probes, toProbes } from './constraint-probes.ts'
import { toRuleProbes, withCompanions } from './constraint-rules.ts'
import { isMap, type SchemaNode, toJsonSchema } from './json-schema.ts'
import type { Operation } from './operation.ts'
import type { Provenance } from './provenance.ts'
import { toRuleText } from './rules.ts'
import { toSample } from './sample.ts'
import { toCitation } from './source.ts'

/** One rule of an operation. Coverage counts constraints, and generated checks test them. */
export interface Constraint extends Probes {
  /** `CreateFunction body.memorySize maximum`. The id is the same in every run. */
  readonly id: string
  readonly operation: string
  readonly in: 'body' | 'path' | 'query' | 'header' | 'response'
  /** The path of the value in the body, the name of a parameter, or the status and code of a response. */
  readonly path: Path
  readonly kind: ConstraintKind
  /** The rule in a few words: `at most 3072`. */
  readonly rule: string
  readonly provenance: Provenance
  /** The clause that states the rule: `004 CreateFunction, body.memorySize`. */
  readonly clause: string
}

/** Every constraint of an operation, in the order of its parameters, its body's fields and its responses. */
export function toConstraints(api: Pick<Api, 'errors'>, operation: Operation): readonly Constraint[] {
  return [
    ...toParameterConstraints(operation),
    ...toBodyConstraints(operation),
    ...toResponseConstraints(api, operation),
  ]
}

interface Place {
  readonly operation: Operation
  readonly in: Constraint['in']
  readonly path: Path
  readonly node: SchemaNode
  readonly provenance: Provenance
  /** Edits that add the optional ancestors of the place to the body. */
  readonly parents: readonly Edit[]
}

function toParameterConstraints(operation: Operation): Constraint[] {
  return (['path', 'query', 'header'] as const).flatMap((group) =>
    Object.entries(operation.params[group]).flatMap(([name, schema]) => {
      const node = toJsonSchema(schema)
      const place: Place = { ...toPlace(operation, group, node), path: [name] }
      const required: Constraint[] = schema.safeParse(undefined).success
        ? []
        : [toConstraint(place, 'required', 'required', { accepted: [], rejected: [] })]
      return [...required, ...toNodeConstraints(place)]
    }),
  )
}

function toBodyConstraints(operation: Operation): Constraint[] {
  if (!operation.body) return []
  const place = toPlace(operation, 'body', toJsonSchema(operation.body.schema))
  const absent = { accepted: [], rejected: [{ name: 'absent', edits: [{ path: [], remove: true } as const] }] }
  return [
    ...(operation.body.required ? [toConstraint(place, 'required', 'required', absent)] : []),
    ...toTreeConstraints(place),
  ]
}

function toPlace(operation: Operation, group: Constraint['in'], node: SchemaNode): Place {
  return { operation, in: group, path: [], node, provenance: node['x-provenance'] ?? 'documented', parents: [] }
}

/** The constraints of a place and of everything below it. */
function toTreeConstraints(place: Place): Constraint[] {
  const { node, path } = place
  const properties = Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const required = node.required?.includes(name) ?? false
    const below = toChild(place, name, child, required)
    const absent = [...place.parents, { path: below.path, remove: true } as const]
    return [
      ...(required
        ? [toConstraint(below, 'required', 'required', { accepted: [], rejected: [{ name: 'absent', edits: absent }] })]
        : []),
      ...toTreeConstraints(below).map((constraint) => ({
        ...constraint,
        accepted: constraint.accepted.map((probe) => withCompanions(probe, node, path)),
      })),
    ]
  })
  const rules = (node['x-rules'] ?? []).map((rule) => {
    const { accepted, rejected } = toRuleProbes(rule, node, path, place.parents)
    const complete = accepted.map((probe) => withCompanions(probe, node, path, rule))
    return toConstraint(place, 'rule', toRuleText(rule), { accepted: complete, rejected })
  })
  const items = node.items ? toTreeConstraints(toChild(place, 0, node.items, true)) : []
  const values = isMap(node) ? toTreeConstraints(toChild(place, 'key', node.additionalProperties, false)) : []
  return [...toNodeConstraints(place), ...properties, ...items, ...values, ...rules]
}

function toChild(place: Place, step: string | number, node: SchemaNode, present: boolean): Place {
  const path = [...place.path, step]
  const isParent = node.properties !== undefined || node.items !== undefined || isMap(node)
  return {
    ...place,
    path,
    node,
    provenance: place.provenance === 'documented' ? (node['x-provenance'] ?? 'documented') : place.provenance,
    parents: present || !isParent ? place.parents : [...place.parents, { path, set: toSample(node) }],
  }
}

function toNodeConstraints(place: Place): Constraint[] {
  return toProbes(place.node, place.path, place.parents, isTyped(place)).map(({ kind, rule, ...probes }) =>
    toConstraint(place, kind, rule, probes),
  )
}

/** Only JSON values have types. A parameter is text, and a file is bytes. */
function isTyped({ in: place, operation }: Place): boolean {
  return place === 'body' && operation.body?.mediaType === 'application/json'
}

function toResponseConstraints(api: Pick<Api, 'errors'>, operation: Operation): Constraint[] {
  const none: Probes = { accepted: [], rejected: [] }
  const place = toPlace(operation, 'response', {})
  const successes = Object.entries(operation.success).map(([status, response]) =>
    toConstraint(
      { ...place, path: [status], provenance: response.provenance ?? 'documented' },
      'status',
      'on success',
      none,
    ),
  )
  const toError = (listed: boolean) => (code: string) => {
    const entry = api.errors[code]
    const provenance = entry?.provenance ?? (listed ? 'documented' : 'observed')
    return toConstraint(
      { ...place, path: [String(entry?.status), code], provenance },
      'error',
      entry?.meaning ?? code,
      none,
    )
  }
  return [...successes, ...operation.errors.map(toError(true)), ...operation.observedErrors.map(toError(false))]
}

function toConstraint(place: Place, kind: ConstraintKind, rule: string, probes: Probes): Constraint {
  const where = toPlaceName(place.in, place.path)
  const { operation } = place
  return {
    id: `${operation.id} ${where} ${kind === 'rule' ? rule : kind}`,
    operation: operation.id,
    in: place.in,
    path: place.path,
    kind,
    rule,
    provenance: operation.provenance ?? place.node['x-keyword-provenance']?.[kind] ?? place.provenance,
    clause: `${toCitation(operation.source)}, ${where}`,
    accepted: probes.accepted,
    rejected: probes.rejected,
  }
}

/** `body.nasConfig.mountPoints[0].serverAddr`. */
function toPlaceName(group: string, path: Path): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), group)
}
