import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import type { Context, Path } from './fixtures.ts'
import { givenSnapshot } from './given.ts'
import { givenChange } from './given.ts'
import type { Fc } from './fc.ts'

/** Invocations after changes of versions, aliases and functions. No check reads the result of the function. */
export function toInvocationChecks(fc: Fc): readonly Check[] {
  const { check, tolerances, toVersion } = fc
  const { invokeFunction, getFunctionCode, deleteFunction, deleteVersion, createAlias, updateAlias } = fc.operations

  const core = { operation: invokeFunction, level: 'core' } as const
  const later = { 'X-Fc-Invocation-Type': 'Async' }

  const checks: readonly Check[] = [
    check('version-of-deleted-function-is-invoked', {
      ...core,
      clause: '004 InvokeFunction 200, Path qualifier',
      async run(context) {
        const { path, qualifier } = await givenSnapshot(context)
        await context.given(context.target.send(deleteFunction, { path }))
        context.expectResponse(await invoke(context, { ...path, qualifier }), 200)
      },
    }),
    check('deleted-version-is-not-invoked', {
      ...core,
      clause: '004 InvokeFunction 404; 004 DeleteVersion 204',
      async run(context) {
        const { path, qualifier } = await givenSnapshot(context)
        await context.given(invoke(context, { ...path, qualifier }))
        const version = { serviceName: path.serviceName, versionId: qualifier }
        await context.given(context.target.send(deleteVersion, { path: version }))
        expectTolerance(context, await invoke(context, { ...path, qualifier }), tolerances.missingQualifier)
      },
    }),
    check('deleted-function-is-not-invoked', {
      ...core,
      clause: '004 InvokeFunction 404; 004 DeleteFunction 204',
      async run(context) {
        const path = await context.fixture.givenFunction()
        await context.given(invoke(context, path))
        await context.given(context.target.send(deleteFunction, { path }))
        context.expectError(await invoke(context, path), 'FunctionNotFound')
      },
    }),
    check('deleted-function-has-no-code', {
      operation: getFunctionCode,
      level: 'core',
      clause: '004 GetFunctionCode 404; 004 DeleteFunction 204',
      async run(context) {
        const path = await context.fixture.givenFunction()
        await context.given(context.target.send(getFunctionCode, { path }))
        await context.given(context.target.send(deleteFunction, { path }))
        context.expectError(await context.target.send(getFunctionCode, { path }), 'FunctionNotFound')
      },
    }),
    check('invocation-follows-moved-alias', {
      ...core,
      clause: '004 InvokeFunction, Path qualifier; 004 UpdateAlias 200',
      async run(context) {
        const { path, qualifier: first } = await givenSnapshot(context)
        const { serviceName } = path
        const body = context.fixture.aliasBody(first)
        const aliasName = String(body.aliasName)
        await context.given(context.target.send(createAlias, { path: { serviceName }, body }))
        await context.given(invoke(context, { ...path, qualifier: aliasName }))
        // The function is in the first version and not in the second.
        await context.given(context.target.send(deleteFunction, { path }))
        await givenChange(context, serviceName, 'without the function')
        const { versionId } = await context.fixture.givenVersion(serviceName)
        const moved = toVersion(versionId)
        await context.given(context.target.send(updateAlias, { path: { serviceName, aliasName }, body: moved }))
        context.expectError(await invoke(context, { ...path, qualifier: aliasName }), 'FunctionNotFound')
      },
    }),
    check('async-invocation-of-version-is-accepted', {
      ...core,
      clause: '004 InvokeFunction 202, Path qualifier',
      async run(context) {
        const { path, qualifier } = await givenSnapshot(context)
        const body = context.fixture.aliasBody(qualifier)
        await context.given(context.target.send(createAlias, { path: { serviceName: path.serviceName }, body }))
        for (const item of [qualifier, String(body.aliasName)]) {
          context.expectResponse(await invoke(context, { ...path, qualifier: item }, later), 202)
        }
      },
    }),
    check('async-invocation-of-missing-function-is-rejected', {
      ...core,
      clause: '004 InvokeFunction 404, Header X-Fc-Invocation-Type',
      async run(context) {
        const { path, qualifier } = await givenSnapshot(context)
        const functionName = context.name()
        context.expectError(await invoke(context, { ...path, functionName }, later), 'FunctionNotFound')
        context.expectError(await invoke(context, { ...path, functionName, qualifier }, later), 'FunctionNotFound')
        for (const missing of ['4294967296', context.name()]) {
          expectTolerance(
            context,
            await invoke(context, { ...path, qualifier: missing }, later),
            tolerances.missingQualifier,
          )
        }
      },
    }),
  ]

  async function invoke({ target }: Context, path: Path, headers: Path = {}) {
    return await target.send(invokeFunction, { path, headers, rawBody: '{}' })
  }
  return checks
}
