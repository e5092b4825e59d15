import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createMock } from '../mocks/adapters/fetch/fetch.ts'
import type { Seed } from '../mocks/apis.ts'
import { renderSeedSchema } from '../scripts/settings/seed-schema.ts'

const page = await readFile(join(import.meta.dirname, '..', 'docs', 'reference', 'seeds.md'), 'utf8')
const [, sample = ''] = /```yaml seed.yaml\n(.*?)```/s.exec(page) ?? []
const $schema = './node_modules/faas-contracts/dist/seed.schema.json'
const echo = { response: { kind: 'echo' } }
const service = (fields: object) => ({ 'aliyun-fc-2016-08-15': { services: [{ serviceName: 's', ...fields }] } })

test.each<[string, unknown, boolean]>([
  ['the sample of the page', parse(sample), true],
  ['a seed that names its schema', { $schema, ...service({}) }, true],
  ['a layer of FC 2021', { 'aliyun-fc-2021-04-06': { layers: [{ layerName: 'l', versions: [] }] } }, false],
  ['a rule for invocations', { 'aliyun-fc-2016-08-15': { invocations: [echo] } }, true],
  ['a rule with a function', { 'aliyun-fc-2016-08-15': { invocations: [{ ...echo, answer: 'text' }] } }, false],
  ['an unknown API', { 'aliyun-fc': {} }, false],
  ['an unknown field', service({ descriptoin: 'text' }), false],
  ['a value of another type', service({ description: 1 }), false],
  ['a schema that is not a text', { $schema: 1 }, false],
  ['a function without a list', { 'huawei-functiongraph-v2': { func_name: 'f' } }, false],
])('the JSON Schema and the mock agree: %s', (_, seed, isValid) => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(renderSeedSchema()))
  expect(validate(seed), JSON.stringify(validate.errors)).toBe(isValid)
  const create = () => createMock({ seed: seed as Seed })
  if (isValid) expect(create).not.toThrow()
  else expect(create).toThrow()
})
