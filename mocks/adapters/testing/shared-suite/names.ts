import type { Scenario } from './scenario.ts'

const functions = '/2021-04-06/services/demo/functions'
const urn = 'urn:fss:cn-north-4:0123456789abcdef:function:default:fgsTest'

/** Names in another case, and nulls for absent values. */
export const nameScenarios: readonly Scenario[] = [
  {
    name: 'names in another case and nulls are accepted',
    steps: [
      {
        name: 'create a service',
        request: {
          method: 'POST',
          path: '/2016-08-15/services',
          json: {
            serviceName: 'demo',
            vpcConfig: { VpcId: 'v', VSwitchIds: ['a'], SecurityGroupId: 's' },
            nasConfig: { userId: null, groupId: null, mountPoints: null },
          },
        },
        wants: { status: 200, body: { vpcConfig: { vpcId: 'v', vSwitchIds: ['a'], securityGroupId: 's' } } },
      },
      {
        name: 'create a function with FC 2021',
        request: {
          method: 'POST',
          path: functions,
          json: {
            FunctionName: 'f',
            handler: 'h',
            Runtime: 'nodejs12',
            code: { ZipFile: btoa('code') },
            timeout: null,
          },
        },
        wants: { status: 200, body: { functionName: 'f', runtime: 'nodejs12', timeout: 3 } },
      },
      {
        name: 'update a function of FunctionGraph',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: `/v2/0123456789abcdef/fgs/functions/${urn}/config`,
          json: {
            Handler: 'index.main',
            memory_size: 256,
            timeout: 40,
            runtime: 'Node.js18.15',
            description: null,
            func_vpc: { vpc_id: null, subnet_id: null },
          },
        },
        wants: { status: 200, body: { handler: 'index.main', memory_size: 256 } },
      },
    ],
  },
  {
    name: 'a strict mock rejects names in another case and nulls',
    options: { strict: true },
    steps: [
      {
        name: 'a name in another case',
        request: { method: 'POST', path: '/2016-08-15/services', json: { ServiceName: 'demo' } },
        wants: { status: 400, body: { ErrorCode: 'InvalidArgument' } },
      },
      {
        name: 'null',
        request: {
          method: 'POST',
          path: functions,
          json: { functionName: 'f', runtime: 'nodejs12', handler: 'h', layers: null },
        },
        wants: { status: 400, body: { Code: 'InvalidArgument' } },
      },
    ],
  },
]
