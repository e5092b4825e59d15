import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { components as Aliyun2016 } from '../../generated/aliyun-fc-2016-08-15/types.ts'
import type { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'

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

test('the types of zod and of openapi-typescript are mutually assignable: FC 2016-08-15', () => {
  expectTypeOf<Disagreements<(typeof aliyunFc20160815)['models'], Aliyun2016['schemas']>>().toEqualTypeOf<
    Record<never, never>
  >()
})
