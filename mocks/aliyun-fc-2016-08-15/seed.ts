import { z } from 'zod'
import { Alias } from '../../schemas/aliyun-fc-2016-08-15/models/alias.ts'
import { FunctionModel } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import { Service } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import { Trigger } from '../../schemas/aliyun-fc-2016-08-15/models/trigger.ts'
import { PublishVersionFields } from '../../schemas/aliyun-fc-2016-08-15/models/version.ts'
import { InvocationRule } from '../aliyun-fc/invocation-rules.ts'
import { seedService, toSeedWork } from '../aliyun-fc/seed.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import type { SeedState } from '../core/handler.ts'
import { toIssueText } from '../core/issues.ts'
import type { Cell } from '../core/store.ts'
import { createAlias } from './handlers/create-alias.ts'
import { createFunction } from './handlers/create-function.ts'
import { createService } from './handlers/create-service.ts'
import { createTrigger } from './handlers/create-trigger.ts'

/** A function with the fields of CreateFunction, and its triggers with the fields of CreateTrigger. */
const FunctionSeed = z.strictObject({
  ...FunctionModel.shape,
  triggers: z.array(z.strictObject(Trigger.shape)).default([]),
})

/**
 * A service with the fields of CreateService, and its functions, versions and aliases. Every version contains all
 * functions.
 */
const ServiceSeed = z.strictObject({
  ...Service.shape,
  functions: z.array(FunctionSeed).default([]),
  versions: z.array(z.strictObject(PublishVersionFields.shape)).default([]),
  aliases: z.array(Alias).default([]),
})

export const FcSeed = z.strictObject({
  services: z.array(ServiceSeed).default([]),
  /** Invocation rules. They precede the existing rules. */
  invocations: z.array(InvocationRule).default([]),
})

/** The seed of Function Compute, under `aliyun-fc-2016-08-15`. */
export type FcSeed = z.input<typeof FcSeed>

/**
 * Adds services to the state. Existing services with the same names are replaced. Throws a `TypeError` that names an
 * invalid field, or the error that a request would get.
 */
export const seedServices: SeedState<FcState> = (root, part, context) => {
  const { data, error } = FcSeed.safeParse(part)
  if (error) throw new TypeError(toIssueText(error.issues, part, 'seed'))
  const state = { current: { ...root, invocationRules: [...data.invocations, ...root.invocationRules] } }
  for (const service of data.services) seedOne(state, service, context)
  return state.current
}

type SeedContext = Parameters<typeof seedServices>[2]

function seedOne(state: Cell<FcState>, seed: z.output<typeof ServiceSeed>, context: SeedContext): void {
  const { functions, versions, aliases, ...body } = seed
  const { serviceName } = body
  const work = { ...toSeedWork(state, context, `service '${serviceName}'`), query: {}, header: {} }
  const contents = {
    serviceName,
    functions: functions.map(({ triggers, ...created }) => ({
      function: created,
      functionName: created.functionName,
      triggers,
    })),
    versions: versions.map(({ Description, description = Description }) => ({ description })),
    aliases,
  }
  seedService(work, contents, {
    service: () => createService({ ...work, path: {}, body }),
    function: (created) => createFunction({ ...work, path: { serviceName }, body: created }),
    trigger: (functionName, created) => createTrigger({ ...work, path: { serviceName, functionName }, body: created }),
    alias: (created) => createAlias({ ...work, path: { serviceName }, body: created }),
  })
}
