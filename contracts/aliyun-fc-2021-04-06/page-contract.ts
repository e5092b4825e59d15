import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { resource } from '../../schemas/core/resource.ts'
import { toCalls } from '../checks/calls.ts'
import { toStateChecks } from '../checks/crud/checks.ts'
import { toOperationChecks, toRequestChecks } from '../checks/http/checks.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import type { Sample } from '../checks/sample.ts'
import { toCreatedResources } from '../core/cleanup/created-resource.ts'
import type { Contract } from '../core/contract.ts'
import { toPassiveChecks } from '../core/judge/passive-checks.ts'
import { toFunctionConstraintChecks, toFunctionPairwiseChecks } from './constraints.ts'
import { toCreateFunctionChecks } from './create-function.ts'
import { toFormChecks } from './forms.ts'
import { fixtureSpecs } from './page-fixtures.ts'
import { toPageReference } from './page-reference.ts'
import { rules } from './rules.ts'
import { toFunctionSample } from './samples.ts'
import { signatureRules } from './signatures.ts'
import { toCodeUpdateChecks, toUpdateFunctionChecks } from './update-function.ts'
import { toFunctionValueChecks } from './values.ts'

const { createFunction, updateFunction } = aliyunFc20210406.operations

/** The service of the fixture serviceName. */
const service = resource({ name: 'service', key: 'serviceName', keyIn: 'fixture', missing: 'ServiceNotFound' })

/** An update without fields returns the function unchanged. */
const functionResource = resource({
  name: 'function',
  parent: service,
  key: 'functionName',
  keyIn: 'body',
  create: createFunction,
  read: updateFunction,
  readBody: {},
  update: updateFunction,
  exists: 'FunctionAlreadyExists',
  missing: 'FunctionNotFound',
  etag: 'ETag',
  idField: 'functionId',
  times: { created: 'createdTime', modified: 'lastModifiedTime' },
  writeOnly: ['code'],
})

const serviceSample: Sample = {
  resource: service,
  fixture: ({ supplied }) => ({ serviceName: supplied.serviceName?.[0] ?? '' }),
  options: {},
  changes: {},
}
const functionSample = toFunctionSample(functionResource, serviceSample)
const samples = [serviceSample, functionSample]
const calls = toCalls(functionSample)
const resources = [service, functionResource]

/**
 * The checks of the two operations that pages 003 and 000 describe, for a target that has only these. The service comes
 * from a fixture.
 */
export const pageContract: Contract = {
  api: aliyunFc20210406,
  // An update of a function that does not exist changes nothing.
  probe: updateFunction,
  probeInput: ({ serviceName: [serviceName = ''] = [] }) => ({
    path: { serviceName, functionName: 'no-such-function' },
    body: {},
  }),
  invalidProbe: {
    operation: createFunction,
    input: ({ serviceName: [serviceName = ''] = [] }) => ({ path: { serviceName }, body: {} }),
  },
  setupErrors: { ServiceNotFound: 'the service of the fixture serviceName does not exist' },
  companion: aliyunFc20160815,
  fixtures: fixtureSpecs,
  // Neither operation deletes a function: that of 2016-08-15 does, where the fixture removeWith allows it.
  resources: toCreatedResources(resources, {
    function: {
      remove: aliyunFc20160815.operations.deleteFunction,
      isRemoved: ({ removeWith }) => removeWith !== undefined,
    },
  }),
  reference: toPageReference(service, functionResource),
  stored: resources,
  checks: [
    ...toStateChecks(samples, rules),
    ...toOperationChecks(samples, rules, calls, [createFunction]),
    ...toRequestChecks(samples, rules, calls),
    ...toFunctionConstraintChecks(functionSample),
    ...toFunctionPairwiseChecks(functionSample),
    ...toCreateFunctionChecks(functionSample),
    ...toFormChecks(functionSample),
    ...toUpdateFunctionChecks(functionSample),
    ...toCodeUpdateChecks(functionSample),
    ...toFunctionValueChecks(functionSample),
    ...toSignatureChecks({ ...signatureRules, calls }),
    ...toPassiveChecks([createFunction, updateFunction], resources, rules.quirks?.requestId),
  ],
}
