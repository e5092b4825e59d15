import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'
import { expectUnchanged, findEntry, givenOne, givenReading, type Kind, toUpdate } from './kind.ts'
import { readTime } from './times.ts'

/** What an update of one kind of resource does, and what it leaves. */
export function toUpdateChecks(kind: Kind): readonly Check[] {
  return [...toChangeChecks(kind), ...toTextChecks(kind), ...toKeepChecks(kind), ...toBadUpdateChecks(kind)]
}

function toTextChecks(kind: Kind): readonly Check[] {
  const { update: operation, read, textField } = kind
  if (textField === undefined) return []
  return [
    check('text-is-stored-exactly', {
      operation,
      level: 'core',
      clause: `004 Definitions, ${operation.tag}UpdateFields: ${textField}`,
      async run(context) {
        const text = ' Zwölf Boxkämpfer, cafe\u0301 — 漢字, 🚀, "quotes", \\ and\na second line '
        const { path, input } = await givenOne(context, kind)
        context.expectResponse(
          await context.target.send(operation, { path, body: toUpdate(kind, input, { [textField]: text }) }),
        )
        const after = await context.target.send(read, { path })
        context.expectFields(after, context.expectPresent(after), { [textField]: text }, 'absent-fails')
      },
    }),
  ]
}

function toChangeChecks(kind: Kind): readonly Check[] {
  const { update: operation, read, nameField } = kind
  const core = { operation, level: 'core' } as const
  const page = toCitation(operation.source)
  return [
    ...Object.entries(kind.changes).map(([field, value]) =>
      check(`update-changes-only-${field}`, {
        ...core,
        clause: `${page} 200; 004 Definitions, ${operation.tag}UpdateFields: ${field}`,
        async run(context) {
          const { path, input } = await givenOne(context, kind)
          const { lastModifiedTime: _, ...before } = await givenReading(context, read, path)
          const body = toUpdate(kind, input, { [field]: value })
          const updated = await context.target.send(operation, { path, body })
          const result = context.expectResponse(updated)
          const expected = { ...before, [field]: value }
          context.expectFields(updated, result, expected, 'absent-passes')
          const after = await context.target.send(read, { path })
          context.expectFields(after, context.expectPresent(after), expected, 'absent-fails')
        },
      }),
    ),
    check('update-is-seen-in-list', {
      ...core,
      clause: `${page} 200; ${toCitation(kind.list.source)} 200`,
      async run(context) {
        const { input, path, update } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path, body: update }))
        const wanted = String(path[nameField])
        const { entry, page: last } = await findEntry(context, kind, input, wanted)
        context.expectFields(last, entry, kind.changes, 'absent-fails')
      },
    }),
    check('update-changes-etag', {
      ...core,
      clause: `${page} 200, Headers: ETag`,
      async run(context) {
        const { created, path, update } = await givenOne(context, kind)
        const updated = await context.given(context.target.send(operation, { path, body: update }))
        const after = await context.given(context.target.send(read, { path }))
        const [first, second, third] = [created, updated, after].map((item) => readHeader(item.response, 'etag'))
        if (!first || !second || !third) context.skip('a response carries no ETag')
        const finding = {
          expected: 'another ETag after a change, and that one when read',
          actual: `${first} before, ${second} in the response, ${third} when read`,
        }
        context.expectThat(first !== second, finding, updated)
        context.expectThat(second === third, finding, after)
      },
    }),
    check('update-changes-last-modified-time', {
      ...core,
      clause: `004 Definitions, ${operation.tag}Response: lastModifiedTime`,
      async run(context) {
        const { created, path, update } = await givenOne(context, kind)
        // Times may be told in whole seconds; a change within the same one need not show.
        const updated = await context.given(context.target.send(operation, { path, body: update }))
        const [before, after] = [created, updated].map((item) => readTime(String(readObject(item).lastModifiedTime)))
        if (before === undefined || after === undefined) return context.skip('a response has no lastModifiedTime')
        const actual = `${before} ms before, ${after} ms after`
        context.expectThat(after >= before, { expected: 'lastModifiedTime not to go back', actual }, updated)
        context.note('lastModifiedTime after an update at once', after > before ? 'later' : 'the same')
      },
    }),
  ]
}

function toKeepChecks(kind: Kind): readonly Check[] {
  const { update: operation, read, idField, nameField } = kind
  const core = { operation, level: 'core' } as const
  const page = toCitation(operation.source)
  const fixed = [...(idField ? [idField] : []), 'createdTime', nameField]
  return [
    check('update-keeps-id-name-and-creation-time', {
      ...core,
      clause: `004 Definitions, ${operation.tag}Response: ${fixed.join(', ')}`,
      async run(context) {
        const { path, update } = await givenOne(context, kind)
        const before = await givenReading(context, read, path)
        const kept = Object.fromEntries(fixed.flatMap((field) => (field in before ? [[field, before[field]]] : [])))
        const sent: JsonObject = Object.fromEntries(fixed.map((field) => [field, 'chosen-by-the-client']))
        const updated = await context.target.send(operation, { path, body: { ...update, ...sent } })
        expectTolerance(context, updated, tolerances.fixedField)
        const after = await context.target.send(read, { path })
        context.expectFields(after, context.expectPresent(after), kept, 'absent-fails')
      },
    }),
    check('other-resources-are-unchanged', {
      ...core,
      clause: `${page}, Path`,
      async run(context) {
        const { input, path, update } = await givenOne(context, kind)
        const other = { ...input, body: { ...(input.body as JsonObject), [nameField]: `${path[nameField]}2` } } // a base request has an object
        await context.given(context.target.send(kind.create, other))
        const otherPath = kind.toPath(other) ?? {}
        const before = await givenReading(context, read, otherPath)
        await context.given(context.target.send(operation, { path, body: update }))
        await expectUnchanged(context, read, otherPath, before)
      },
    }),
    check('duplicate-of-updated-resource-is-rejected', {
      operation: kind.create,
      level: 'core',
      clause: `${toCitation(kind.create.source)} 409`,
      async run(context) {
        const { input, path, update } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path, body: update }))
        context.expectError(await context.target.send(kind.create, input), kind.exists)
        const after = await context.target.send(read, { path })
        context.expectFields(after, context.expectPresent(after), kind.changes, 'absent-fails')
      },
    }),
    check('repeated-update-has-same-result', {
      ...core,
      clause: `${page} 200`,
      async run(context) {
        const { path, update } = await givenOne(context, kind)
        await context.given(context.target.send(operation, { path, body: update }))
        const { lastModifiedTime: _, ...before } = await givenReading(context, read, path)
        context.expectResponse(await context.target.send(operation, { path, body: update }))
        await expectUnchanged(context, read, path, before)
      },
    }),
    ...toOpenUpdates(kind),
  ]
}

/** Where the page leaves it open whether it is taken; what is stored must stay in any case. */
function toOpenUpdates(kind: Kind): readonly Check[] {
  const { update: operation, read } = kind
  const [field = ''] = Object.keys(kind.options)
  const cases = [
    { name: 'update-without-fields-is-handled', tolerance: tolerances.emptyUpdate, kept: true },
    { name: 'null-field-is-handled', changed: { [field]: null }, tolerance: tolerances.nullField, kept: false },
  ]
  return cases.map(({ name, changed, tolerance, kept }) =>
    check(name, {
      operation,
      level: 'core',
      clause: `${toCitation(operation.source)} 200, 400`,
      async run(context) {
        const { path, input } = await givenOne(context, kind)
        const { lastModifiedTime: _, ...before } = await givenReading(context, read, path)
        const body = changed ? toUpdate(kind, input, changed) : {}
        const isTaken = expectTolerance(context, await context.target.send(operation, { path, body }), tolerance)
        if (kept || !isTaken) await expectUnchanged(context, read, path, before)
      },
    }),
  )
}

function toBadUpdateChecks(kind: Kind): readonly Check[] {
  const { update: operation, read } = kind
  const page = toCitation(operation.source)
  return [
    check('update-does-not-create', {
      operation,
      level: 'core',
      clause: `${page} 404`,
      async run(context) {
        const { path, update } = await givenOne(context, kind)
        const missing = { ...path, [kind.nameField]: context.name() }
        await context.target.send(operation, { path: missing, body: update })
        context.expectAbsent(await context.target.send(read, { path: missing }))
      },
    }),
    check('invalid-body-for-missing-resource-is-rejected', {
      operation,
      level: 'core',
      clause: `${page} 400, 404`,
      async run(context) {
        const { path } = await givenOne(context, kind)
        const missing = { ...path, [kind.nameField]: context.name() }
        const sent = await context.target.send(operation, { path: missing, rawBody: '{' })
        expectTolerance(context, sent, tolerances.badBodyForMissing)
      },
    }),
  ]
}
