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
    throw new ControlError(`api: ${JSON.stringify(api)} is not served; served are ${apis.join(', ')}`)
  const ofApi = endpoints.filter(({ mock }) => api === undefined || mock.api.id === api)
  const named = ofApi.filter((endpoint) => operation === undefined || endpoint.operation.id === operation)
  if (operation === undefined || named.length > 0) return named
  const names = ofApi.map((endpoint) => endpoint.operation.id)
  throw new ControlError(`operation: ${JSON.stringify(operation)} does not exist; ${toHint(operation, names)}`)
}

/** The name with the longest common beginning, without regard to case; otherwise all names. */
function toHint(word: string, names: readonly string[]): string {
  const toLength = (name: string) => {
    const [one, other] = [word.toLowerCase(), name.toLowerCase()]
    const end = [...one].findIndex((character, index) => character !== other[index])
    return end === -1 ? one.length : end
  }
  const [best] = names.toSorted((a, b) => toLength(b) - toLength(a) || a.length - b.length)
  if (best !== undefined && toLength(best) >= 4) return `did you mean ${JSON.stringify(best)}?`
  return `the operations are ${names.join(', ')}`
}
