import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { Rules } from '../rules.ts'
import {
  expectState,
  givenOne,
  givenState,
  givenUpdatable,
  read,
  type Sample,
  toMissingCodes,
  toMissingPath,
  toOwner,
  toUpdate,
} from '../sample.ts'
import { anyText } from './create.ts'
import { toUpdateEffectChecks } from './update-effects.ts'

/** What an update changes, keeps and rejects. Where no operation creates the resource, it comes from a fixture. */
export function toUpdateChecks(sample: Sample, rules: Rules): readonly Check[] {
  if (!sample.resource.update) return []
  return [
    ...toTextChecks(sample, rules),
    ...toRepeatedChecks(sample, rules),
    ...toOpenChecks(sample, rules),
    ...toMissingChecks(sample, rules),
    ...(sample.resource.create ? toUpdateEffectChecks(sample, rules) : []),
  ]
}

function toTextChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { resource, textField } = sample
  const { update: operation } = resource
  if (textField === undefined || !operation) return []
  return [
    defineCheck('text-is-stored-exactly', {
      operation,
      level: 'core',
      clause: clauses.requestFields(operation, textField),
      async run(context) {
        const { path, toBody } = await givenUpdatable(context, sample)
        const text = { [textField]: anyText }
        const updated = await context.target.send(operation, { path, body: toBody(text) })
        const body = context.expectResponse(updated)
        // A read with settings in its body overwrites them, so only the response shows the text.
        if (sample.readBody) context.expectFields(updated, body, text, 'absent-fails')
        else await expectState(context, sample, path, text)
      },
    }),
  ]
}

function toRepeatedChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { update: operation } = sample.resource
  if (!operation) return []
  return [
    defineCheck('repeated-update-has-same-result', {
      operation,
      level: 'core',
      clause: clauses.success(operation),
      async run(context) {
        const { path, toBody } = await givenUpdatable(context, sample)
        const input = { path, body: toBody() }
        await context.given(context.target.send(operation, input))
        const before = await givenState(context, toOwner(sample), path)
        context.expectResponse(await context.target.send(operation, input))
        await expectState(context, toOwner(sample), path, before)
      },
    }),
  ]
}

/** The sources do not state whether these updates succeed. What is stored must stay in any case. */
function toOpenChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { update: operation } = sample.resource
  const [field = sample.textField] = Object.keys(sample.options)
  if (!operation) return []
  const cases = [
    // Where every update requires fields, the checks of constraints leave each of them out.
    ...(sample.updateBody
      ? []
      : [{ name: 'update-without-fields-is-handled', tolerance: tolerances.emptyUpdate, isKept: true }]),
    ...(field === undefined
      ? []
      : [
          {
            name: 'null-field-is-handled',
            changed: { [field]: null },
            tolerance: tolerances.nullField,
            isKept: false,
          },
        ]),
  ]
  return cases.map(({ name, tolerance, isKept, ...rest }) =>
    defineCheck(name, {
      operation,
      level: 'core',
      clause: clauses.outcomes(operation, 400),
      async run(context) {
        const { path, toBody } = await givenUpdatable(context, sample)
        const before = await givenState(context, toOwner(sample), path)
        const body = 'changed' in rest ? toBody(rest.changed) : {}
        const isAccepted = expectTolerance(context, await context.target.send(operation, { path, body }), tolerance)
        if (isKept || !isAccepted) await expectState(context, toOwner(sample), path, before)
      },
    }),
  )
}

function toMissingChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { create, update: operation } = sample.resource
  if (!operation) return []
  return [
    ...(create
      ? [
          defineCheck('update-does-not-create', {
            operation,
            level: 'core',
            clause: clauses.error(operation, 404),
            async run(context) {
              const { path, input } = await givenOne(context, sample)
              const missing = toMissingPath(context, sample, path)
              await context.target.send(operation, { path: missing, body: toUpdate(sample, input) })
              context.expectAbsent(await read(context, sample, missing))
            },
          }),
        ]
      : []),
    defineCheck('invalid-body-for-missing-resource-is-rejected', {
      operation,
      level: 'core',
      clause: clauses.error(operation, 400, 404),
      async run(context) {
        const owner = toOwner(sample)
        const { path } = await givenUpdatable(context, sample)
        const before = await givenState(context, owner, path)
        const missing = toMissingPath(context, owner, path)
        const sent = await context.target.send(operation, { path: missing, rawBody: '{' })
        const { codes, ...tolerance } = tolerances.invalidBodyForMissing
        expectTolerance(context, sent, { ...tolerance, codes: [...codes, ...toMissingCodes(sample)] })
        await expectState(context, owner, path, before)
      },
    }),
  ]
}
