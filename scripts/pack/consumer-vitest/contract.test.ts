// Runs with vitest in a project in which the package is installed.
import { describeContract } from 'faas-contracts/contracts/vitest'
import { serve } from 'faas-contracts/mocks/node'
import { afterAll } from 'vitest'

const mock = await serve({ port: 0 })
afterAll(mock.close)

describeContract('aliyun-fc-2016-08-15', { url: mock.url, operation: 'GetService' })
