import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Expected, Test } from '../expect-lines.ts'
import { anId, aTag, aTime, sameAs, someText } from '../tests.ts'
import { type Scenario, step, toForcedSteps } from './scenario.ts'

/** Errors contain both field aliases. */
const toError = (code: string) => ({
  ErrorCode: code === 'InvalidAccessKeyId' ? 'InvalidAccessKeyID' : code, // quirk W3
  ErrorMessage: someText,
  errorCode: code,
  errorMessage: someText,
})

const response = (body: Expected) => ({ status: 200, etag: aTag, body })
const rejected = (status: number, code: string) => ({ status, error: toError(code) })
const gone = { status: 204 }

const times = { createdTime: aTime, lastModifiedTime: aTime }

const service = {
  serviceName: 'clients',
  description: 'made by a generated client',
  internetAccess: true,
  logConfig: {
    project: 'project-1',
    logstore: 'logstore-1',
    enableRequestMetrics: true,
    enableInstanceMetrics: false,
    logBeginRule: 'DefaultRegex',
  },
  role: 'acs:ram::123456789012:role/fc',
  vpcConfig: { securityGroupId: 'sg-1', vSwitchIds: ['vsw-1', 'vsw-2'], vpcId: 'vpc-1' },
  tracingConfig: { type: 'Jaeger', params: { endpoint: 'http://tracing.example.com' } },
  nasConfig: {
    userId: 10003,
    groupId: '10003',
    mountPoints: [{ serverAddr: 'nas.example.com:/', mountDir: '/mnt/a' }],
  },
  serviceId: anId,
  ...times,
}

const fullFunction = {
  functionName: 'full',
  handler: 'index.handler',
  runtime: 'nodejs4.4',
  description: 'has every field',
  memorySize: 512,
  timeout: 60,
  initializer: 'index.initializer',
  initializationTimeout: 30,
  environmentVariables: { MODE: 'test', EMPTY: '' },
  instanceConcurrency: 5,
  caPort: 9000,
  customContainerConfig: { image: 'registry.example.com/image:1', command: '["node"]' },
  layers: ['acs:fc:cn-hangzhou:123456789012:layers/a/versions/1'],
  instanceType: 'c1',
  functionId: anId,
  codeSize: 13,
  codeChecksum: '12100384585228730499',
  ...times,
}
const changed = { ...fullFunction, description: 'changed', memorySize: 1024, environmentVariables: {} }

const trigger = {
  triggerName: 'uploads',
  triggerType: 'oss',
  triggerConfig: { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/' } } },
  invocationRole: 'acs:ram::123456789012:role/oss',
  sourceArn: 'acs:oss:cn-hangzhou:123456789012:bucket',
  qualifier: 'LATEST',
  description: 'runs for each upload',
  triggerId: anId,
  ...times,
}

/** Body and ETag equal those of an earlier step. */
const again = (name: string): Record<string, Expected> => ({
  status: 200,
  etag: sameAs(name, 'etag'),
  body: sameAs(name, 'body'),
})

const anotherTag: Test = (value, lines) =>
  lines.get('get function')?.etag === value ? 'a new ETag' : aTag(value, lines)

const listed = ['list-1', 'list-2', 'list-3', 'list-4', 'list-5']

export const fc2016: Scenario = {
  api: api.id,
  forced: api.operations.updateFunction,
  steps: [
    step('create service', response(service)),
    step('get service', again('create service')),
    step('create service again', rejected(409, 'ServiceAlreadyExists')),
    step('create function', response(fullFunction)),
    step('get function', again('create function')),
    step('list functions', { pages: [listed.slice(0, 2), listed.slice(2, 4), listed.slice(4)] }),
    step('update function', { status: 200, etag: anotherTag, body: changed }),
    step('update function with a stale tag', rejected(412, 'PreconditionFailed')),
    ...toForcedSteps(api, api.operations.updateFunction, toError),
    step('create trigger', response(trigger)),
    step('get trigger', again('create trigger')),
    step('publish version', response({ versionId: '1', description: 'first', ...times })),
    step(
      'create alias',
      response({
        aliasName: 'stable',
        versionId: '1',
        description: 'both',
        additionalVersionWeight: { '2': 0.25 },
        ...times,
      }),
    ),
    step('get function by qualifier', again('update function')),
    step('invoke function by qualifier', { status: 200, bytes: Buffer.from([0, 255, 10]).toString('base64') }),
    step('delete service with functions', rejected(409, 'ServiceNotEmpty')),
    step('delete trigger', gone),
    step('delete alias', gone),
    step('delete version 1', gone),
    step('delete version 2', gone),
    ...['full', ...listed].map((name) => step(`delete function ${name}`, gone)),
    step('delete service', gone),
    step('get deleted service', rejected(404, 'ServiceNotFound')),
  ],
}
