import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { OpenProbes } from '../../core/generate/open-probes.ts'
import { toParameterChecks } from '../../core/generate/parameter-checks.ts'
import type { Rules } from '../rules.ts'
import type { List } from './lists.ts'
import { toInput } from './pages.ts'

/** Values of the query parameters, valid and invalid. `open`: values that a target may accept or reject. */
export function toListParameterChecks(list: List, rules: Rules, open: readonly OpenProbes[] = []): readonly Check[] {
  const { api, clauses, tolerances, openParameters = [] } = rules
  const { operation, paging } = list
  const core = { operation, level: 'core' } as const
  const { limitBelowOne } = tolerances
  const base = async (context: CoreContext) => {
    const listed = await list.arrange(context, ['a1'])
    return { ...toInput(listed), query: listed.query }
  }
  const send = async (context: CoreContext, limit: string | number) => {
    const { query, ...input } = await base(context)
    return await context.target.send(operation, { ...input, query: { ...query, [paging.limit]: limit } })
  }
  return [
    ...toParameterChecks({
      api,
      operation,
      base,
      open: [
        { names: /^rejects-limit-0$/, tolerance: limitBelowOne, quirk: limitBelowOne.quirk },
        ...openParameters,
        ...open,
      ],
    }),
    ...['x', '1.5'].map((limit) =>
      defineCheck(`rejects-limit-${limit}`, {
        ...core,
        clause: `${clauses.query(operation, paging.limit)}: an integer; 400`,
        run: async (context) => context.expectError(await send(context, limit), api.dialect.codes.invalid),
      }),
    ),
    defineCheck('handles-limit--1', {
      ...core,
      quirk: limitBelowOne.quirk,
      clause: clauses.outcomes(operation, 400),
      run: async (context) => void expectTolerance(context, await send(context, -1), limitBelowOne),
    }),
  ]
}
