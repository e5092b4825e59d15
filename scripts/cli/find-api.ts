import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { apis } from '../../schemas/apis.ts'
import type { Api } from '../../schemas/core/api.ts'

/** The API of that id. Throws {@link WrongUseError} naming the ids that exist. */
export function findApi(id: string): Api {
  const api = apis.find((candidate) => candidate.id === id)
  if (!api)
    throw new WrongUseError(`unknown API '${id}'; there are: ${apis.map((candidate) => candidate.id).join(', ')}`)
  return api
}
