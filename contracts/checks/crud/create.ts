import { isField, isHeader } from '../../core/assertions/assertion.ts'
import { isListed } from '../list-assertions.ts'
import { readObject } from '../../core/assertions/expect-response.ts'
import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import { readDocumented } from '../readings.ts'
import type { Rules } from '../rules.ts'
import {
  expectState,
  findEntry,
  givenOne,
  givenState,
  newRequest,
  read,
  type Sample,
  toBody,
  toLasting,
  toOwnKey,
  toShown,
} from '../sample.ts'
import { expectTimes, findOtherTime } from './times.ts'

/** What the create operation returns, stores and rejects. */
export function toCreateChecks(sample: Sample, rules: Rules): readonly Check[] {
  // The checks of versions cover what reads of the parent show.
  if (sample.resource.readKey !== undefined) return []
  return [...toResponseChecks(sample, rules), ...toStateChecks(sample, rules), ...toServerSetChecks(sample, rules)]
}

function toResponseChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { create: operation, read: reading, idField, times, etag } = sample.resource
  if (!operation || !reading) return []
  const core = { operation, level: 'core' } as const
  return [
    defineCheck('create-returns-the-created-resource', {
      ...core,
      clause: clauses.success(operation),
      async run(context) {
        const input = await newRequest(context, sample, sample.options)
        const created = await context.target.send(operation, input)
        context.expectFields(created, context.expectResponse(created, 200), toShown(sample, input), 'absent-passes')
      },
    }),
    // A read that is an update may change the ETag.
    ...(etag === undefined || reading.method !== 'get'
      ? []
      : [
          defineCheck('etag-equals-etag-of-read', {
            ...core,
            clause: `${clauses.responseHeader(operation, etag)}; ${clauses.responseHeader(reading, etag)}`,
            async run(context) {
              const { created, path } = await givenOne(context, sample, {})
              const after = await read(context, sample, path)
              context.expectPresent(after)
              const [first, second] = [created, after].map((item) => readHeader(item.response, etag))
              if (first === undefined || second === undefined) return context.skip('a response has no ETag')
              const assertions = [isHeader(etag, { is: 'equal', value: first })]
              context.expectThat(
                first === second,
                { expected: `ETag ${first}`, actual: `ETag ${second}`, assertions },
                after,
              )
            },
          }),
        ]),
    ...(times === undefined
      ? []
      : [
          defineCheck('times-are-utc', {
            ...core,
            clause: clauses.responseFields(operation, times.created, times.modified),
            run: async (context) => expectTimes(context, (await givenOne(context, sample, {})).created, times),
          }),
        ]),
    ...(idField === undefined
      ? []
      : [
          defineCheck('ids-are-unique', {
            ...core,
            clause: clauses.responseFields(operation, idField),
            async run(context) {
              const first = await givenOne(context, sample, {})
              const second = await givenOne(context, sample, {})
              const [one, other] = [first, second].map(({ created }) => readObject(created)[idField])
              if (one === undefined || other === undefined)
                return context.note(`${idField} in the response`, 'left out')
              const assertions = [isField([idField], { is: 'different', value: one })]
              const finding = { expected: `another ${idField}`, actual: `${String(one)} twice`, assertions }
              context.expectThat(one !== other, finding, second.created)
            },
          }),
        ]),
  ]
}

function toStateChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { clauses } = rules
  const { resource, changes, textField } = sample
  const { create: operation, read: reading, list, exists } = resource
  if (!operation || !reading) return []
  const core = { operation, level: 'core' } as const
  const createAndRead = `${clauses.success(operation)}; ${clauses.success(reading)}`
  return [
    defineCheck('created-resource-can-be-read', {
      ...core,
      clause: createAndRead,
      async run(context) {
        const { input, path } = await givenOne(context, sample)
        const after = await read(context, sample, path)
        context.expectFields(after, context.expectPresent(after), toShown(sample, input), 'absent-fails')
      },
    }),
    defineCheck('read-equals-create-response', {
      ...core,
      clause: createAndRead,
      async run(context) {
        const { created, path } = await givenOne(context, sample)
        const after = await read(context, sample, path)
        const documented = toLasting(sample, readDocumented(created))
        const { [resource.times?.created ?? '']: _, [resource.times?.modified ?? '']: __, ...lasting } = documented
        context.expectFields(after, context.expectPresent(after), lasting, 'absent-passes')
        if (!resource.times) return
        // A read that is an update may change the time of the last change.
        const { created: first, modified } = resource.times
        const times = { created: first, modified: reading.method === 'get' ? modified : first }
        const finding = findOtherTime(readDocumented(after), documented, times, 'the response to the create request')
        if (finding) context.expectThat(false, finding, after)
      },
    }),
    ...(list
      ? [
          defineCheck('created-resource-is-listed', {
            ...core,
            clause: `${clauses.success(operation)}; ${clauses.success(list)}`,
            async run(context) {
              const { input, path } = await givenOne(context, sample)
              const shown = toShown(sample, input)
              const wanted = toOwnKey(sample, path)
              const { entry, page: last } = await findEntry(context, sample, input, wanted)
              const finding = {
                expected: `${list.id} lists ${wanted}`,
                actual: `${wanted} is not in the list`,
                assertions: isListed(sample, last, wanted),
              }
              context.expectThat(entry !== undefined, finding, last)
              context.expectFields(last, entry, shown, 'absent-fails')
            },
          }),
        ]
      : []),
    ...(textField === undefined
      ? []
      : [
          defineCheck('text-is-stored-exactly', {
            ...core,
            clause: clauses.requestFields(operation, textField),
            async run(context) {
              const { created, path } = await givenOne(context, sample, { [textField]: anyText })
              context.expectResponse(created)
              const after = await read(context, sample, path)
              context.expectFields(after, context.expectPresent(after), { [textField]: anyText }, 'absent-fails')
            },
          }),
        ]),
    ...(exists === undefined
      ? []
      : [
          defineCheck('duplicate-name-is-rejected', {
            ...core,
            clause: clauses.error(operation, 409),
            async run(context) {
              const { input } = await givenOne(context, sample, {})
              context.expectError(await context.target.send(operation, input), exists)
            },
          }),
          defineCheck('duplicate-create-keeps-the-first', {
            ...core,
            clause: clauses.error(operation, 409),
            async run(context) {
              const { input, path } = await givenOne(context, sample)
              const before = await givenState(context, sample, path)
              await context.target.send(operation, { ...input, body: { ...toBody(input), ...changes } })
              await expectState(context, sample, path, before)
            },
          }),
        ]),
  ]
}

function toServerSetChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { create: operation, idField, times } = sample.resource
  const fixed = [...(idField === undefined ? [] : [idField]), ...(times ? [times.created] : [])]
  if (!operation || fixed.length === 0) return []
  const chosen = Object.fromEntries(
    fixed.map((field) => [field, field === idField ? 'set-by-the-client' : '2001-02-03T04:05:06.000+0000']),
  )
  return [
    defineCheck('id-and-times-are-set-by-server', {
      operation,
      level: 'core',
      clause: clauses.responseFields(operation, ...fixed),
      async run(context) {
        const sent = await context.target.send(operation, await newRequest(context, sample, chosen))
        if (!expectTolerance(context, sent, tolerances.serverSetField)) return
        const body = readObject(sent)
        const kept = fixed.filter((field) => body[field] === chosen[field])
        const finding = {
          expected: `${fixed.join(', ')} set by the server`,
          actual: `${kept.join(', ')} as in the request`,
        }
        context.expectThat(kept.length === 0, finding, sent)
      },
    }),
  ]
}

/** White space, combining characters, four-byte characters, quotes, a backslash and a line break. */
export const anyText = ' Zwölf Boxkämpfer, cafe\u0301 — 漢字, 🚀, "quotes", \\ and\na second line '
