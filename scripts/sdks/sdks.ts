interface Sdk {
  /** Its name in the registry, as the requirements or `go.mod` spell it. */
  readonly name: string
  /** The account or project that the scenario works for. */
  readonly account: string
  /** The APIs whose every operation it must call. */
  readonly apis: readonly string[]
}

/** An SDK with a scenario in Python. */
export interface PythonSdk extends Sdk {
  readonly language: 'Python'
  /** The scenario, beside the requirements. */
  readonly script: string
}

/** An SDK with a scenario in Go. */
export interface GoSdk extends Sdk {
  readonly language: 'Go'
  /** The module of the scenario. */
  readonly folder: string
}

/** The vendors' SDKs that are no npm packages: those live in `mocks/clients`, in `npm test`. */
export const sdks: readonly (PythonSdk | GoSdk)[] = [
  {
    language: 'Python',
    name: 'aliyun-fc2',
    script: 'aliyun_fc2.py',
    account: '123456789012',
    apis: ['aliyun-fc-2016-08-15'],
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
  },
]
