import type { Seed } from '../../../mocks/core/control/seed.ts'

const code = { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' } // an empty archive

/** What the document's examples name, so that a tool that sends them finds something. */
export const exampleSeed: Seed = {
  'aliyun-fc-2016-08-15': {
    services: [
      {
        serviceName: 'demo-service',
        functions: [
          {
            functionName: 'helloworld',
            handler: 'index.handler',
            runtime: 'nodejs8',
            code,
            triggers: [{ triggerName: 'image_resize', triggerType: 'timer', triggerConfig: {} }],
          },
        ],
        versions: [{ description: 'the first' }],
        aliases: [{ aliasName: 'my-alias', versionId: '1' }],
      },
    ],
  },
}
