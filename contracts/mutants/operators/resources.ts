import { fillPath } from '../../../schemas/core/lib/path-template.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import type { Call } from '../call.ts'
import { perServer, type Upstream } from '../kit.ts'
import {
  dropHeader,
  headerOf,
  type JsonObject,
  type MutableResponse,
  readObject,
  setHeader,
  setJson,
  toObject,
} from '../response.ts'
import type { ResourceSite } from '../sites/site.ts'
import { type Kit, type Operator, operatorsOn } from './operator.ts'

type Site = ResourceSite

const hasRole =
  (...roles: readonly Site['role'][]) =>
  ({ role }: Site) =>
    roles.includes(role)
const nameOf = ({ resource }: Site) => resource.name
/** A read that is an update needs a body. */
const canRead = ({ resource: { read, readBody } }: Site) =>
  read !== undefined && (read.method === 'get' || readBody !== undefined)
const isNamedByClient = ({ resource }: Site) => resource.keyIn === 'body'

/** The values of the path of the resource that a call names. */
function toNames({ key, keyIn }: Resource, { names, body }: Call, response?: JsonObject): Record<string, string> {
  const own = keyIn === 'response' ? response?.[key] : toObject(body)?.[key]
  return { ...names, ...(typeof own === 'string' && !(key in names) ? { [key]: own } : {}) }
}

/** The path of an operation with these values. Undefined if a value is missing. */
function toPath(operation: Site['operation'] | undefined, names: Readonly<Record<string, string>>): string | undefined {
  if (!operation) return undefined
  let isComplete = true
  const path = fillPath(operation.path, (name) => {
    isComplete &&= name in names
    return encodeURIComponent(names[name] ?? '')
  })
  return isComplete ? path : undefined
}

const intercept =
  (
    handle: (call: Call, upstream: Upstream, site: Site, kit: Kit) => Promise<MutableResponse>,
  ): Operator<'resource'>['wrap'] =>
  (site, kit) =>
    kit.intercept(site.operation.id, (call, upstream) => handle(call, upstream, site, kit))

/** Adds `suffix` behaviour after a success of the operation. */
const afterSuccess = (
  act: (call: Call, upstream: Upstream, site: Site, response: MutableResponse, kit: Kit) => Promise<unknown>,
) =>
  intercept(async (call, upstream, site, kit) => {
    const response = await upstream.forward()
    if (response.status < 300) await act(call, upstream, site, response, kit)
    return response
  })

/** If the response has this status, fixes the cause and forwards the request again. */
const retryAfter = (status: number, fix: (call: Call, upstream: Upstream, site: Site) => Promise<unknown>) =>
  intercept(async (call, upstream, site) => {
    const response = await upstream.forward()
    if (response.status !== status) return response
    await fix(call, upstream, site)
    return await upstream.forward()
  })

/** Forwards the request for another resource if the named one does not exist. */
const readInstead = (toOther: (key: string) => string | undefined) =>
  intercept(async (call, { forward }, { resource, operation }) => {
    const response = await forward()
    const own = call.names[resource.key]
    const other = own === undefined ? undefined : toOther(own)
    if (response.status !== 404 || other === undefined || other === own) return response
    const path = toPath(operation, { ...call.names, [resource.key]: other })
    const found = path === undefined ? response : await forward({ path })
    return found.status < 300 ? found : response
  })

const respondToMissing = (what: string, respond: (site: Site, kit: Kit, response: MutableResponse) => void) => ({
  what: (site: Site) => `${what} for a missing ${nameOf(site)}`,
  appliesTo: (site: Site) => hasRole('read', 'update', 'remove')(site) && site.resource.keyIn !== 'none',
  wrap: (site: Site, kit: Kit) => kit.editErrors(site.operation.id, 404, (response) => respond(site, kit, response)),
})

const times = (site: Site) => site.resource.times

/** Sets a response to a success without the work of the operation. */
function setSuccess(response: MutableResponse, site: Site, body: JsonObject | undefined): void {
  const [status = '200'] = Object.keys(site.operation.success)
  response.status = Number(status)
  if (body) setJson(response, body)
  else {
    response.body = new Uint8Array()
    dropHeader(response, 'content-type')
    dropHeader(response, 'content-length')
  }
}

/** Operators on the operations of a resource. */
export const resourceOperators = operatorsOn('resource', {
  'create-is-lost': {
    what: (site) => `does not store the ${nameOf(site)}`,
    appliesTo: (site) => hasRole('create')(site) && site.resource.remove !== undefined,
    wrap: afterSuccess(async (call, { send }, { resource }, response) => {
      const path = toPath(resource.remove, toNames(resource, call, readObject(response)))
      if (path !== undefined) await send('DELETE', path)
    }),
  },
  'create-overwrites': {
    what: (site) => `replaces an existing ${nameOf(site)}`,
    appliesTo: (site) => hasRole('create')(site) && isNamedByClient(site) && site.resource.remove !== undefined,
    wrap: retryAfter(409, async (call, { send }, { resource }) => {
      const path = toPath(resource.remove, toNames(resource, call))
      if (path !== undefined) await send('DELETE', path)
    }),
  },
  'create-returns-existing': {
    what: (site) => `returns the existing ${nameOf(site)} with 200 instead of an error`,
    appliesTo: (site) => hasRole('create')(site) && isNamedByClient(site) && site.resource.read !== undefined,
    wrap: intercept(async (call, upstream, site, { readCurrent }) => {
      const response = await upstream.forward()
      const current = response.status === 409 ? await readCurrent(site, call, upstream) : undefined
      if (current) setSuccess(response, site, current)
      return response
    }),
  },
  'create-makes-parent': {
    what: (site) => `creates a missing ${site.resource.parent?.name}`,
    appliesTo: (site) =>
      hasRole('create')(site) &&
      site.resource.parent?.create !== undefined &&
      site.resource.parent.parent === undefined,
    wrap: retryAfter(404, async ({ names }, { send }, { resource: { parent } }) => {
      const path = toPath(parent?.create, names)
      if (parent && path !== undefined) await send('POST', path, { [parent.key]: names[parent.key] })
    }),
  },
  'rejected-create-is-stored': {
    what: (site) => `stores a ${nameOf(site)} although it rejects the request`,
    appliesTo: (site) => hasRole('create')(site) && isNamedByClient(site),
    wrap: intercept(async (call, upstream, { resource, operation }) => {
      const response = await upstream.forward()
      const key = toObject(call.body)?.[resource.key]
      const example = Object.values(operation.body?.examples ?? {})[0]?.value
      if (response.status === 400 && typeof key === 'string')
        await upstream.forward({ body: { ...toObject(example), [resource.key]: key } })
      return response
    }),
  },
  'names-ignore-case': {
    what: (site) => `treats names of a ${nameOf(site)} that differ only in case as equal`,
    appliesTo: (site) => hasRole('read')(site) && isNamedByClient(site),
    wrap: readInstead((key) => (key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase())),
  },
  'names-match-start': {
    what: (site) => `returns a ${nameOf(site)} whose name is only the start of the requested name`,
    appliesTo: (site) => hasRole('read', 'update', 'remove')(site) && isNamedByClient(site),
    wrap: readInstead((key) => key.slice(0, -1)),
  },
  'underscore-equals-hyphen': {
    what: (site) => `treats underscores and hyphens in names of a ${nameOf(site)} as equal`,
    appliesTo: (site) => hasRole('read')(site) && isNamedByClient(site),
    wrap: readInstead((key) => (key.includes('_') ? key.replaceAll('_', '-') : key.replaceAll('-', '_'))),
  },
  'missing-is-empty-success': respondToMissing('returns a success', (site, _, response) =>
    setSuccess(response, site, {}),
  ),
  'missing-is-500': respondToMissing('returns 500', (_, { api, setError }, response) =>
    setError(response, api.dialect.codes.internal),
  ),
  'missing-is-400': respondToMissing('returns 400', (_, { setError }, response) => setError(response)),
  'missing-is-other-404': respondToMissing(
    'returns the code of another resource',
    ({ resource }, { api, setError }, response) => {
      const other = Object.keys(api.errors).find(
        (code) => api.errors[code]?.status === 404 && code !== resource.missing && code !== resource.parent?.missing,
      )
      if (other !== undefined) setError(response, other)
    },
  ),
  'read-finds-in-other-parent': {
    what: (site) => `finds a ${nameOf(site)} of another ${site.resource.parent?.name}`,
    appliesTo: (site) =>
      hasRole('read', 'update', 'remove')(site) && isNamedByClient(site) && site.resource.parent?.keyIn === 'body',
    wrap: (site, kit) =>
      perServer(() => {
        const seen = new Map<string, Record<string, string>>()
        const { resource } = site
        return kit.intercept([site.operation.id, resource.create?.id ?? ''], async (call, { forward }) => {
          const response = await forward()
          const names = toNames(resource, call)
          const key = names[resource.key] ?? ''
          if (call.operation?.id === resource.create?.id) {
            if (response.status < 300) seen.set(key, names)
            return response
          }
          const other = seen.get(key)
          const path = response.status === 404 && other ? toPath(site.operation, other) : undefined
          return path === undefined ? response : await forward({ path })
        })
      }),
  },
  'update-is-lost': {
    what: (site) => `returns the changed ${nameOf(site)} but does not store the change`,
    appliesTo: (site) => hasRole('update')(site) && canRead(site),
    wrap: intercept(async (call, upstream, site, { readCurrent }) => {
      const before = await readCurrent(site, call, upstream)
      const response = await upstream.forward()
      if (response.status >= 300 || !before) return response
      const path = toPath(site.operation, call.names)
      const changed = Object.keys(toObject(call.body) ?? {}).filter(
        (field) => field in before && field !== site.resource.key,
      )
      const restored = Object.fromEntries(changed.map((field) => [field, before[field]]))
      if (path !== undefined && changed.length > 0)
        await upstream.forward({ body: restored, headers: { 'if-match': undefined } })
      return response
    }),
  },
  'update-is-ignored': {
    what: (site) => `returns the unchanged ${nameOf(site)} and stores nothing`,
    appliesTo: (site) => hasRole('update')(site) && canRead(site),
    wrap: intercept(async (call, upstream, site, { readCurrent }) => {
      const before = await readCurrent(site, call, upstream)
      if (!before) return await upstream.forward()
      const response = await upstream.forward({ body: site.resource.readBody ?? {} })
      return response
    }),
  },
  'update-returns-old-state': {
    what: (site) => `returns the ${nameOf(site)} as before the update`,
    appliesTo: (site) => hasRole('update')(site) && canRead(site) && !site.resource.readBody,
    wrap: intercept(async (call, upstream, site, { readCurrent }) => {
      const before = await readCurrent(site, call, upstream)
      const response = await upstream.forward()
      if (response.status < 300 && before) setJson(response, before)
      return response
    }),
  },
  'update-creates': {
    what: (site) => `creates a missing ${nameOf(site)}`,
    appliesTo: (site) => hasRole('update')(site) && isNamedByClient(site) && site.resource.create !== undefined,
    wrap: retryAfter(404, async ({ names, body }, { send }, { resource }) => {
      const path = toPath(resource.create, names)
      const example = Object.values(resource.create?.body?.examples ?? {})[0]?.value
      if (path !== undefined)
        await send('POST', path, { ...toObject(example), ...toObject(body), [resource.key]: names[resource.key] })
    }),
  },
  'rejected-update-is-stored': {
    what: (site) => `stores the valid fields of an update of a ${nameOf(site)} that it rejects`,
    appliesTo: hasRole('update'),
    wrap: intercept(async (call, { forward }) => {
      const response = await forward()
      if (response.status !== 400) return response
      for (const [field, value] of Object.entries(toObject(call.body) ?? {}))
        await forward({ body: { [field]: value }, headers: { 'if-match': undefined } })
      return response
    }),
  },
  'conflicting-update-is-stored': {
    what: (site) => `stores an update of a ${nameOf(site)} although it rejects its If-Match`,
    appliesTo: (site) => hasRole('update')(site) && site.resource.etag !== undefined,
    wrap: intercept(async ({ request }, { forward }) => {
      const response = await forward()
      if (response.status >= 400 && headerOf(request, 'if-match') !== undefined)
        await forward({ headers: { 'if-match': undefined } })
      return response
    }),
  },
  'update-changes-creation-time': {
    what: (site) => `changes ${times(site)?.created} of the ${nameOf(site)}`,
    appliesTo: (site) => hasRole('update')(site) && times(site) !== undefined,
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const { created = '', modified = '' } = times(site) ?? {}
        body[created] = typeof body[modified] === 'string' ? shift(body[modified], 1000) : body[created]
      }),
  },
  'modified-before-created': {
    what: (site) => `returns a ${times(site)?.modified} before ${times(site)?.created}`,
    appliesTo: (site) => times(site) !== undefined && hasRole('create', 'read', 'update')(site),
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const { created = '', modified = '' } = times(site) ?? {}
        if (typeof body[created] === 'string') body[modified] = shift(body[created], -60_000)
      }),
  },
  'modified-time-goes-back': {
    what: (site) => `returns the ${times(site)?.modified} of before the update`,
    appliesTo: (site) => times(site) !== undefined && hasRole('update')(site),
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const { modified = '' } = times(site) ?? {}
        if (typeof body[modified] === 'string') body[modified] = shift(body[modified], -3_600_000)
      }),
  },
  'update-keeps-tag': {
    what: (site) => `returns the ETag of before the update of a ${nameOf(site)}`,
    appliesTo: (site) => hasRole('update')(site) && site.resource.etag !== undefined && !site.resource.readBody,
    wrap: intercept(async (call, { forward, send }, { resource }) => {
      const path = toPath(resource.read, call.names)
      const before = path === undefined ? undefined : await send('GET', path)
      const response = await forward()
      const tag = before && headerOf(before, 'etag')
      if (response.status < 300 && tag !== undefined) setHeader(response, 'ETag', tag)
      return response
    }),
  },
  'delete-is-ignored': {
    what: (site) => `returns a success and does not delete the ${nameOf(site)}`,
    appliesTo: (site) => hasRole('remove')(site) && site.resource.read !== undefined,
    wrap: intercept(async (call, upstream, site, { readCurrent }) => {
      const path = toPath(site.resource.read, {
        ...call.names,
        ...(site.resource.readKey && { [site.resource.readKey]: call.names[site.resource.key] ?? '' }),
      })
      if (path === undefined || (await readCurrent(site, call, upstream)) === undefined) return await upstream.forward()
      return toDeleted(await upstream.send('GET', path), site)
    }),
  },
  'delete-removes-sibling': {
    what: (site) => `also deletes another ${nameOf(site)}`,
    appliesTo: (site) => hasRole('remove')(site) && site.resource.list !== undefined,
    wrap: intercept(async (call, { forward, send }, { resource, operation }) => {
      const response = await forward()
      const path = toPath(resource.list, call.names)
      if (response.status >= 300 || path === undefined) return response
      const entries = readObject(await send('GET', path))?.[resource.entries ?? '']
      const key = Array.isArray(entries)
        ? entries
            .map((entry) => String(entry[resource.key]))
            .find((name) => name.startsWith(String(call.names[resource.key]).slice(0, -1)))
        : undefined
      const other = key === undefined ? undefined : toPath(operation, { ...call.names, [resource.key]: key })
      if (other !== undefined) await send('DELETE', other)
      return response
    }),
  },
  'delete-of-missing-succeeds': {
    what: (site) => `returns a success for a missing ${nameOf(site)}`,
    appliesTo: hasRole('remove'),
    wrap: (site, { editErrors }) =>
      editErrors(site.operation.id, 404, (response) => setSuccess(response, site, undefined)),
  },
  'delete-only-once-per-name': {
    what: (site) => `rejects the second deletion of a ${nameOf(site)} with the same name`,
    appliesTo: (site) => hasRole('remove')(site) && isNamedByClient(site),
    wrap: (site, kit) =>
      perServer(() => {
        const removed = new Set<string>()
        return kit.rejectCalls(
          site.operation.id,
          ({ path }) => {
            const isSecond = removed.has(path)
            removed.add(path)
            return isSecond
          },
          kit.api.dialect.codes.internal,
        )
      }),
  },
  'deleted-is-still-listed': {
    what: (site) => `returns a deleted ${nameOf(site)} in lists`,
    appliesTo: (site) =>
      hasRole('list')(site) && site.resource.remove !== undefined && site.resource.entries !== undefined,
    wrap: (site, kit) =>
      perServer(() => {
        const { list, remove, entries = '', key } = site.resource
        const seen = new Map<string, JsonObject>()
        const removed = new Set<string>()
        return kit.intercept([list?.id ?? '', remove?.id ?? ''], async (call, { forward }) => {
          const response = await forward()
          if (response.status >= 300) return response
          if (call.operation === remove) {
            removed.add(String(call.names[key]))
            return response
          }
          return kit.mapJsonOf(response, (body) => {
            const listed = Array.isArray(body[entries]) ? (body[entries] as JsonObject[]) : []
            for (const entry of listed) seen.set(`${call.path} ${entry[key]}`, entry)
            const lost = [...seen].filter(
              ([id, entry]) =>
                id.startsWith(`${call.path} `) &&
                removed.has(String(entry[key])) &&
                !listed.some((other) => other[key] === entry[key]),
            )
            return { ...body, [entries]: [...listed, ...lost.map(([, entry]) => entry)] }
          })
        })
      }),
  },
  'deleted-can-be-read': {
    what: (site) => `returns a deleted ${nameOf(site)}`,
    appliesTo: (site) => hasRole('read')(site) && site.resource.remove !== undefined && isNamedByClient(site),
    wrap: (site, kit) =>
      perServer(() => {
        const seen = new Map<string, MutableResponse>()
        return kit.intercept(site.operation.id, async (call, { forward }) => {
          const response = await forward()
          if (response.status < 300) seen.set(call.path, { ...response, headers: [...response.headers] })
          return response.status === 404 ? (seen.get(call.path) ?? response) : response
        })
      }),
  },
  'recreated-has-old-values': {
    what: (site) => `returns old values of a deleted ${nameOf(site)} after its re-creation`,
    appliesTo: (site) => hasRole('create')(site) && isNamedByClient(site) && site.resource.remove !== undefined,
    wrap: (site, kit) =>
      perServer(() => {
        const bodies = new Map<string, JsonObject>()
        return kit.intercept(site.operation.id, async (call, { forward }) => {
          const body = toObject(call.body)
          const id = `${call.path}/${body?.[site.resource.key]}`
          const old = bodies.get(id)
          const response = await forward(body && old ? { body: { ...old, ...body } } : undefined)
          if (response.status < 300 && body) bodies.set(id, { ...old, ...body })
          return response
        })
      }),
  },
  'recreated-has-old-id': {
    what: (site) => `returns the ${site.resource.idField} of a deleted ${nameOf(site)} after its re-creation`,
    appliesTo: (site) =>
      hasRole('create')(site) && site.resource.idField !== undefined && site.resource.remove !== undefined,
    wrap: (site, kit) =>
      perServer(() => {
        const ids = new Map<string, unknown>()
        return kit.editObject(site.operation.id, (body, { path }) => {
          const { idField = '', key } = site.resource
          const id = `${path}/${body[key]}`
          if (!ids.has(id)) ids.set(id, body[idField])
          body[idField] = ids.get(id)
        })
      }),
  },
  'same-id-for-all': {
    what: (site) => `returns the same ${site.resource.idField} for every ${nameOf(site)}`,
    appliesTo: (site) => hasRole('create')(site) && site.resource.idField !== undefined,
    wrap: (site, kit) =>
      perServer(() => {
        let first: unknown
        return kit.editObject(site.operation.id, (body) => {
          first ??= body[site.resource.idField ?? '']
          body[site.resource.idField ?? ''] = first
        })
      }),
  },
  'delete-with-children': {
    what: (site) => `deletes a ${nameOf(site)} that still has children`,
    appliesTo: (site) => hasRole('remove')(site) && site.resource.notEmpty !== undefined,
    wrap: (site, { editErrors }) =>
      editErrors(site.operation.id, 409, (response) => setSuccess(response, site, undefined)),
  },
  'stale-read': {
    what: (site) => `returns the ${nameOf(site)} as in the previous read`,
    appliesTo: (site) => hasRole('read')(site) && site.resource.update !== undefined,
    wrap: (site, kit) =>
      perServer(() => {
        const seen = new Map<string, MutableResponse>()
        return kit.intercept(site.operation.id, async (call, { forward }) => {
          const response = await forward()
          const before = seen.get(call.path)
          if (response.status >= 300) {
            seen.delete(call.path)
            return response
          }
          seen.set(call.path, response)
          if (!before) return response
          return { ...before, headers: [...before.headers] }
        })
      }),
  },
  'list-with-values-of-creation': {
    what: (site) => `returns the ${nameOf(site)} in lists as it was created`,
    appliesTo: (site) =>
      hasRole('list')(site) && site.resource.update !== undefined && site.resource.entries !== undefined,
    wrap: (site, kit) =>
      perServer(() => {
        const { create, list, entries = '', key } = site.resource
        const created = new Map<string, JsonObject>()
        return kit.intercept([create?.id ?? '', list?.id ?? ''], async (call, { forward }) => {
          const response = await forward()
          const body = readObject(response)
          if (response.status >= 300 || !body) return response
          if (call.operation === create) {
            created.set(`${toPath(list, call.names)}/${body[key]}`, body)
            return response
          }
          return kit.mapJsonOf(response, () => ({
            ...body,
            [entries]: (body[entries] as JsonObject[]).map(
              (entry) => created.get(`${call.path}/${entry[key]}`) ?? entry,
            ),
          }))
        })
      }),
  },
  'read-changes-state': {
    what: (site) => `changes the ${nameOf(site)} when it is read`,
    appliesTo: (site) => hasRole('read')(site) && site.resource.update !== undefined && 'description' in toFields(site),
    wrap: intercept(async (call, upstream, { resource }) => {
      const response = await upstream.forward()
      const path = toPath(resource.update, call.names)
      if (response.status < 300 && path !== undefined)
        await upstream.send('PUT', path, { description: `read ${readObject(response)?.description ?? ''}` })
      return response
    }),
  },
})

/** Fields of the update of a resource. */
function toFields({ resource }: Site): Readonly<Record<string, unknown>> {
  const schema = resource.update?.body?.schema
  return schema && 'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null
    ? { ...schema.shape }
    : {}
}

function toDeleted(response: MutableResponse, site: Site): MutableResponse {
  if (response.status < 300) setSuccess(response, site, undefined)
  return response
}

/** Moves a time in the format of the vendor. */
function shift(time: string, ms: number): string {
  const zone = /(Z|[+-]\d\d:?\d\d)$/.exec(time)?.[0] ?? ''
  return new Date(Date.parse(time) + ms).toISOString().replace('Z', zone)
}
