import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { type Finding, fail } from '../core/assertions/expect.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { check } from './check.ts'
import { type Context, findEntry, givenOne, type Kind, readDocumented } from './kind.ts'
import { kinds } from './kinds.ts'
import { readTime } from './times.ts'

const times = ['createdTime', 'lastModifiedTime'] as const

/** A list shows what a read shows, as it is now. */
export const listValueChecks: readonly Check[] = kinds.map((kind) =>
  check('update-response-equals-read', {
    operation: kind.list,
    level: 'core',
    clause: `${toCitation(kind.list.source)} 200; ${toCitation(kind.read.source)} 200`,
    async run(context) {
      const { input, path, update } = await givenOne(context, kind)
      const name = String(path[kind.nameField])
      // Whatever the list keeps in mind of its first reading must not outlive the update.
      await findEntry(context, kind, input, name)
      await context.given(context.target.send(kind.update, { path, body: update }))
      const { entry, page } = await findEntry(context, kind, input, name)
      const read = readDocumented(await context.given(context.target.send(kind.read, { path })))
      context.expectThat(entry !== undefined, { expected: `an entry ${name}`, actual: 'none' }, page)
      context.expectFields(page, entry, kind.changes, 'absent-passes')
      const { createdTime: _, lastModifiedTime: __, ...others } = read
      context.expectFields(page, entry, others, 'absent-passes')
      const finding = findOtherTime(entry ?? {}, read)
      if (finding) context.expectThat(false, finding, page)
    },
  }),
)

/** Reads the list, whose entry has the times of this reading. */
export async function expectTimesInList(
  context: Context,
  kind: Kind,
  input: Parameters<typeof findEntry>[2],
  read: Exchange,
) {
  const values = readDocumented(read)
  const { entry, page } = await findEntry(context, kind, input, String(values[kind.nameField]))
  const finding = entry && findOtherTime(entry, values)
  const blame = { operation: kind.list.id, clause: `${toCitation(kind.list.source)} 200: lastModifiedTime` }
  if (finding) fail(blame, finding, page)
}

/** Times may be told to the second in one response, and to the millisecond in another. */
function findOtherTime(entry: JsonObject, read: JsonObject): Finding | undefined {
  for (const field of times) {
    const [listed, known] = [entry, read].map((row) => readTime(String(row[field])))
    if (listed === undefined || known === undefined || Math.abs(listed - known) < 1000) continue
    return { expected: `${field} ${String(read[field])}, as it is read`, actual: `${field} ${String(entry[field])}` }
  }
  return undefined
}
