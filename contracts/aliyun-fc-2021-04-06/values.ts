import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Json } from '../../schemas/core/json-value.ts'
import { givenOne, newRequest, type Sample } from '../checks/sample.ts'
import type { Check } from '../core/check.ts'
import { toValueChecks, type ValueCheckSpec } from '../core/generate/value-checks.ts'
import { toResourcePath } from '../core/resource-path.ts'
import { functionSample } from './samples.ts'

const { createFunction, updateFunction } = api.operations

const toLayer = (name: string) => `acs:fc:cn-hangzhou:123456789012:layers/${name}/versions/1`
const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`name${index}`, String(index)]))

/** Values that a faulty server may merge, sort, trim, escape, round or drop. */
const values: Readonly<Record<string, readonly Json[]>> = {
  description: ['<b>"&amp;"</b>\r\n\tline', 'e\u0301', ''],
  environmentVariables: [
    { first: 'one', second: 'two' },
    { second: 'three' },
    { ...many, empty: '', blanks: ' x ', lines: 'a\r\nb', variable: '$name1', markup: '<&>' },
    {},
  ],
  initializer: ['index.one', 'index.two'],
  layers: [[toLayer('b'), toLayer('a')], [toLayer('a')], []],
  customDNS: [
    {
      nameServers: ['223.5.5.5', '114.114.114.114'],
      searches: ['b.example.com', 'a.example.com'],
      dnsOptions: [
        { name: 'timeout', value: '3' },
        { name: 'ndots', value: '5' },
      ],
    },
    { nameServers: ['114.114.114.114'] },
  ],
  instanceLifecycleConfig: [
    { preStop: { handler: 'index.preStop', timeout: 10 } },
    { preStop: { handler: 'index.other', timeout: 20 } },
  ],
  cpu: [0.15, 0.35, 0.7, 1],
}

const toCommon = ({ resource: { read = updateFunction, readBody } }: Sample) =>
  ({
    read,
    ...(readBody && { readBody }),
    values,
    mayReject: ['layers', 'customDNS'],
  }) satisfies Partial<ValueCheckSpec>

/** Every value is stored. Source: 003 CreateFunction, 000 UpdateFunction. */
export function toFunctionValueChecks(sample: Sample): readonly Check[] {
  return [
    ...toValueChecks({
      ...toCommon(sample),
      operation: createFunction,
      base: (context) => newRequest(context, sample),
      toPath: (input) => toResourcePath(sample.resource, input),
      toClause: (field) => `003 CreateFunction, Request parameters: ${field}`,
    }),
    ...toValueChecks({
      ...toCommon(sample),
      operation: updateFunction,
      base: async (context) => ({ path: (await givenOne(context, sample)).path }),
      toPath: ({ path }) => path,
      isUpdate: true,
      // The layers show under both names.
      volatile: ['lastModifiedTime', 'layersArnV2'],
      // A new map replaces the old one. This is observed for the environment variables and required for every map.
      toClause: (field) => `000 UpdateFunction, Request parameters: functionUpdateFields, ${field}`,
    }),
  ]
}

export const functionValueChecks = toFunctionValueChecks(functionSample)
