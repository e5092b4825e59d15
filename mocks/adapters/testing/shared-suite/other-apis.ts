import type { Scenario } from './scenario.ts'

const urn = 'urn:fss:cn-north-4:0123456789abcdef:function:default:fgsTest'
const functionGraph = `/v2/0123456789abcdef/fgs/functions/${urn}`

/** FC 2021-04-06 on the state of FC 2016-08-15, and FunctionGraph v2. */
export const otherApiScenarios: readonly Scenario[] = [
  {
    name: 'both versions of FC share functions',
    steps: [
      {
        name: 'create a service with FC 2016',
        request: { method: 'POST', path: '/2016-08-15/services', json: { serviceName: 'demo' } },
        wants: { status: 200 },
      },
      {
        name: 'create a function with FC 2021',
        request: {
          method: 'POST',
          path: '/2021-04-06/services/demo/functions',
          json: { functionName: 'f', handler: 'index.handler', runtime: 'nodejs12', code: { zipFile: btoa('code') } },
        },
        wants: { status: 200, body: { functionName: 'f' } },
      },
      {
        name: 'update it with FC 2021',
        request: { method: 'PUT', path: '/2021-04-06/services/demo/functions/f', json: { timeout: 30 } },
        wants: { status: 200, body: { timeout: 30 } },
      },
      {
        name: 'read it with FC 2016',
        request: { method: 'GET', path: '/2016-08-15/services/demo/functions/f' },
        wants: { status: 200, body: { timeout: 30, handler: 'index.handler' } },
      },
      {
        name: 'get an error with FC 2021',
        request: { method: 'PUT', path: '/2021-04-06/services/demo/functions/none', json: {} },
        wants: { status: 404, body: { Code: 'FunctionNotFound' } },
      },
    ],
  },
  {
    name: 'settings and code of FunctionGraph functions can be updated',
    steps: [
      {
        name: 'update settings, with unencoded colons in the URN',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: `${functionGraph}/config`,
          json: { func_name: 'fgsTest', handler: 'index.main', memory_size: 256, timeout: 40, runtime: 'Node.js18.15' },
        },
        wants: { status: 200, body: { func_name: 'fgsTest', memory_size: 256, timeout: 40 } },
      },
      {
        name: 'update code, with encoded colons',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: `${functionGraph.replaceAll(':', '%3A')}/code`,
          json: { code_type: 'inline', code_filename: 'index.js', func_code: { file: btoa('exports = {}') } },
        },
        wants: { status: 200, body: { func_name: 'fgsTest', code_type: 'inline' } },
      },
      {
        name: 'a missing function',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: `${functionGraph}2/code`,
          json: { code_type: 'inline', code_filename: 'index.js', func_code: { file: btoa('exports = {}') } },
        },
        wants: { status: 404, body: { error_code: 'FSS.1051' } },
      },
    ],
  },
]
