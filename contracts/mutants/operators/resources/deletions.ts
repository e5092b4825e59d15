import { perServer } from '../../kit.ts'
import { toPath } from '../../resource-names.ts'
import { readObject } from '../../response.ts'
import { operatorsOn } from '../operator.ts'
import { hasRole, intercept, isNamedByClient, nameOf, setSuccess } from './shared.ts'

/** Operators on the deletion of a resource. */
export const deletionOperators = operatorsOn('resource', {
  'delete-is-ignored': {
    what: (site) => `returns a success and does not delete the ${nameOf(site)}`,
    appliesTo: (site) => hasRole('remove')(site) && site.resource.read !== undefined,
    wrap: intercept(async (call, upstream, site, { readCurrent }) => {
      const path = toPath(site.resource.read, {
        ...call.names,
        ...(site.resource.readKey && { [site.resource.readKey]: call.names[site.resource.key] ?? '' }),
      })
      if (path === undefined || (await readCurrent(site, call, upstream)) === undefined) return await upstream.forward()
      const response = await upstream.send('GET', path)
      if (response.status < 300) setSuccess(response, site, undefined)
      return response
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
  'delete-with-children': {
    what: (site) => `deletes a ${nameOf(site)} that still has children`,
    appliesTo: (site) => hasRole('remove')(site) && site.resource.notEmpty !== undefined,
    wrap: (site, { editErrors }) =>
      editErrors(site.operation.id, 409, (response) => setSuccess(response, site, undefined)),
  },
})
