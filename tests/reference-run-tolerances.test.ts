import { expect, test } from 'vitest'
import type { Wrap } from '../contracts/mutants/mutant.ts'
import { benignOperators } from '../contracts/mutants/operators/benign.ts'
import { headerOf, readObject, readText, setHeader, setJson, setText } from '../contracts/mutants/response.ts'
import { subjects } from '../contracts/mutants/subjects.ts'
import { toBenignMutants } from '../contracts/mutants/to-mutants.ts'
import { compareWithReference, toFindings } from './testing/compare-with-reference.ts'
import { edits } from './testing/run-checks-on.ts'

const apiId = 'aliyun-fc-2016-08-15'

test.each(benignOperators)(
  'a server whose operations all differ by $id does not differ',
  async ({ id }) => {
    const benign = subjects.slice(0, 1).flatMap(toBenignMutants)
    const wraps = benign.filter(({ operator }) => operator === id).map(({ wrap }) => wrap)
    expect(wraps).not.toEqual([])
    const all: Wrap = (server) => wraps.reduce((wrapped, wrap) => wrap(wrapped), server)
    expect(toFindings(await compareWithReference(apiId, all, { to: 3 }))).toEqual([])
  },
  60_000,
)

/** Changes the JSON text of every response. */
const mapText = (change: (text: string) => string): Wrap =>
  edits.editAllResponses(undefined, (response) => {
    if (readObject(response)) setText(response, change(readText(response)))
  })

/** Implementation-defined behaviour. */
test.each<[string, () => Wrap]>([
  ['ids of its own', () => mapText((text) => text.replaceAll(/("(?:service|function)Id":")/g, '$1own-'))],
  [
    'lists in another order',
    () =>
      edits.editSuccess('ListServices', (response) => {
        const { services, ...others } = readObject(response) ?? {}
        if (Array.isArray(services)) setJson(response, { ...others, services: services.toReversed() })
      }),
  ],
  [
    'undocumented properties',
    () => edits.setResponseFields(['CreateService', 'GetService', 'UpdateService'], { colour: 'red' }),
  ],
  ['ETags of its own', toOtherTags],
  [
    'checksums of another CRC-64',
    () =>
      mapText((text) =>
        text.replaceAll(/"(codeChecksum|checksum)":"(\d+)"/g, (_, name, value) => `"${name}":"${BigInt(value) ^ 1n}"`),
      ),
  ],
  [
    'the error code of the child where the source lists only that one',
    () =>
      edits.editErrors(['DeleteAlias', 'UpdateAlias', 'DeleteVersion'], 404, (response, { operation }) => {
        edits.setError(response, operation?.id === 'DeleteVersion' ? 'VersionNotFound' : 'AliasNotFound')
      }),
  ],
])(
  'a server with %s does not differ',
  async (_, toWrap) => {
    expect(toFindings(await compareWithReference(apiId, toWrap()))).toEqual([])
  },
  60_000,
)

/** The tags of the emulator in reverse. */
function toOtherTags(): Wrap {
  const reverse = (tag: string) => [...tag].reverse().join('')
  return edits.intercept(undefined, async ({ request }, { forward }) => {
    const sent = headerOf(request, 'if-match')
    const response = await forward(sent === undefined ? undefined : { headers: { 'if-match': reverse(sent) } })
    const tag = headerOf(response, 'etag')
    if (tag !== undefined) setHeader(response, 'ETag', reverse(tag))
    return response
  })
}
