import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Json } from '../../schemas/core/json-value.ts'
import { givenOne, newRequest } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import { toConstraintChecks } from '../core/generate/constraint-checks.ts'
import type { Choices } from '../core/generate/pairwise.ts'
import { toPairwiseChecks } from '../core/generate/pairwise-checks.ts'
import { toResourcePath } from '../core/resource-path.ts'
import { functionSample } from './samples.ts'

const { createFunction, updateFunction } = api.operations

/** Only the address of the operation is a conclusion (B1): the fields of its body stand in the table of page 000. */
const { provenance: _, ...tabled } = updateFunction

/** The boundaries of both bodies. What the function is shows in the response to an update that names no field. */
const common = {
  api,
  read: updateFunction,
  toReading: (path: Readonly<Record<string, string>>) => ({ path, body: {} }),
  unshown: ['lastModifiedTime', 'createdTime'],
  withObserved: true,
  complete: withContainer,
  /** A bucket is of no use without the name of an object, and the other way round. */
  except: /-oss(Bucket|Object)Name-alone$/,
  /**
   * Containers and GPU instances are things outside of the target, which a region need not have; a container stands in
   * place of code, and code that names nothing is open.
   */
  mayReject: /custom-?container|gpu|-g1$|-code-alone$/i,
} as const

export const constraintChecks: readonly Check[] = [
  ...toConstraintChecks({
    ...common,
    operation: createFunction,
    base: (context) => newRequest(context, functionSample),
    toPath: (input) => toResourcePath(functionSample.resource, input),
  }),
  ...toConstraintChecks({
    ...common,
    operation: tabled,
    base: async (context) => ({
      path: (await givenOne(context, functionSample, settings)).path,
      body: { description: 'another text' },
    }),
    toPath: ({ path }) => path,
    leaves: 'earlier-state',
    // The table says that the body may be left out (B18); the spelling of the responses is no row of it (B2).
    except: /-body-required-|-instanceConcurrency-|-oss(Bucket|Object)Name-alone$/,
  }),
]

/** Two values of each optional field that no runtime or region forbids; `undefined` leaves it out. */
const choices: Choices<Json | undefined> = {
  description: [undefined, 'a text'],
  memorySize: [undefined, 512, 1024],
  timeout: [undefined, 11],
  initializer: [undefined, 'index.initializer'],
  initializationTimeout: [undefined, 13],
  environmentVariables: [undefined, {}, { first: 'one' }],
}

/** Optional fields in every combination of two. */
export const pairwiseChecks: readonly Check[] = [
  ...toPairwiseChecks({
    operation: createFunction,
    base: (context) => newRequest(context, functionSample),
    read: updateFunction,
    readBody: {},
    toPath: (input) => toResourcePath(functionSample.resource, input),
    fields: choices,
    keepsOthers: false,
  }),
  ...toPairwiseChecks({
    operation: updateFunction,
    base: async (context) => ({ path: (await givenOne(context, functionSample, settings)).path, body: {} }),
    read: updateFunction,
    readBody: {},
    toPath: ({ path }) => path,
    fields: choices,
    keepsOthers: true,
  }),
]

/** What the function has before an update, each unlike its default. */
const settings: JsonObject = {
  description: 'the text before',
  memorySize: 256,
  timeout: 7,
  initializationTimeout: 9,
  instanceConcurrency: 4,
  environmentVariables: { before: 'yes' },
}

/** A function of runtime custom-container runs a container: the page gives it the image in place of code. */
function withContainer(body: JsonObject): JsonObject {
  if (body.runtime !== 'custom-container' || body.customContainerConfig !== undefined) return body
  const { code: _, ...others } = body
  const image = 'registry-vpc.cn-hangzhou.aliyuncs.com/fc-demo/helloworld:v1beta1'
  return { ...others, customContainerConfig: { image } }
}
