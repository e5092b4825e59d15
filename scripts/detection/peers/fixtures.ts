import type { Seed } from '../../../mocks/apis.ts'

const description = 'as in the example'

const functionOf = (functionName: string, triggers: readonly string[]) => ({
  functionName,
  description,
  handler: 'index.handler',
  runtime: 'nodejs8' as const,
  memorySize: 512,
  timeout: 10,
  code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }, // an empty archive
  triggers: triggers.map((triggerName) => ({
    triggerName,
    triggerType: 'oss',
    sourceArn: 'acs:oss:cn-shanghai:12345:mybucket',
    qualifier: 'LATEST',
    invocationRole: 'acs:ram::1234567890:role/fc-test',
    triggerConfig: { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'a', suffix: 'b' } } },
  })),
})

const aliasOf = (aliasName: string) => ({
  aliasName,
  description,
  versionId: '1',
  additionalVersionWeight: { 2: 0.05 },
})

const serviceOf = (serviceName: string) => ({
  serviceName,
  description,
  internetAccess: true,
  role: 'acs:ram::1234567890:role/fc-test',
  logConfig: { project: 'demo-project', logstore: 'demo-logstore' },
})

/** The resources of the examples in the document, and one more of each kind for deletion. */
export const exampleSeed: Seed = {
  'aliyun-fc-2016-08-15': {
    services: [
      {
        ...serviceOf('demo-service'),
        functions: [functionOf('helloworld', ['image_resize', 'spare-trigger']), functionOf('spare-function', [])],
        versions: ['first', 'second', 'third', 'spare'].map((text) => ({ description: text })),
        aliases: [aliasOf('my-alias'), aliasOf('spare-alias')],
      },
      serviceOf('spare-service'),
    ],
  },
}

/** Values of path parameters that exist on the seeded server. */
export const known: Readonly<Record<string, string>> = {
  serviceName: 'demo-service',
  functionName: 'helloworld',
  triggerName: 'image_resize',
  aliasName: 'my-alias',
  versionId: '1',
  qualifier: '1',
}

/** Values of path parameters for deletions, so that other operations keep their resources. */
export const spare: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DeleteService: { serviceName: 'spare-service' },
  DeleteFunction: { functionName: 'spare-function' },
  DeleteTrigger: { triggerName: 'spare-trigger' },
  DeleteAlias: { aliasName: 'spare-alias' },
  DeleteVersion: { versionId: '4' },
}

/** Fields that a create must set to a new value. The examples of the document name existing resources. */
export const fresh: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateService: { serviceName: 'new-service' },
  CreateFunction: { functionName: 'new-function' },
  CreateTrigger: { triggerName: 'new-trigger' },
  CreateAlias: { aliasName: 'new-alias' },
}
