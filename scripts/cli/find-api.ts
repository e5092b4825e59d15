import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { suggest } from '../../schemas/core/lib/suggest.ts'

/** The API with this id. Throws {@link WrongUseError}, which lists the valid ids. */
export function findApi<A extends { readonly id: string }>(id: string, apis: readonly A[]): A {
  const api = apis.find((candidate) => candidate.id === id)
  if (api) return api
  const ids = apis.map((candidate) => candidate.id)
  throw new WrongUseError(`unknown API ${JSON.stringify(id)}${suggest(id, ids)}; the APIs are: ${ids.join(', ')}`)
}
