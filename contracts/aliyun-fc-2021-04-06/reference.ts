import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Draft, Reference, PathValues, Surroundings } from '../core/reference/reference.ts'
import { SetupError } from '../core/signals.ts'
import { toZip } from '../core/generate/zip.ts'
import { tolerances } from './tolerances.ts'

const { createFunction, updateFunction: inferred } = api.operations
const { createService } = aliyunFc20160815.operations

/** Only the address of the operation is a conclusion (B1): the fields of its body stand in the table of page 000. */
const { provenance: _, ...updateFunction } = inferred

const serviceName = [({ pooled }: Surroundings) => pooled.serviceName]
/** The same few names again and again, so that calls meet each other; the first is the usual one. */
const functionName = ['f1', 'f1', 'f2'].map(
  (word) =>
    ({ name }: Surroundings) =>
      name(word),
)
const code = ['one', 'two'].map((result): Draft => ({ zipFile: toZipFile(result) }))

const fields = {
  description: ['a first text', 'a second text', 'a third text'],
  memorySize: [256, 512, 1024],
  timeout: [7, 9, 300],
  initializer: ['index.initializer', 'index.other'],
  initializationTimeout: [11, 13],
  environmentVariables: [{ first: 'one' }, { second: 'two', third: 'three' }],
}

/** A body in which these break a rule is returned in more than one way (B2, B18). */
const unrefused = /body-required|instanceConcurrency|oss(Bucket|Object)Name-alone/

/** Sequences of calls of FC 2021-04-06, in the service that the team lends. */
export const reference: Reference = {
  calls: [
    {
      operation: createFunction,
      weight: 3,
      path: { serviceName },
      body: {
        required: { functionName, handler: ['index.handler', 'index.main'], runtime: ['python3.9', 'nodejs14'], code },
        optional: fields,
        unrefused,
      },
      exists: 'FunctionAlreadyExists',
    },
    {
      operation: updateFunction,
      weight: 4,
      path: { serviceName, functionName },
      body: { required: {}, optional: { ...fields, handler: ['index.main'], code }, unrefused },
      tagOf: updateFunction,
    },
  ],
  kinds: [
    {
      writes: [createFunction, updateFunction],
      // An update that names no field returns the function as it is.
      read: updateFunction,
      readBody: {},
      names: ['serviceName', 'functionName'],
    },
  ],
  fields: {
    ids: ['functionId'],
    // Which CRC-64 is meant stands on no page.
    names: { codeChecksum: [] },
    created: ['createdTime'],
    modified: ['lastModifiedTime'],
    free: [],
    derived: ['codeSize'],
  },
  missing: { serviceName: 'ServiceNotFound', functionName: 'FunctionNotFound' },
  wrongTag: tolerances.wrongTag,
  clauses: {
    FunctionAlreadyExists: '003 CreateFunction, Request parameters: functionName (the refusal is observed: quirk C7)',
    FunctionNotFound: '000 UpdateFunction, Request parameters: functionName (the code is observed: quirk C7)',
  },
  pool: async ({ supplied }) => ({ serviceName: supplied.serviceName?.[0] ?? '' }),
  async prepare(send, pooled) {
    const made = await send.reference(createService, { body: toService(pooled) })
    const { status } = made.response
    if (status >= 300 && status !== 409) throw new SetupError(`the model returns ${createService.id} with ${status}`)
  },
}

/** What the team lends is there; the model gets a service of the same name. */
function toService({ serviceName: name }: PathValues): JsonObject {
  return { serviceName: name }
}

function toZipFile(result: string): string {
  const source = `def handler(event, context):\n    return ${JSON.stringify(result)}\n`
  return Buffer.from(toZip({ 'index.py': source })).toString('base64')
}
