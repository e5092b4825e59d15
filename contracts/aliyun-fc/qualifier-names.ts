import { toCitation } from '../../schemas/core/source.ts'
import { ownEnding, similarEndings } from '../checks/crud/exact-names.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { givenSnapshot } from './given.ts'
import type { Fc } from './fc.ts'

/** The name of an alias in a path is compared exactly. */
export function toQualifierNameChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const { createAlias, getService, getFunction, getFunctionCode, listFunctions, invokeFunction } = fc.operations

  const checks: readonly Check[] = [getService, getFunction, getFunctionCode, listFunctions, invokeFunction].map(
    (operation) =>
      check('name-of-alias-is-compared-exactly', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)} 404, Path qualifier`,
        async run(context) {
          const { path, qualifier } = await givenSnapshot(context)
          const base = context.name()
          const body = context.fixture.aliasBody(qualifier, { aliasName: `${base}${ownEnding}` })
          await context.given(context.target.send(createAlias, { path: { serviceName: path.serviceName }, body }))
          for (const [ending, isValid] of similarEndings) {
            const input = { path: { ...path, qualifier: `${base}${ending}` }, ...(operation.body && { rawBody: '{}' }) }
            const { missingQualifier, otherFormOfVersion } = tolerances
            const tolerance = isValid ? missingQualifier : { ...missingQualifier, codes: otherFormOfVersion.codes }
            expectTolerance(context, await context.target.send(operation, input), tolerance)
          }
        },
      }),
  )
  return checks
}
