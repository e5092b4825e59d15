import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import type { BaseApi } from '../../schemas/core/api.ts'
import { suggest } from '../../schemas/core/lib/suggest.ts'

/** The API with this id. Throws {@link WrongUseError}, which lists the valid ids. */
export function findApi(id: string): BaseApi {
  const api = baseApis.find((candidate) => candidate.id === id)
  if (api) return api
  const ids = baseApis.map((candidate) => candidate.id)
  throw new WrongUseError(`unknown API ${JSON.stringify(id)}${suggest(id, ids)}; the APIs are: ${ids.join(', ')}`)
}
