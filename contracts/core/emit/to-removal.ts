import { fillPath, toPathNames } from '../../../schemas/core/lib/path-template.ts'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import type { Api } from '../../../schemas/core/api.ts'
import { isObject } from '../assertions/expect-response.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { encodePercent } from '../http/percent.ts'
import { readRequest } from '../report/read-request.ts'

/** A request that removes what another request may have created. */
export interface Removal {
  readonly method: string
  /** Relative to the base URL. */
  readonly path: string
  /** The server chose the name, so the request is known only after the response. */
  readonly isNamedByServer: boolean
}

/** The request that removes what a recorded request may create. Undefined if it creates nothing that can be removed. */
export function toRemoval(
  api: Api,
  resources: readonly CreatedResource[],
  exchange: ExchangeRecord,
): Removal | undefined {
  const resource = resources.find(({ create }) => create.id === exchange.operation)
  const remove = resource?.remove
  if (!resource || !remove || exchange.request.method !== resource.create.method.toUpperCase()) return undefined
  const { path, query, body } = readRequest(resource.create, exchange)
  const result = parseJson(exchange.response?.body ?? '')
  const found = resource.toPath({ path, query, body }, isObject(result) ? result : undefined)
  if (!found || !toPathNames(remove.path).every((name) => typeof found[name] === 'string')) return undefined
  const text = fillPath(remove.path, (name) => encodePercent(found[name] ?? '').replaceAll('%3A', ':'))
  return {
    method: remove.method.toUpperCase(),
    path: api.dialect.basePath + text,
    isNamedByServer: resource.isNamedByServer === true,
  }
}
