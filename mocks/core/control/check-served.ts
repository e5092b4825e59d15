import { suggest } from '../../../schemas/core/lib/suggest.ts'
import type { Endpoint } from '../endpoint.ts'
import { ControlError } from './control-error.ts'

interface Names {
  readonly api?: string | undefined
  readonly operation?: string | undefined
}

/** The endpoints with these names. Throws a {@link ControlError} for an API or operation that the mock does not serve. */
export function findServed({ api, operation }: Names, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const apis = [...new Set(endpoints.map(({ mock }) => mock.api.id))]
  if (api !== undefined && !apis.includes(api))
    throw new ControlError(
      `api: ${JSON.stringify(api)} is not served${suggest(api, apis) || `; served are ${apis.join(', ')}`}`,
    )
  const ofApi = endpoints.filter(({ mock }) => api === undefined || mock.api.id === api)
  const named = ofApi.filter((endpoint) => operation === undefined || endpoint.operation.id === operation)
  if (operation === undefined || named.length > 0) return named
  const names = [...new Set(ofApi.map((endpoint) => endpoint.operation.id))]
  const some = names.slice(0, mostNames).join(', ') + (names.length > mostNames ? ', …' : '')
  throw new ControlError(
    `operation: ${JSON.stringify(operation)} does not exist${suggest(operation, names) || `; operations are ${some}`}`,
  )
}

/** Enough to see the form of a name. */
const mostNames = 5
