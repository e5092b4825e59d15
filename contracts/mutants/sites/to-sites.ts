import type { Api } from '../../../schemas/core/api.ts'
import { toConstraints } from '../../../schemas/core/constraints.ts'
import { toResponseFields } from '../../../schemas/core/fields.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { findScheme } from '../../core/signing/signer.ts'
import { toFieldPaths, toPathText } from './field-paths.ts'
import type {
  ConstraintSite,
  ErrorSite,
  HeaderSite,
  ListSite,
  ParameterSite,
  RequestFieldSite,
  ResourceSite,
  ResponseFieldSite,
  SignatureSite,
  Site,
  Sites,
  SuccessSite,
} from './site.ts'

/** An API with its resources: everything that sites are derived from. */
export interface Subject {
  readonly api: Api
  readonly resources: readonly Resource[]
}

/** Every site of an API, by kind. Throws if nothing can be derived from an operation or a resource. */
export function toSites(subject: Subject): { readonly [Kind in keyof Sites]: readonly Sites[Kind][] } {
  const operations = Object.values(subject.api.operations)
  const each = <T>(toSitesOf: (operation: Operation) => readonly T[]) => operations.flatMap(toSitesOf)
  for (const { id, success } of operations) {
    if (Object.keys(success).length === 0) throw new TypeError(`${id} has no success response: no site can be derived`)
  }
  return {
    success: each(toSuccessSites),
    header: each((operation) => toHeaderSites(subject, operation)),
    'response field': each((operation) => toResponseFieldSites(subject, operation)),
    'request field': each((operation) => toRequestFieldSites(subject, operation)),
    parameter: each((operation) => toParameterSites(subject, operation)),
    constraint: each((operation) => toConstraintSites(subject, operation)),
    error: each((operation) => toErrorSites(subject, operation)),
    resource: subject.resources.flatMap(toResourceSites),
    list: subject.resources.flatMap(toListSites),
    signature: each((operation) => toSignatureSites(subject, operation)),
  }
}

function toSite(operation: Operation, place: string, rest: Partial<Site> = {}): Site {
  return {
    id: `${operation.id} ${place}`,
    operation,
    alsoNamed: [],
    provenance: operation.provenance ?? 'documented',
    clause: `${toCitation(operation.source)}, ${place}`,
    ...rest,
  }
}

function toSuccessSites(operation: Operation): SuccessSite[] {
  return Object.entries(operation.success).map(([status, success]) => ({
    ...toSite(operation, status, { provenance: success.provenance ?? operation.provenance ?? 'documented' }),
    status: Number(status),
    success,
  }))
}

/** Content-Type is a part of the body and has operators of its own. */
function toHeaderSites({ api, resources }: Subject, operation: Operation): HeaderSite[] {
  const { requestIdHeader, headerNames = {} } = api.dialect
  const { update, remove } = findResource(resources, operation) ?? {}
  const guarded = [update, remove].filter(
    (other) => other !== undefined && 'If-Match' in other.params.header,
  ) as Operation[]
  const toHeaderSite = (status: HeaderSite['status'], name: string): HeaderSite => ({
    ...toSite(operation, `${status} header ${name}`, {
      // An operation that requires the ETag rejects a wrong one.
      alsoNamed: name === 'ETag' ? guarded.map(({ id }) => id) : [],
      ...(name === requestIdHeader && { provenance: toObserved(operation) }),
    }),
    name,
    status,
    ...(headerNames[name] !== undefined && { observedName: headerNames[name] }),
  })
  return [
    ...Object.entries(operation.success).flatMap(([status, { headers }]) =>
      [...new Set([requestIdHeader, ...Object.keys(headers)])].map((name) => toHeaderSite(Number(status), name)),
    ),
    toHeaderSite('error', requestIdHeader),
  ]
}

function toResponseFieldSites({ resources }: Subject, operation: Operation): ResponseFieldSite[] {
  return Object.entries(operation.success).flatMap(([status, { schema, mediaType }]) => {
    if (!schema || mediaType !== 'application/json') return []
    const resource = findResource(resources, operation)
    return toFieldPaths(toJsonSchema(schema)).map(({ path, node, isRequired, provenance }) => ({
      ...toSite(operation, `${status} ${toPathText(path)}`, { provenance: operation.provenance ?? provenance }),
      path,
      node,
      isRequired,
      resource,
    }))
  })
}

function toRequestFieldSites({ api, resources }: Subject, operation: Operation): RequestFieldSite[] {
  const { body } = operation
  if (body?.mediaType !== 'application/json') return []
  const resource = findResource(resources, operation)
  const role = resource?.create === operation ? 'create' : resource?.update === operation ? 'update' : 'other'
  const shown = Object.keys(toResponseFields(operation))
  return toFieldPaths(toJsonSchema(body.schema)).map(({ path, node, isRequired, provenance }) => ({
    ...toSite(operation, `body.${toPathText(path)}`, {
      provenance: operation.provenance ?? provenance,
      alsoNamed: toReaders(resource, operation),
    }),
    path,
    node,
    isRequired,
    resource,
    isNullAbsent: api.dialect.isNullAbsent ?? false,
    isShown: shown.includes(String(path[0])),
    role,
  }))
}

function toParameterSites({ resources }: Subject, operation: Operation): ParameterSite[] {
  return (['query', 'header'] as const).flatMap((place) =>
    Object.entries(operation.params[place]).map(([name, schema]) => {
      const node = toJsonSchema(schema)
      return {
        ...toSite(operation, `${place}.${name}`, { provenance: node['x-provenance'] ?? 'documented' }),
        in: place,
        name,
        node,
        resource: findResource(resources, operation),
      }
    }),
  )
}

function toConstraintSites({ api, resources }: Subject, operation: Operation): ConstraintSite[] {
  const root = operation.body && toJsonSchema(operation.body.schema)
  return toConstraints(api, operation).flatMap((constraint) => {
    if (constraint.in !== 'body' || !root || operation.body?.mediaType !== 'application/json') return []
    const node = constraint.path.reduce<SchemaNode | undefined>(
      (at, step) =>
        typeof step === 'number'
          ? at?.items
          : (at?.properties?.[step] ?? (step === 'key' ? at?.additionalProperties : undefined)),
      root,
    )
    const { id, provenance, clause } = constraint
    const alsoNamed = toReaders(findResource(resources, operation), operation)
    return node ? [{ ...toSite(operation, ''), id, provenance, clause, alsoNamed, constraint, node }] : []
  })
}

function toErrorSites({ api }: Subject, operation: Operation): ErrorSite[] {
  const fields = Object.keys(api.dialect.toErrorBody({ code: '', message: '', requestId: '' }))
  const toErrorSite =
    (isDocumented: boolean) =>
    (code: string): ErrorSite => {
      const { status, provenance = isDocumented ? 'documented' : 'observed' } = api.errors[code] ?? { status: 0 }
      return { ...toSite(operation, `error ${code}`, { provenance }), code, status, fields }
    }
  return [...operation.errors.map(toErrorSite(true)), ...operation.observedErrors.map(toErrorSite(false))].filter(
    // No request causes an error of the server or of the credentials of the run.
    // A body that is too large takes too long to send.
    ({ status, code }) =>
      status >= 400 && status < 500 && ![401, 403, 413, 429].includes(status) && !/TooLarge/.test(code),
  )
}

function toResourceSites(resource: Resource): ResourceSite[] {
  const roles = ['create', 'read', 'list', 'update', 'remove'] as const
  const found = roles.flatMap((role) => {
    const operation = resource[role]
    // An update that is also the way to read has the sites of an update.
    if (!operation || (role === 'read' && operation === resource.update)) return []
    if (role === 'read' && resource.readKey !== undefined) return []
    const alsoNamed = [resource.read, resource.list].flatMap((reader) => (reader ? [reader.id] : []))
    return [{ ...toSite(operation, `${role} ${resource.name}`, { alsoNamed }), resource, role }]
  })
  if (found.length === 0 && resource.keyIn !== 'fixture')
    throw new TypeError(`the resource ${resource.name} has no operation: no site can be derived`)
  return found
}

function toListSites(resource: Resource): ListSite[] {
  const { list, entries, paging } = resource
  return list && entries !== undefined && paging
    ? [{ ...toSite(list, `list of ${entries}`), resource, entries, paging }]
    : []
}

function toSignatureSites({ api }: Subject, operation: Operation): SignatureSite[] {
  const scheme = findScheme(api.dialect)?.name
  return scheme === undefined
    ? []
    : [{ ...toSite(operation, 'signature', { provenance: toObserved(operation) }), scheme }]
}

/** Clients sign all operations and read request ids of all of them, also of one that a source only implies. */
function toObserved({ provenance }: Operation): Site['provenance'] {
  return provenance === 'inferred' ? 'observed' : (provenance ?? 'documented')
}

/** The resource that an operation acts on. */
function findResource(resources: readonly Resource[], operation: Operation): Resource | undefined {
  return resources.find(({ create, read, readKey, list, update, remove }) =>
    [create, readKey === undefined ? read : undefined, list, update, remove].includes(operation),
  )
}

/** The operations that show what a write stored. */
function toReaders(resource: Resource | undefined, { id }: Operation): readonly string[] {
  return [resource?.read, resource?.list].flatMap((reader) => (reader && reader.id !== id ? [reader.id] : []))
}
