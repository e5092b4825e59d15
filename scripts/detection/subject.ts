import { access } from '../../contracts/mutants/access.ts'
import type { MockOptions } from '../../mocks/adapters/options.ts'

/** The mock of one API and the fixtures for its checks. */
export interface Subject {
  readonly mock: MockOptions
  /** Values of the fixture pool. */
  readonly supplied: Readonly<Record<string, readonly string[]>>
  /** The same for the reduced contract, if there is one. */
  readonly suppliedToReduced?: Readonly<Record<string, readonly string[]>>
}

const urn = 'urn:fss:cn-north-4:7aad83af3e8d42e99ac194e8419e2c9b:function:default:pooled'

const subjects: Readonly<Record<string, Subject>> = {
  'aliyun-fc-2016-08-15': { mock: { apis: ['aliyun-fc-2016-08-15'] }, supplied: {} },
  'aliyun-fc-2021-04-06': {
    mock: {
      apis: ['aliyun-fc-2016-08-15', 'aliyun-fc-2021-04-06'],
      seed: { 'aliyun-fc-2021-04-06': { services: [{ serviceName: 'pooled' }] } },
    },
    supplied: {},
    suppliedToReduced: { serviceName: ['pooled'], removeWith: ['aliyun-fc-2016-08-15'] },
  },
  'huawei-functiongraph-v2': {
    mock: {
      apis: ['huawei-functiongraph-v2'],
      seed: {
        'huawei-functiongraph-v2': [
          {
            func_urn: urn,
            func_name: 'pooled',
            runtime: 'Python3.9',
            handler: 'index.handler',
            timeout: 30,
            memory_size: 128,
          },
        ],
      },
    },
    supplied: { functionUrn: [urn], runtime: ['Python3.9'] },
  },
}

/** The mock and fixtures of an API. With `auth`, the mock verifies signatures. */
export function toSubject(apiId: string, auth: boolean): Subject {
  const subject = subjects[apiId]
  if (!subject) throw new Error(`unknown API: ${apiId}`)
  if (!auth) return subject
  const { accessKeyId: id, accessKeySecret: secret, token: securityToken } = access.credentials
  return {
    ...subject,
    mock: { ...subject.mock, auth: { mode: 'verify', credentials: [{ id, secret, securityToken }] } },
  }
}
