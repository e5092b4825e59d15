import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Json } from '../../schemas/core/json-value.ts'
import type { Check } from '../core/check.ts'
import { toBodyChecks } from '../core/generate/body-checks.ts'
import { toPairwiseChecks } from '../core/generate/pairwise-checks.ts'
import { calls } from './calls.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'
import { givenOne, type Kind, toUpdate } from './kind.ts'
import { kinds } from './kinds.ts'
import { toUntouched } from './untouched.ts'

/** The bytes and the media type of every JSON body, and its optional fields two by two. */
export const bodyChecks: readonly Check[] = [
  ...calls
    .filter(({ operation }) => operation.body?.mediaType === 'application/json')
    .flatMap(({ operation, arrange }) =>
      toBodyChecks({
        api,
        operation,
        check,
        base: arrange,
        mediaTypes: tolerances.otherMediaType,
        ...toUntouched(operation),
      }),
    ),
  ...kinds.flatMap((kind) => [...toCreatePairs(kind), ...toUpdatePairs(kind)]),
]

/** Each optional field is left out, or has one of two values; a role is required on the page (A12) and always there. */
function toCreatePairs(kind: Kind): readonly Check[] {
  const fields = Object.keys(kind.options).map((field) => {
    const values = [kind.options[field], ...(field in kind.changes ? [kind.changes[field]] : [])]
    return [field, field === 'invocationRole' ? values : [undefined, ...values]] as const
  })
  if (fields.length < 2) return []
  return toPairwiseChecks({
    operation: kind.create,
    check,
    base: (context) => kind.request(context),
    read: kind.read,
    toPath: kind.toPath,
    fields: Object.fromEntries(fields) as Readonly<Record<string, readonly (Json | undefined)[]>>, // kinds name JSON values
    keepsOthers: false,
  })
}

function toUpdatePairs(kind: Kind): readonly Check[] {
  const fields = Object.entries(kind.changes).map(([field, value]) => [field, [value, undefined]] as const)
  if (fields.length < 2) return []
  return toPairwiseChecks({
    operation: kind.update,
    check,
    base: async (context) => {
      const { path, input } = await givenOne(context, kind)
      return { path, body: toUpdate(kind, input, {}) }
    },
    read: kind.read,
    toPath: ({ path }) => path,
    fields: Object.fromEntries(fields) as Readonly<Record<string, readonly (Json | undefined)[]>>, // kinds name JSON values
    keepsOthers: true,
  })
}
