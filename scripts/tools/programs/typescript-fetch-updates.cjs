// Fails if an update sends a default. Runs beside the compiled clients.
const { deepStrictEqual } = require('node:assert')
const { UpdateFunctionInputToJSON } = require('./aliyun-fc-2021-04-06/index.js')
const { UpdateFunctionConfigRequestToJSON } = require('./huawei-functiongraph-v2/index.js')

const send = (value) => JSON.parse(JSON.stringify(value))
const settings = { runtime: 'Python3.9', timeout: 3, handler: 'index.handler' }
deepStrictEqual(send(UpdateFunctionConfigRequestToJSON({ ...settings, memorySize: 128 })), {
  ...settings,
  memory_size: 128,
})
deepStrictEqual(send(UpdateFunctionInputToJSON({})), {})
