import { z } from 'zod'
import { FcSeed as FcSeed2016 } from '../../mocks/aliyun-fc-2016-08-15/seed.ts'
import { FcSeed as FcSeed2021 } from '../../mocks/aliyun-fc-2021-04-06/seed.ts'
import type { Seed } from '../../mocks/apis.ts'
import { FunctionSeed } from '../../mocks/huawei-functiongraph-v2/seed.ts'

/** The parts of a seed file, by the id of the API. The mock reads each part with the same model. */
const parts = {
  'aliyun-fc-2016-08-15': FcSeed2016.optional(),
  'aliyun-fc-2021-04-06': FcSeed2021.optional(),
  'huawei-functiongraph-v2': z.array(FunctionSeed).optional(),
} satisfies Readonly<Record<Exclude<keyof Seed, '$schema'>, z.ZodType>>

const SeedModel = z.strictObject({
  $schema: z.string().optional().describe('URL or path of this schema, for editors.'),
  ...parts,
})

/** The JSON Schema of a seed file, without white space. A rule between fields has no form in JSON Schema; the mock tests it. */
export function renderSeedSchema(): string {
  const schema = z.toJSONSchema(SeedModel, { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify({ ...schema, title: 'Seed of the faas-contracts mock' })}\n`
}
