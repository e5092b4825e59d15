import type { Operation } from '../../../schemas/core/operation.ts'
import type { CoreContext } from '../context.ts'
import type { Exchange } from '../http/exchange.ts'
import { isObject, type JsonObject } from './expect-response.ts'
import { SetupError } from '../signals.ts'
import type { Input } from '../http/wire-request.ts'

export interface ListSearch {
  readonly operation: Operation
  readonly input: Input
  /** Field of the response that holds the entries. */
  readonly entries: string
  /** Field of the response, and query parameter, that leads to the next page. */
  readonly token: string
  readonly isWanted: (entry: JsonObject) => boolean
}

/** Goes through the pages of a list, to the end, for one entry; returns it, or nothing, with the last page read. */
export async function findInList(
  { target, expectResponse }: Pick<CoreContext, 'target' | 'expectResponse'>,
  { operation, input, entries, token, isWanted }: ListSearch,
): Promise<{ readonly entry: JsonObject | undefined; readonly page: Exchange }> {
  let query = input.query ?? {}
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await target.send(operation, { ...input, query })
    const body = expectResponse(page)
    const entry = readEntries(body, entries).find(isWanted)
    const next = body[token]
    if (entry || typeof next !== 'string' || next === '') return { entry, page }
    query = { ...query, [token]: next }
  }
  throw new SetupError(`${operation.id} did not come to an end within ${mostPages} pages`)
}

/** The entries that the body of a list has under a field; none where it has none. */
export function readEntries(body: JsonObject, field: string): readonly JsonObject[] {
  const list: unknown = body[field]
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** Pages to read before giving up; the search asks for one name, so that one page is usual. */
const mostPages = 20
