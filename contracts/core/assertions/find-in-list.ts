import type { Operation } from '../../../schemas/core/operation.ts'
import { bounds } from '../bounds.ts'
import type { CoreContext } from '../context.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'
import { SetupError } from '../signals.ts'
import { isObject, type JsonObject } from './expect-response.ts'

export interface ListSearch {
  readonly operation: Operation
  readonly input: Input
  /** Response field with the entries. */
  readonly entries: string
  /** Response field and query parameter with the token of the next page. */
  readonly token: string
  readonly isWanted: (entry: JsonObject) => boolean
}

/** Reads the pages of a list until it finds an entry. Returns the entry, if found, and the last page that was read. */
export async function findInList(
  { target, expectResponse }: Pick<CoreContext, 'target' | 'expectResponse'>,
  { operation, input, entries, token, isWanted }: ListSearch,
): Promise<{ readonly entry: JsonObject | undefined; readonly page: Exchange }> {
  let query = input.query ?? {}
  for (let pages = 0; pages < bounds.pages; pages += 1) {
    const page = await target.send(operation, { ...input, query })
    const body = expectResponse(page)
    const entry = readEntries(body, entries).find(isWanted)
    const next = body[token]
    if (entry || typeof next !== 'string' || next === '') return { entry, page }
    query = { ...query, [token]: next }
  }
  throw new SetupError(`${operation.id} did not end within ${bounds.pages} pages`)
}

/** The entries in this field of a list. Empty if the field is absent. */
export function readEntries(body: JsonObject, field: string): readonly JsonObject[] {
  const list: unknown = body[field]
  return Array.isArray(list) ? list.filter(isObject) : []
}
