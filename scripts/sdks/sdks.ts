/** An SDK with a scenario in Python. */
export interface PythonSdk {
  readonly language: 'Python'
  /** Its name in the registry, as the requirements spell it. */
  readonly name: string
  /** The scenario, beside the requirements. */
  readonly script: string
  /** The account or project that the scenario works for. */
  readonly account: string
  /** The APIs whose every operation it must call. */
  readonly apis: readonly string[]
}

/** An SDK that can't be had. */
interface MissingSdk {
  readonly language: 'Go'
  readonly name: string
  readonly missing: string
}

/** The vendors' SDKs that are no npm packages: those live in `mocks/clients`, in `npm test`. */
export const sdks: readonly (PythonSdk | MissingSdk)[] = [
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
    missing: 'the Go module proxy refuses the module: "403 Forbidden: This module version is not available"',
  },
]
