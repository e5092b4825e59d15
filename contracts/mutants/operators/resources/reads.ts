import { toRequestFields } from '../../../../schemas/core/fields.ts'
import { perServer } from '../../kit.ts'
import { toNames, toPath } from '../../resource-names.ts'
import { type JsonObject, type MutableResponse, readObject } from '../../response.ts'
import { type Kit, operatorsOn } from '../operator.ts'
import { hasRole, intercept, isNamedByClient, nameOf, setSuccess, type Site } from './shared.ts'

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

/** Operators on reads and lists of a resource, and on requests for a missing one. */
export const readOperators = operatorsOn('resource', {
  'names-ignore-case': {
    what: (site) => `treats names of a ${nameOf(site)} that differ only in case as equal`,
    appliesTo: (site) => hasRole('read')(site) && isNamedByClient(site) && !site.resource.isCaseOpen,
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
    appliesTo: (site) =>
      hasRole('read')(site) &&
      site.resource.update !== undefined &&
      site.resource.update !== undefined &&
      'description' in toRequestFields(site.resource.update),
    wrap: intercept(async (call, upstream, { resource }) => {
      const response = await upstream.forward()
      const path = toPath(resource.update, call.names)
      if (response.status < 300 && path !== undefined)
        await upstream.send('PUT', path, { description: `read ${readObject(response)?.description ?? ''}` })
      return response
    }),
  },
})
