import { perServer } from '../../kit.ts'
import { toNames, toPath } from '../../resource-names.ts'
import { type JsonObject, readObject, toObject } from '../../response.ts'
import { operatorsOn } from '../operator.ts'
import {
  afterSuccess,
  hasRole,
  intercept,
  isNamedByClient,
  nameOf,
  retryAfter,
  setSuccess,
  toExamples,
} from './shared.ts'

/** Operators on the creation of a resource. */
export const creationOperators = operatorsOn('resource', {
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
    appliesTo: (site) =>
      hasRole('create')(site) && site.resource.exists !== undefined && site.resource.remove !== undefined,
    wrap: retryAfter(409, async (call, { send }, { resource }) => {
      const path = toPath(resource.remove, toNames(resource, call))
      if (path !== undefined) await send('DELETE', path)
    }),
  },
  'create-returns-existing': {
    what: (site) => `returns the existing ${nameOf(site)} with 200 instead of an error`,
    appliesTo: (site) =>
      hasRole('create')(site) && site.resource.exists !== undefined && site.resource.read !== undefined,
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
      if (response.status !== 400 || typeof key !== 'string') return response
      for (const example of toExamples(operation)) {
        if ((await upstream.forward({ body: { ...example, [resource.key]: key } })).status < 300) break
      }
      return response
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
})
