import type { ConstraintKind } from '../../../schemas/core/constraint-probes.ts'
import { hasType, isMap, toTypes } from '../../../schemas/core/json-schema.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { mapAt, readAt, setAt } from '../sites/field-paths.ts'
import type { ConstraintSite, Path } from '../sites/site.ts'
import { type Kit, type Operator, operatorsOn } from './operator.ts'

type Body = Record<string, unknown>

/** Constraints name the key of a map `key`. */
const toPath = ({ constraint }: ConstraintSite): Path => constraint.path.map((step) => (step === 'key' ? '*' : step))
const isOf =
  (...kinds: readonly ConstraintKind[]) =>
  ({ constraint, provenance }: ConstraintSite) =>
    kinds.includes(constraint.kind) && provenance !== 'inferred' && constraint.path.length > 0
/** Clients depend on accepted values, but not on rejections. */
const isStated =
  (...kinds: readonly ConstraintKind[]) =>
  (site: ConstraintSite) =>
    isOf(...kinds)(site) && site.provenance !== 'observed'
const ruleOf = ({ constraint }: ConstraintSite) => `${constraint.path.join('.')} (${constraint.rule})`

/** Replaces values before the request is forwarded, so that the server accepts them. */
const accept =
  (change: (value: unknown, site: ConstraintSite) => unknown): Operator<'constraint'>['wrap'] =>
  (site, { mapRequestBody }) =>
    mapRequestBody(
      site.operation.id,
      (body) => mapAt(body, toPath(site), (value) => change(value, site)) as Body, // an object stays one
    )

const reject =
  (fits: (value: unknown, site: ConstraintSite) => boolean): Operator<'constraint'>['wrap'] =>
  (site, { rejectRequests }) =>
    rejectRequests(site.operation.id, (body) => readAt(body, toPath(site)).some((value) => fits(value, site)))

const isViolated = (value: unknown, { constraint: { kind }, node }: ConstraintSite): boolean => {
  if (value === null || value === undefined) return false
  if (kind === 'type') return !hasType(node, value)
  if (kind === 'enum') return !node.enum?.some((item) => item === value)
  if (kind === 'pattern') return typeof value === 'string' && !new RegExp(node.pattern ?? '', 'u').test(value)
  if (kind === 'minLength') return typeof value === 'string' && [...value].length < (node.minLength ?? 0)
  if (kind === 'maxLength') return typeof value === 'string' && [...value].length > (node.maxLength ?? 0)
  if (kind === 'minItems') return Array.isArray(value) && value.length < (node.minItems ?? 0)
  if (kind === 'maxItems') return Array.isArray(value) && value.length > (node.maxItems ?? 0)
  if (typeof value !== 'number') return false
  if (kind === 'minimum') return value < (node.minimum ?? 0)
  if (kind === 'maximum') return value > (node.maximum ?? 0)
  return kind === 'multipleOf' && value % (node.multipleOf ?? 1) !== 0
}

const checked = [
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'maxItems',
] as const

/** A value that satisfies the constraint: the limit of a range, or else an example. */
function toValid({ constraint: { kind }, node }: ConstraintSite): unknown {
  if (kind === 'minimum') return node.minimum
  if (kind === 'maximum') return node.maximum
  return toSample(node)
}

const respondWith = (what: string, toCode: (kit: Kit) => string, status?: number) => ({
  what: (site: ConstraintSite) => `${what} if a request violates ${ruleOf(site)}`,
  appliesTo: isStated(...checked),
  wrap: (site: ConstraintSite, kit: Kit) =>
    kit.rejectRequests(
      site.operation.id,
      (body) => readAt(body, toPath(site)).some((value) => isViolated(value, site)),
      toCode(kit),
      status,
    ),
})

/** Operators on the rules for the values of request bodies. */
export const constraintOperators = operatorsOn('constraint', {
  'do-not-enforce': {
    what: (site) => `does not enforce ${ruleOf(site)}`,
    appliesTo: isStated(...checked),
    wrap: accept((value, site) => (isViolated(value, site) ? toValid(site) : value)),
  },
  'check-first-item-only': {
    what: (site) => `enforces ${ruleOf(site)} only for the first item of the list`,
    appliesTo: (site) => isStated(...checked)(site) && site.constraint.path.includes(0),
    wrap: (site, { mapRequestBody }) =>
      mapRequestBody(site.operation.id, (body) => {
        const path = toPath(site)
        const index = path.indexOf(0)
        const [list] = readAt(body, path.slice(0, index))
        const isWrong = (item: unknown) => readAt(item, path.slice(index + 1)).some((value) => isViolated(value, site))
        if (!Array.isArray(list) || isWrong(list[0])) return body
        return mapAt(body, path, (value) => (isViolated(value, site) ? toValid(site) : value)) as Body // an object stays one
      }),
  },
  'do-not-require': {
    what: (site) => `accepts requests without ${site.constraint.path.join('.')}`,
    appliesTo: (site) => isStated('required')(site),
    wrap: (site, { mapRequestBody }) =>
      mapRequestBody(site.operation.id, (body) => {
        const path = toPath(site)
        const parents = readAt(body, path.slice(0, -1))
        const isMissing = parents.some((parent) => readAt(parent, path.slice(-1)).length === 0)
        return isMissing ? (setAt(body, path, toSample(site.node)) as Body) : body // an object stays one
      }),
  },
  'accept-one-more': {
    what: (site) => `accepts the first value outside of ${ruleOf(site)}`,
    appliesTo: isStated('minimum', 'maximum'),
    wrap: accept((value, site) => {
      const { minimum = 0, maximum = 0, multipleOf: step = 1 } = site.node
      if (site.constraint.kind === 'minimum') return value === minimum - step ? minimum : value
      return value === maximum + step ? maximum : value
    }),
  },
  'reject-limit': {
    what: (site) => `rejects the last value inside of ${ruleOf(site)}`,
    appliesTo: isOf('minimum', 'maximum'),
    wrap: reject(
      (value, { constraint, node }) => value === (constraint.kind === 'minimum' ? node.minimum : node.maximum),
    ),
  },
  'reject-last-step': {
    what: (site) => `rejects the second last value inside of ${ruleOf(site)}`,
    appliesTo: isOf('maximum'),
    wrap: reject(
      (value, { node: { maximum = 0, multipleOf = 1 } }) =>
        typeof value === 'number' && value > maximum - multipleOf * 2,
    ),
  },
  'accept-longer-text': {
    what: (site) => `accepts one character more than ${ruleOf(site)}`,
    appliesTo: isStated('maxLength'),
    wrap: accept((value, { node: { maxLength = 0 } }) =>
      typeof value === 'string' && [...value].length === maxLength + 1
        ? [...value].slice(0, maxLength).join('')
        : value,
    ),
  },
  'reject-longest-text': {
    what: (site) => `rejects text of the length ${ruleOf(site)}`,
    appliesTo: isOf('maxLength'),
    wrap: reject((value, { node }) => typeof value === 'string' && [...value].length === node.maxLength),
  },
  'accept-shorter-text': {
    what: (site) => `accepts one character less than ${ruleOf(site)}`,
    appliesTo: isStated('minLength'),
    wrap: accept((value, { node }) =>
      typeof value === 'string' && [...value].length === (node.minLength ?? 0) - 1 ? `${value}a` : value,
    ),
  },
  'reject-one-enum-value': {
    what: (site) => `rejects the last documented value of ${ruleOf(site)}`,
    appliesTo: isOf('enum'),
    wrap: reject((value, { node }) => value === node.enum?.at(-1)),
  },
  'reject-first-enum-value': {
    what: (site) => `rejects the first documented value of ${ruleOf(site)}`,
    appliesTo: isOf('enum'),
    wrap: reject((value, { node }) => value === node.enum?.[0]),
  },
  'accept-other-case': {
    what: (site) => `accepts ${ruleOf(site)} in another case`,
    appliesTo: (site) => isStated('enum')(site) && (site.node.enum ?? []).some((value) => /[a-z]/i.test(String(value))),
    wrap: accept((value, { node }) => {
      const same = (item: unknown) => typeof item === 'string' && item.toLowerCase() === String(value).toLowerCase()
      return typeof value === 'string' ? (node.enum?.find(same) ?? value) : value
    }),
  },
  'accept-number-as-text': {
    what: (site) => `accepts a number in quotation marks for ${ruleOf(site)}`,
    appliesTo: (site) =>
      isStated('type')(site) && toTypes(site.node).some((type) => type === 'integer' || type === 'number'),
    wrap: accept((value, { node }) =>
      typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) && !toTypes(node).includes('string')
        ? Number(value)
        : value,
    ),
  },
  'accept-text-as-boolean': {
    what: (site) => `accepts "true" for ${ruleOf(site)}`,
    appliesTo: (site) => isStated('type')(site) && toTypes(site.node).includes('boolean'),
    wrap: accept((value) => (value === 'true' ? true : value)),
  },
  'accept-other-type-in-map': {
    what: (site) => `accepts values of another type in the map ${ruleOf(site)}`,
    appliesTo: (site) => isStated('type')(site) && site.constraint.path.at(-1) === 'key',
    wrap: accept((value, site) => (isViolated(value, site) ? toSample(site.node) : value)),
  },
  'accept-list-for-object': {
    what: (site) => `accepts a list for ${ruleOf(site)}`,
    appliesTo: (site) => isStated('type')(site) && toTypes(site.node).includes('object'),
    wrap: accept((value, { node }) => (Array.isArray(value) ? (isMap(node) ? {} : toSample(node)) : value)),
  },
  'return-500-for-invalid-value': respondWith('returns 500', ({ api }) => api.dialect.codes.internal),
  'return-422-for-invalid-value': respondWith('returns 422', ({ api }) => api.dialect.codes.invalid, 422),
  'return-200-for-invalid-value': respondWith('returns an error with 200', ({ api }) => api.dialect.codes.invalid, 200),
  'return-404-for-invalid-value': respondWith('returns 404', ({ api }) => api.dialect.codes.unknownPath, 404),
})
