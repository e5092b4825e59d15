import fcOpen, { CreateFunctionHeaders, UpdateFunctionHeaders } from '@alicloud/fc-open20210406'
import { Config } from '@alicloud/openapi-client'
import { RuntimeOptions } from '@alicloud/tea-util'
import { accessKey, accountId } from './access-keys.ts'

export type FcOpenClient = InstanceType<typeof fcOpen.default>

// The package is CommonJS. Node imports the module with the client as `default`, vitest imports the client.
const Client = (fcOpen.default ?? fcOpen) as typeof fcOpen.default

/**
 * The unmodified npm package `@alicloud/fc-open20210406`. It needs the endpoint without a scheme, and `http` as the
 * protocol, because it uses TLS by default.
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

/** One attempt, so that failures are not retried. */
export const once = () => new RuntimeOptions({ autoretry: false })

export const createHeaders = (fields: object = {}) => new CreateFunctionHeaders({ xFcAccountId: accountId, ...fields })
export const updateHeaders = (fields: object = {}) => new UpdateFunctionHeaders({ xFcAccountId: accountId, ...fields })
