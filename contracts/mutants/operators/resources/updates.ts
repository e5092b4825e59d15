import { shiftTime } from '../shift-time.ts'
import { toPath } from '../../resource-names.ts'
import { headerOf, setHeader, setJson, toObject } from '../../response.ts'
import { operatorsOn } from '../operator.ts'
import { canRead, hasRole, intercept, isNamedByClient, nameOf, retryAfter, toExamples } from './shared.ts'

/** Operators on the update of a resource. */
export const updateOperators = operatorsOn('resource', {
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
      return await upstream.forward({ body: site.resource.readBody ?? {} })
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
      if (path === undefined) return
      for (const example of toExamples(resource.create)) {
        const created = { ...example, ...toObject(body), [resource.key]: names[resource.key] }
        if ((await send('POST', path, created)).status < 300) break
      }
    }),
  },
  'rejected-update-is-stored': {
    what: (site) => `stores the valid fields of an update of a ${nameOf(site)} that it rejects`,
    appliesTo: hasRole('update'),
    wrap: intercept(async (call, { forward }) => {
      const response = await forward()
      if (response.status !== 400) return response
      for (const [field, value] of Object.entries(toObject(call.body) ?? {})) {
        const { [field]: _, ...others } = toObject(call.body) ?? {}
        for (const body of [{ [field]: value }, others]) await forward({ body, headers: { 'if-match': undefined } })
      }
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
    what: (site) => `changes ${site.resource.times?.created} of the ${nameOf(site)}`,
    appliesTo: (site) => hasRole('update')(site) && site.resource.times !== undefined,
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const { created = '', modified = '' } = site.resource.times ?? {}
        body[created] = typeof body[modified] === 'string' ? shiftTime(body[modified], 1000) : body[created]
      }),
  },
  'modified-before-created': {
    what: (site) => `returns a ${site.resource.times?.modified} before ${site.resource.times?.created}`,
    appliesTo: (site) => site.resource.times !== undefined && hasRole('create', 'read', 'update')(site),
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const { created = '', modified = '' } = site.resource.times ?? {}
        if (typeof body[created] === 'string') body[modified] = shiftTime(body[created], -60_000)
      }),
  },
  'modified-time-goes-back': {
    what: (site) => `returns the ${site.resource.times?.modified} of before the update`,
    appliesTo: (site) => site.resource.times !== undefined && hasRole('update')(site),
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const { modified = '' } = site.resource.times ?? {}
        if (typeof body[modified] === 'string') body[modified] = shiftTime(body[modified], -3_600_000)
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
})
