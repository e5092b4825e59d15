import { isListed } from '../list-assertions.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readDocumented } from '../readings.ts'
import type { Rules } from '../rules.ts'
import { findEntry, givenOne, type Sample, toUpdate } from '../sample.ts'
import { findOtherTime } from './times.ts'

/** An entry of a list shows the same as a read, also after an update. */
export function toListChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { create, read: reading, list: operation, update, key, times } = sample.resource
  if (!create || !reading || !operation || !update) return []
  return [
    defineCheck('update-response-equals-read', {
      operation,
      level: 'core',
      clause: `${clauses.success(operation)}; ${clauses.success(reading)}`,
      async run(context) {
        const { input, path } = await givenOne(context, sample)
        const name = String(path[key])
        // A list that was read before the update must not be returned again.
        await findEntry(context, sample, input, name)
        await context.given(context.target.send(update, { path, body: toUpdate(sample, input) }))
        const { entry, page } = await findEntry(context, sample, input, name)
        const after = await context.given(context.target.send(reading, { path }))
        const { [times?.created ?? '']: _, [times?.modified ?? '']: __, ...others } = readDocumented(after)
        const missing = { expected: `an entry ${name}`, actual: 'none', assertions: isListed(sample, page, name) }
        context.expectThat(entry !== undefined, missing, page)
        context.expectFields(page, entry, sample.changes, 'absent-passes')
        context.expectFields(page, entry, others, 'absent-passes')
        const finding = times && findOtherTime(entry ?? {}, readDocumented(after), times)
        if (finding) context.expectThat(false, finding, page)
      },
    }),
  ]
}
