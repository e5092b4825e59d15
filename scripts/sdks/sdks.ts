interface Sdk {
  /** The package name, as in the requirements or `go.mod`. */
  readonly name: string
  /** The account or project of the scenario. */
  readonly account: string
  /** APIs of which every operation must be called. A tool that calls only some operations has none. */
  readonly apis: readonly string[]
  /** Operations of these APIs that the SDK does not have. */
  readonly lacks?: readonly string[]
}

const vpcBindings = ['CreateVpcBinding', 'DeleteVpcBinding', 'ListVpcBindings']

/** An SDK with a scenario in Python. */
export interface PythonSdk extends Sdk {
  readonly language: 'Python'
  /** The file of the scenario, beside the requirements. */
  readonly script: string
}

/** An SDK with a scenario in Go. */
export interface GoSdk extends Sdk {
  readonly language: 'Go'
  /** The folder of the scenario module. */
  readonly folder: string
}

/** A tool from npm with a scenario in JavaScript. */
export interface NodeTool extends Sdk {
  readonly language: 'Node.js'
  /** The folder of the scenario, with the `package.json` that pins the tool. */
  readonly folder: string
}

/**
 * The SDKs of the vendors in Python and Go, and their deployment tool. The tests of the JavaScript SDKs are in
 * `tests/clients`.
 */
export const sdks: readonly (PythonSdk | GoSdk | NodeTool)[] = [
  {
    language: 'Python',
    name: 'aliyun-fc2',
    script: 'aliyun_fc2.py',
    account: '123456789012',
    apis: ['aliyun-fc-2016-08-15'],
    lacks: [...vpcBindings, 'GetTempBucketToken'],
  },
  {
    language: 'Python',
    name: 'alibabacloud-fc-open20210406',
    script: 'alibabacloud_fc_open.py',
    account: '123456789012',
    apis: ['aliyun-fc-2021-04-06'],
  },
  {
    language: 'Python',
    name: 'huaweicloudsdkfunctiongraph',
    script: 'huawei_function_graph.py',
    account: '7aad83af3e8d42e99ac194e8419e2c9b',
    apis: ['huawei-functiongraph-v2'],
  },
  {
    language: 'Go',
    name: 'github.com/aliyun/fc-go-sdk',
    folder: 'fc-go-sdk',
    account: '123456789012',
    apis: ['aliyun-fc-2016-08-15'],
    lacks: vpcBindings,
  },
  {
    language: 'Node.js',
    name: '@alicloud/fun',
    folder: 'alicloud-fun',
    account: '123456789012',
    apis: [],
  },
]
