import { isField } from '../core/assertions/assertion.ts'
import { toText } from '../core/assertions/expect.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { expectTolerance, type Tolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Context } from './fixtures.ts'
import { givenVersions } from './given.ts'
import type { Fc } from './fc.ts'

/** The weights of an alias are numbers from 0 to 1, and are returned as sent. */
export function toAliasWeightChecks(fc: Fc): readonly Check[] {
  const { check, tolerances, toVersion } = fc
  const { createAlias, getAlias, listAliases, updateAlias } = fc.operations

  const checks: readonly Check[] = [
    check('alias-without-weights-has-no-weights', {
      operation: getAlias,
      level: 'extended',
      clause: 'observed: additionalVersionWeight is absent from an alias that has none',
      async run(context) {
        if (context.profile === 'documented') context.skip('no source states how an alias without weights looks')
        const { serviceName, aliasName } = await context.fixture.givenAlias()
        const read = await context.target.send(getAlias, { path: { serviceName, aliasName } })
        const { additionalVersionWeight } = context.expectPresent(read)
        const finding = { expected: 'no additionalVersionWeight', actual: toText(additionalVersionWeight) }
        const assertions = [isField(['additionalVersionWeight'], { is: 'absent' })]
        context.expectThat(additionalVersionWeight === undefined, { ...finding, assertions }, read)
      },
    }),
    check('update-without-weights-keeps-weights', {
      operation: updateAlias,
      level: 'core',
      quirk: 'A7',
      clause: '004 UpdateAlias 200; 004 Definitions, AliasUpdateFields: additionalVersionWeight',
      async run(context) {
        const { target, fixture, given } = context
        const serviceName = await fixture.givenService()
        const [first = '', second = ''] = await givenVersions(context, serviceName, 2)
        const weights = { additionalVersionWeight: { [second]: 0.25 } }
        const aliasName = context.name()
        const body = { ...fixture.aliasBody(first), aliasName, ...weights }
        await given(target.send(createAlias, { path: { serviceName }, body }))
        const path = { serviceName, aliasName }
        await given(target.send(updateAlias, { path, body: { ...toVersion(first), description: 'another text' } }))
        const read = await target.send(getAlias, { path })
        context.expectFields(read, context.expectPresent(read), weights, 'absent-fails')
      },
    }),
    check('empty-weights-remove-all-weights', {
      operation: updateAlias,
      level: 'extended',
      clause: 'observed: clients send an empty map to remove the weights of an alias',
      async run(context) {
        if (context.profile === 'documented') context.skip('no source states what an empty map does')
        const { target, fixture, given } = context
        const serviceName = await fixture.givenService()
        const [first = '', second = ''] = await givenVersions(context, serviceName, 2)
        const body = fixture.aliasBody(first, { additionalVersionWeight: { [second]: 0.25 } })
        await given(target.send(createAlias, { path: { serviceName }, body }))
        const path = { serviceName, aliasName: String(body.aliasName) }
        const sent = { ...toVersion(first), additionalVersionWeight: {} }
        await given(target.send(updateAlias, { path, body: sent }))
        const read = await target.send(getAlias, { path })
        const { additionalVersionWeight } = context.expectPresent(read)
        const isEmpty = Object.keys(additionalVersionWeight ?? {}).length === 0
        context.expectThat(isEmpty, { expected: 'no weights', actual: toText(additionalVersionWeight) }, read)
      },
    }),
    ...[createAlias, updateAlias].map((operation) =>
      check('every-weight-is-returned-as-sent', {
        operation,
        level: 'core',
        quirk: 'A7',
        clause: `004 ${operation.id} 200; 004 Definitions, Alias: additionalVersionWeight (0 to 1 is observed)`,
        async run(context) {
          const { target, fixture, given } = context
          const serviceName = await fixture.givenService()
          const [first = '', second = '', third = ''] = await givenVersions(context, serviceName, 3)
          const body = fixture.aliasBody(first)
          if (operation === updateAlias) await given(target.send(createAlias, { path: { serviceName }, body }))
          for (const { form, tolerance } of toForms(second, third)) {
            const aliasName = operation === updateAlias ? String(body.aliasName) : context.name()
            const path = { serviceName, aliasName }
            const [sentPath, fields] =
              operation === updateAlias ? [path, toVersion(first)] : [{ serviceName }, { ...body, aliasName }]
            const sent = await target.send(operation, { path: sentPath, rawBody: withWeights(fields, form) })
            if (!isAccepted(context, sent, tolerance)) continue
            const expected = { additionalVersionWeight: JSON.parse(form) as JsonObject, versionId: first }
            context.expectFields(sent, context.expectResponse(sent), expected, 'absent-passes')
            const read = await target.send(getAlias, { path })
            context.expectFields(read, context.expectPresent(read), expected, 'absent-fails')
            const listed = await target.send(listAliases, { path: { serviceName }, query: { prefix: aliasName } })
            const [entry] = readEntries(context.expectResponse(listed), 'aliases')
            context.expectFields(listed, entry, expected, 'absent-fails')
          }
        },
      }),
    ),
  ]

  interface Form {
    /** A map of weights as JSON text. */
    readonly form: string
    /** Without a tolerance, every target must accept the map. */
    readonly tolerance: Tolerance | undefined
  }

  function toForms(second: string, third: string): readonly Form[] {
    const of = (weight: string) => `{"${second}":${weight}}`
    return [
      ...['0.5', '0.05', '0.999', '2.5e-1'].map((weight) => ({ form: of(weight), tolerance: undefined })),
      ...['0', '1', '0.0', '1.0'].map((weight) => ({ form: of(weight), tolerance: tolerances.weightAtBound })),
      { form: `{"${second}":0.25,"${third}":0.5}`, tolerance: tolerances.severalWeights },
      { form: `{"${third}":0.75}`, tolerance: undefined },
    ]
  }

  /** The JSON text of a request with these weights. JSON.stringify would turn 1.0 into 1. */
  function withWeights(fields: JsonObject, weights: string): string {
    return `${JSON.stringify(fields).slice(0, -1)},"additionalVersionWeight":${weights}}`
  }

  function isAccepted(context: Context, sent: Exchange, tolerance: Form['tolerance']): boolean {
    const isRequired = tolerance === tolerances.weightAtBound && context.profile === 'observed'
    return tolerance === undefined || isRequired || expectTolerance(context, sent, tolerance)
  }
  return checks
}
