import fcOpen, { CreateFunctionHeaders, UpdateFunctionHeaders } from '@alicloud/fc-open20210406'
import { Config } from '@alicloud/openapi-client'
import { RuntimeOptions } from '@alicloud/tea-util'
import { accessKey, accountId } from './access-keys.ts'

export type FcOpenClient = InstanceType<typeof fcOpen.default>

// The package is CommonJS: Node imports the module that has the client as `default`, vitest the client itself.
const Client = (fcOpen.default ?? fcOpen) as typeof fcOpen.default

/**
 * The unmodified npm package `@alicloud/fc-open20210406`. It wants the endpoint without its scheme, and `http` by name:
 * it would speak TLS otherwise.
 */
export function fcOpenClient(port: number, key = accessKey): FcOpenClient {
  const config = new Config({
    accessKeyId: key.id,
    accessKeySecret: key.secret,
    endpoint: `127.0.0.1:${port}`,
    protocol: 'http',
    regionId: 'cn-hangzhou',
  })
  return new Client(config)
}

/** One attempt, so that a failure is not tried again. */
export const once = () => new RuntimeOptions({ autoretry: false })

export const createHeaders = (fields: object = {}) => new CreateFunctionHeaders({ xFcAccountId: accountId, ...fields })
export const updateHeaders = (fields: object = {}) => new UpdateFunctionHeaders({ xFcAccountId: accountId, ...fields })
