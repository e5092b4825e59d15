import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Json } from '../../schemas/core/json-value.ts'
import { givenOne, newRequest, type Sample, toReadInput } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { toConstraintChecks } from '../core/generate/constraint-checks.ts'
import type { Choices } from '../core/generate/pairwise.ts'
import { toPairwiseChecks } from '../core/generate/pairwise-checks.ts'
import { toResourcePath } from '../core/resource-path.ts'
import { functionSample } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { createFunction, updateFunction } = api.operations

/** Only the URL of the operation is inferred (B1). Source 000 states the fields of its body. */
const { provenance: _, ...tabled } = updateFunction

/** An update without fields returns the function. */
const toCommon = (sample: Sample) => ({
  api,
  read: sample.resource.read ?? updateFunction,
  toReading: (path: Readonly<Record<string, string>>, context: CoreContext) => toReadInput(context, sample, path),
  unshown: ['lastModifiedTime', 'createdTime'],
  withObserved: true as const,
  open: [
    {
      names: /^rejects-customHealthCheckConfig\.httpGetUrl-required-absent$/,
      tolerance: tolerances.emptyObject,
      quirk: 'X5',
    },
  ],
  complete: withContainer,
  /** A bucket requires the name of an object, and the other way round. */
  except: /-oss(Bucket|Object)Name-alone$/,
  /**
   * Containers and GPU instances are outside of the target, and a region need not have them. A container replaces code,
   * and the response to empty code is implementation-defined.
   */
  mayReject: /custom-?container|gpu|-g1$|-code-alone$/i,
})

/** At the boundaries of every field of a function, values are accepted; beyond them, rejected. */
export function toFunctionConstraintChecks(sample: Sample): readonly Check[] {
  return [
    ...toConstraintChecks({
      ...toCommon(sample),
      operation: createFunction,
      base: (context) => newRequest(context, sample),
      toPath: (input) => toResourcePath(sample.resource, input),
    }),
    ...toConstraintChecks({
      ...toCommon(sample),
      operation: tabled,
      base: async (context) => ({
        path: (await givenOne(context, sample, settings)).path,
        body: { description: 'another text' },
      }),
      toPath: ({ path }) => path,
      leaves: 'earlier-state',
      // The table states that the body is optional (B18) and has no row for the field name of the responses (B2).
      except: /-body-required-|-instanceConcurrency-|-oss(Bucket|Object)Name-alone$/,
    }),
  ]
}

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
export function toFunctionPairwiseChecks(sample: Sample): readonly Check[] {
  return [
    ...toPairwiseChecks({
      operation: createFunction,
      base: (context) => newRequest(context, sample),
      ...toRead(sample),
      toPath: (input) => toResourcePath(sample.resource, input),
      fields: choices,
      keepsOthers: false,
    }),
    ...toPairwiseChecks({
      operation: updateFunction,
      base: async (context) => ({ path: (await givenOne(context, sample, settings)).path, body: {} }),
      ...toRead(sample),
      toPath: ({ path }) => path,
      fields: choices,
      keepsOthers: true,
    }),
  ]
}

/** How the combinations are read. */
function toRead({ resource: { read = updateFunction, readBody } }: Sample) {
  return { read, ...(readBody && { readBody }) }
}

/** The values before an update. None is a default. */
const settings: JsonObject = {
  description: 'the text before',
  memorySize: 256,
  timeout: 7,
  initializationTimeout: 9,
  instanceConcurrency: 4,
  environmentVariables: { before: 'yes' },
}

/** The source requires an image in place of code for the runtime custom-container. */
function withContainer(body: JsonObject): JsonObject {
  if (body.runtime !== 'custom-container' || body.customContainerConfig !== undefined) return body
  const { code: _, ...others } = body
  const image = 'registry-vpc.cn-hangzhou.aliyuncs.com/fc-demo/helloworld:v1beta1'
  return { ...others, customContainerConfig: { image } }
}

export const functionConstraintChecks = toFunctionConstraintChecks(functionSample)
export const functionPairwiseChecks = toFunctionPairwiseChecks(functionSample)
