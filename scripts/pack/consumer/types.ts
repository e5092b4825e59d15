// Compiled in an empty project in which the package is installed: every export has types.
import { aliyunFc20160815 } from 'faas-contracts/aliyun-fc-2016-08-15'
import { Service } from 'faas-contracts/aliyun-fc-2016-08-15/models/service'
import document from 'faas-contracts/aliyun-fc-2016-08-15/openapi.json' with { type: 'json' }
import type { components, operations } from 'faas-contracts/aliyun-fc-2016-08-15/types'
import { aliyunFc20210406 } from 'faas-contracts/aliyun-fc-2021-04-06'
import type { components as later } from 'faas-contracts/aliyun-fc-2021-04-06/types'
import * as contracts from 'faas-contracts/contracts'
import { describeContract } from 'faas-contracts/contracts/vitest'
import { huaweiFunctionGraphV2 } from 'faas-contracts/huawei-functiongraph-v2'
import type { components as graph } from 'faas-contracts/huawei-functiongraph-v2/types'
import { createMock } from 'faas-contracts/mocks/fetch'
import { createMock as createOne } from 'faas-contracts/mocks/fetch/huawei-functiongraph-v2'
import { handlers } from 'faas-contracts/mocks/msw'
import { handlers as handlersOfOne } from 'faas-contracts/mocks/msw/aliyun-fc-2021-04-06'
import { serve } from 'faas-contracts/mocks/node'
import { setupServer } from 'msw/node'

const service: components['schemas']['Service'] = { serviceName: 'a' }
const settings: graph['schemas']['UpdateFunctionConfigRequest']['memory_size'] = 128
const size: later['schemas']['CreateFunctionInput']['diskSize'] = 512
type Query = NonNullable<operations['ListServices']['parameters']['query']>
const query: Query = { limit: 2 }
const ids: readonly string[] = [aliyunFc20160815.id, aliyunFc20210406.id, huaweiFunctionGraphV2.id]
const config = contracts.defineConfig({ url: 'http://127.0.0.1:4010', features: { unsupported: ['Alias'] } })
const title: string = document.info.title
const server = setupServer(...handlers({ apis: ['aliyun-fc-2016-08-15'] }), ...handlersOfOne())
const one = createOne({ seed: { 'huawei-functiongraph-v2': [] } })
const parsed: string = Service.parse({ serviceName: 'a' }).serviceName
const response: Promise<Response> = createMock({ deterministic: 1 }).fetch('http://localhost/')
const served = serve({ port: 0 })

// @ts-expect-error no operation has this name
one.emulator.faults.add({ operation: 'createFunction', status: 503 })
// @ts-expect-error the setting has a number
const wrongConfig = contracts.defineConfig({ timeoutMs: '1' })
// @ts-expect-error a service has a name
const nameless: components['schemas']['Service'] = {}
// @ts-expect-error a disk cannot have 100 MB
const edgeCase: later['schemas']['CreateFunctionInput']['diskSize'] = 100

export {
  config,
  contracts,
  describeContract,
  edgeCase,
  ids,
  nameless,
  one,
  parsed,
  query,
  response,
  served,
  server,
  service,
  settings,
  size,
  title,
  wrongConfig,
}
