import { toJsonSchema } from '../../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../../schemas/core/operation.ts'
import type { Call } from '../../call.ts'
import type { Upstream } from '../../kit.ts'
import { dropHeader, type JsonObject, type MutableResponse, setJson, toObject } from '../../response.ts'
import type { ResourceSite } from '../../sites/site.ts'
import type { Kit, Operator } from '../operator.ts'

export type Site = ResourceSite

export const hasRole =
  (...roles: readonly Site['role'][]) =>
  ({ role }: Site) =>
    roles.includes(role)
export const nameOf = ({ resource }: Site) => resource.name
/** A read that is an update needs a body. */
export const canRead = ({ resource: { read, readBody } }: Site) =>
  read !== undefined && (read.method === 'get' || readBody !== undefined)
export const isNamedByClient = ({ resource }: Site) => resource.keyIn === 'body'

export const intercept =
  (
    handle: (call: Call, upstream: Upstream, site: Site, kit: Kit) => Promise<MutableResponse>,
  ): Operator<'resource'>['wrap'] =>
  (site, kit) =>
    kit.intercept(site.operation.id, (call, upstream) => handle(call, upstream, site, kit))

/** Acts after a success of the operation. The response stays. */
export const afterSuccess = (
  act: (call: Call, upstream: Upstream, site: Site, response: MutableResponse, kit: Kit) => Promise<unknown>,
) =>
  intercept(async (call, upstream, site, kit) => {
    const response = await upstream.forward()
    if (response.status < 300) await act(call, upstream, site, response, kit)
    return response
  })

/** If the response has this status, fixes the cause and forwards the request again. */
export const retryAfter = (status: number, fix: (call: Call, upstream: Upstream, site: Site) => Promise<unknown>) =>
  intercept(async (call, upstream, site) => {
    const response = await upstream.forward()
    if (response.status !== status) return response
    await fix(call, upstream, site)
    return await upstream.forward()
  })

/** The example of a creation, and its required fields alone: optional fields may name what does not exist. */
export function toExamples(create: Operation | undefined): readonly JsonObject[] {
  if (!create?.body) return [{}]
  const example = toObject(Object.values(create.body.examples ?? {})[0]?.value) ?? {}
  const { required = [] } = toJsonSchema(create.body.schema)
  return [example, Object.fromEntries(Object.entries(example).filter(([field]) => required.includes(field)))]
}

/** Sets a response to a success without the work of the operation. */
export function setSuccess(response: MutableResponse, site: Site, body: JsonObject | undefined): void {
  const [status = '200'] = Object.keys(site.operation.success)
  response.status = Number(status)
  if (body) setJson(response, body)
  else {
    response.body = new Uint8Array()
    dropHeader(response, 'content-type')
    dropHeader(response, 'content-length')
  }
}
