import type { z } from 'zod'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'

export type Code = keyof typeof api.errors

/** What differs between the collections of the fake. */
export interface FakeKind {
  /** The collection's segment of a path, which is also the field of its list. */
  readonly segment: string
  readonly create: z.ZodType
  readonly update?: z.ZodType
  readonly name: string
  readonly id?: string
  /** Fields of the creation that no update changes. */
  readonly fixed?: readonly string[]
  readonly exists: Code
  readonly missing: Code
  /** The error code for deleting a resource that has children. */
  readonly notEmpty?: Code
}

const operations = api.operations

export const fakeKinds: readonly FakeKind[] = [
  {
    segment: 'services',
    create: operations.createService.body.schema,
    update: operations.updateService.body.schema,
    name: 'serviceName',
    id: 'serviceId',
    exists: 'ServiceAlreadyExists',
    missing: 'ServiceNotFound',
    notEmpty: 'ServiceNotEmpty',
  },
  {
    segment: 'functions',
    create: operations.createFunction.body.schema,
    update: operations.updateFunction.body.schema,
    name: 'functionName',
    id: 'functionId',
    exists: 'FunctionAlreadyExists',
    missing: 'FunctionNotFound',
    notEmpty: 'FunctionNotEmpty',
  },
  {
    segment: 'triggers',
    create: operations.createTrigger.body.schema,
    update: operations.updateTrigger.body.schema,
    name: 'triggerName',
    fixed: ['triggerType', 'sourceArn'],
    exists: 'TriggerAlreadyExists',
    missing: 'TriggerNotFound',
  },
  {
    segment: 'aliases',
    create: operations.createAlias.body.schema,
    update: operations.updateAlias.body.schema,
    name: 'aliasName',
    exists: 'AliasAlreadyExists',
    missing: 'AliasNotFound',
  },
  {
    segment: 'versions',
    create: operations.publishVersion.body.schema,
    name: 'versionId',
    exists: 'VersionPublishError',
    missing: 'VersionNotFound',
  },
]
