import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import { toReference, toResourceCalls } from '../core/reference/from-resources.ts'
import type { Reference, Surroundings } from '../core/reference/reference.ts'
import { SetupError } from '../core/signals.ts'
import { functionBodies } from './function-bodies.ts'
import { rules } from './rules.ts'

const { createService } = aliyunFc20160815.operations

/** Only the URL of the operation is inferred (B1). Its source states the fields of its body. */
const { provenance: _, ...updateFunction } = api.operations.updateFunction

const serviceName = [({ pooled }: Surroundings) => pooled.serviceName]
/** Few names, so that calls act on the same functions. The first is the usual one. */
const functionName = ['f1', 'f1', 'f2'].map(
  (word) =>
    ({ name }: Surroundings) =>
      name(word),
)
/** Random calls of the two operations, in the service of the fixture. */
export function toPageReference(service: Resource, described: Resource): Reference {
  const functionResource = { ...described, read: updateFunction, update: updateFunction }
  return toReference([service, functionResource], {
    calls: toResourceCalls(
      functionResource,
      { serviceName, functionName },
      {
        create: { weight: 3, body: functionBodies.create },
        update: { weight: 4, body: functionBodies.update },
      },
    ),
    fields: {
      // No source states which CRC-64 the checksum is.
      names: { codeChecksum: [] },
      derived: ['codeSize'],
    },
    wrongTag: rules.tolerances.wrongTag,
    clauses: {
      FunctionAlreadyExists: '003 CreateFunction, Request parameters: functionName (the error is observed: quirk C7)',
      FunctionNotFound: '000 UpdateFunction, Request parameters: functionName (the code is observed: quirk C7)',
    },
    pool: async ({ supplied }) => ({ serviceName: supplied.serviceName?.[0] ?? '' }),
    // The service of the fixture exists on the target. The reference implementation gets one with the same name.
    async prepare(send, { serviceName: name }) {
      const { status } = (await send.reference(createService, { body: { serviceName: name } })).response
      if (status < 300 || status === 409) return
      throw new SetupError(`the reference implementation responds to ${createService.id} with status ${status}`)
    },
  })
}
