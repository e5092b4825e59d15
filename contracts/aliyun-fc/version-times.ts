import { expectTimes, findOtherTime } from '../checks/crud/times.ts'
import { findEntry, givenOne, toOwnKey } from '../checks/sample.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import type { Fc } from './fc.ts'

/** The times of a version, which only the publication and the list show. */
export function toVersionTimeChecks({ check, samples, operations }: Fc): readonly Check[] {
  const { publishVersion, listVersions } = operations
  const sample = samples.version
  const { times } = sample.resource
  if (!times) throw new TypeError('versions have times')
  const fields = '004 Definitions, VersionResponse: createdTime, lastModifiedTime'
  return [
    check('times-are-utc', {
      operation: publishVersion,
      level: 'core',
      clause: `004 PublishVersion 200; ${fields}`,
      run: async (context) => expectTimes(context, (await givenOne(context, sample)).created, times),
    }),
    check('list-shows-the-times-of-publication', {
      operation: listVersions,
      level: 'core',
      clause: `004 ListVersions 200; ${fields}`,
      async run(context) {
        const { created, path, input } = await givenOne(context, sample)
        const { entry, page } = await findEntry(context, sample, input, toOwnKey(sample, path))
        const finding = findOtherTime(entry ?? {}, readObject(created), times, 'the response to the publication')
        if (finding) context.expectThat(false, finding, page)
      },
    }),
  ]
}
