import { describe, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { components as Aliyun2016 } from '../../generated/aliyun-fc-2016-08-15/types.ts'
import type { components as Aliyun2021 } from '../../generated/aliyun-fc-2021-04-06/types.ts'
import type { components as Huawei } from '../../generated/huawei-functiongraph-v2/types.ts'
import type { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'

/** `true` where each type can be assigned to the other; otherwise the two, to be read in the compiler's message. */
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { extra: B; zod: A }) : { zod: A; generated: B }

/** Every model whose zod type and generated type disagree; no keys when all agree. */
type Disagreements<Models, Schemas> = {
  [Name in keyof Models | keyof Schemas as Name extends keyof Models & keyof Schemas
    ? Mutual<z.input<Models[Name]>, Schemas[Name]> extends true
      ? never
      : Name
    : Name]: Name extends keyof Models & keyof Schemas
    ? Mutual<z.input<Models[Name]>, Schemas[Name]>
    : 'only on one side'
}

describe('the types of zod and of openapi-typescript are mutually assignable', () => {
  test('FC 2016-08-15', () => {
    expectTypeOf<Disagreements<(typeof aliyunFc20160815)['models'], Aliyun2016['schemas']>>().toEqualTypeOf<
      Record<never, never>
    >()
  })
  test('FC 2021-04-06', () => {
    expectTypeOf<Disagreements<(typeof aliyunFc20210406)['models'], Aliyun2021['schemas']>>().toEqualTypeOf<
      Record<never, never>
    >()
  })
  test('FunctionGraph v2', () => {
    expectTypeOf<Disagreements<(typeof huaweiFunctionGraphV2)['models'], Huawei['schemas']>>().toEqualTypeOf<
      Record<never, never>
    >()
  })
  test('and a field that only one side has is seen', () => {
    type One = { Model: z.ZodObject<{ name: z.ZodString }> }
    expectTypeOf<keyof Disagreements<One, { Model: { name: string; more: string } }>>().toEqualTypeOf<'Model'>()
    expectTypeOf<keyof Disagreements<One, { Model: { name: string }; Other: string }>>().toEqualTypeOf<'Other'>()
  })
})
