import { z } from 'zod'
import { CreateAliasInput } from '../../schemas/aliyun-fc-2021-04-06/models/alias.ts'
import { CreateFunctionInput } from '../../schemas/aliyun-fc-2021-04-06/models/create-function-input.ts'
import { CreateServiceInput } from '../../schemas/aliyun-fc-2021-04-06/models/service.ts'
import { CreateTriggerInput } from '../../schemas/aliyun-fc-2021-04-06/models/trigger.ts'
import { PublishServiceVersionInput } from '../../schemas/aliyun-fc-2021-04-06/models/version.ts'
import { InvocationRule } from '../aliyun-fc/invocation-rules.ts'
import { seedService, toSeedWork } from '../aliyun-fc/seed.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import type { SeedState } from '../core/handler.ts'
import { toIssueText } from '../core/issues.ts'
import type { Cell } from '../core/store.ts'
import { accountSeed, seedAccount } from './account-seed.ts'
import { createAlias } from './handlers/create-alias.ts'
import { createFunction } from './handlers/create-function.ts'
import { createService } from './handlers/create-service.ts'
import { createTrigger } from './handlers/create-trigger.ts'

/** A function with the fields of CreateFunction, and its triggers with the fields of CreateTrigger. */
const FunctionSeed = z.strictObject({
  ...CreateFunctionInput.shape,
  triggers: z.array(z.strictObject(CreateTriggerInput.shape)).default([]),
})

/**
 * A service with the fields of CreateService, and its functions, versions and aliases. Every version contains all
 * functions.
 */
const ServiceSeed = z.strictObject({
  ...CreateServiceInput.shape,
  functions: z.array(FunctionSeed).default([]),
  versions: z.array(z.strictObject(PublishServiceVersionInput.shape)).default([]),
  aliases: z.array(z.strictObject(CreateAliasInput.shape)).default([]),
})

export const FcSeed = z.strictObject({
  services: z.array(ServiceSeed).default([]),
  /** Functions of services that the seed of FC 2016-08-15 or this seed contains. */
  functions: z.array(z.strictObject({ serviceName: z.string(), ...CreateFunctionInput.shape })).default([]),
  /** Invocation rules. They precede the existing rules. */
  invocations: z.array(InvocationRule).default([]),
  ...accountSeed,
})

/** The seed of Function Compute 2021-04-06. */
export type FcServicesSeed = z.input<typeof FcSeed>

/**
 * Adds services, functions and resources of the account to the state. Existing services with the same names are replaced.
 * Throws a `TypeError` that names an invalid field, or the error that a request would get.
 */
export const seedServices: SeedState<FcState> = (root, part, context) => {
  const { data, error } = FcSeed.safeParse(part)
  if (error) throw new TypeError(toIssueText(error.issues, part, 'seed'))
  const state = { current: { ...root, invocationRules: [...data.invocations, ...root.invocationRules] } }
  for (const service of data.services) seedOne(state, service, context)
  seedAccount(state, data, context)
  for (const { serviceName, ...body } of data.functions) {
    const place = `function '${body.functionName}'`
    const work = { ...toSeedWork(state, context, place), query: {}, header: noHeaders }
    createFunction({ ...work, path: { serviceName }, body: toRuled(CreateFunctionInput, body, place) })
  }
  return state.current
}

type SeedContext = Parameters<typeof seedServices>[2]

function seedOne(state: Cell<FcState>, seed: z.output<typeof ServiceSeed>, context: SeedContext): void {
  const { functions, versions, aliases, ...body } = seed
  const { serviceName } = body
  const place = `service '${serviceName}'`
  const work = { ...toSeedWork(state, context, place), query: {}, header: noHeaders }
  const contents = {
    serviceName,
    functions: functions.map(({ triggers, ...created }) => ({
      function: created,
      functionName: created.functionName,
      triggers,
    })),
    versions,
    aliases,
  }
  seedService(work, contents, {
    service: () => createService({ ...work, path: {}, body }),
    function: (created) =>
      createFunction({ ...work, path: { serviceName }, body: toRuled(CreateFunctionInput, created, place) }),
    trigger: (functionName, created) =>
      createTrigger({
        ...work,
        path: { serviceName, functionName },
        body: toRuled(CreateTriggerInput, created, place),
      }),
    alias: (created) => createAlias({ ...work, path: { serviceName }, body: created }),
  })
}

/** Checks the rules between fields, which the shape of a model does not include. */
function toRuled<S extends z.ZodType>(model: S, body: unknown, place: string): z.output<S> {
  const { data, error } = model.safeParse(body)
  if (error) throw new TypeError(`${place}: ${toIssueText(error.issues, body, 'body')}`)
  return data
}

const noHeaders = {
  'X-Fc-Account-Id': undefined,
  'X-Fc-Code-Checksum': undefined,
  'X-Fc-Date': undefined,
  'X-Fc-Trace-Id': undefined,
}
