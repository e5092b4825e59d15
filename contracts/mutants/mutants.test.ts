import { describe, expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { resources, service } from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { operators } from './operators/operators.ts'
import type { SiteKind } from './sites/site.ts'
import { type Subject, toSites } from './sites/to-sites.ts'
import { subjects } from './subjects.ts'
import { toBenignMutants, toMutants } from './to-mutants.ts'

const subject: Subject = { api, resources }
const kinds = Object.keys(operators) as SiteKind[] // the keys of the table

test('every kind of site has operators, and every operator belongs to one kind', () => {
  expect(kinds.toSorted()).toEqual(Object.keys(toSites(subject)).toSorted())
  for (const kind of kinds) {
    expect(operators[kind].length, kind).toBeGreaterThan(0)
    expect(
      operators[kind].filter((operator) => operator.kind !== kind),
      kind,
    ).toEqual([])
  }
  const ids = kinds.flatMap((kind) => operators[kind].map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(200)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(subjects.map((one) => [one.api.id, one] as const))('%s', (_, one) => {
  const mutants = toMutants(one)
  const sites = toSites(one)

  test('ids of mutants are unique', () => {
    for (const set of [mutants, toBenignMutants(one)]) {
      expect(set.length).toBeGreaterThan(0)
      const ids = set.map(({ id }) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    }
  })

  test('every operation has sites, and a mutant unless only its URL is inferred', () => {
    const operations = Object.values(one.api.operations)
    for (const { id, provenance } of operations) {
      expect(sites.success.filter(({ operation }) => operation.id === id).length, id).toBeGreaterThan(0)
      if (provenance !== 'inferred') expect(mutants.some(({ operation }) => operation === id)).toBe(true)
    }
  })

  test('ids of sites are unique within their kind and name their operation', () => {
    for (const kind of kinds) {
      const ids = sites[kind].map(({ id }) => id)
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        kind,
      ).toEqual([])
      expect(sites[kind].filter(({ id, operation }) => !id.startsWith(`${operation.id} `))).toEqual([])
    }
  })
})

test('sites name the elements of the schemas', () => {
  const sites = toSites(subject)
  const ids = (kind: SiteKind) => sites[kind].map(({ id }) => id)
  expect(ids('success')).toContain('DeleteService 204')
  expect(ids('header')).toEqual(expect.arrayContaining(['GetService 200 header ETag']))
  expect(ids('response field')).toEqual(
    expect.arrayContaining(['ListServices 200 services[].logConfig.project', 'GetFunction 200 environmentVariables']),
  )
  expect(ids('request field')).toEqual(expect.arrayContaining(['CreateFunction body.code.zipFile']))
  expect(ids('error')).toContain('GetService error ServiceNotFound')
  expect(ids('resource')).toContain('DeleteService remove service')
  expect(ids('list')).toContain('ListServices list of services')
})

test('an operation or a resource without any site fails with its name', () => {
  const { getService, ...operations } = api.operations
  const empty = { ...getService, success: {} }
  expect(() => toSites({ ...subject, api: { ...api, operations: { ...operations, getService: empty } } })).toThrow(
    'GetService has no success response: no site can be derived',
  )
  const { create, read, list, update, remove, ...bare } = service
  expect([create, read, list, update, remove]).not.toContain(undefined)
  expect(() => toSites({ ...subject, resources: [bare] })).toThrow(
    'the resource service has no operation: no site can be derived',
  )
})

describe('a mutant of one response field changes only this field', () => {
  const original = { serviceName: 'a', description: 'text', role: 'acs:ram::1:role/x', internetAccess: true }
  const ofDescription = toMutants(subject).filter(
    ({ id, kind }) => kind === 'response field' && id.endsWith(' @ GetService 200 description'),
  )

  test.each(ofDescription.map((mutant) => [mutant.id, mutant] as const))('%s', async (_, { wrap }: Mutant) => {
    const server = wrap(async () => ({
      status: 200,
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from(JSON.stringify(original)),
    }))
    const url = 'http://127.0.0.1/2016-08-15/services/a'
    const { body } = await server({ method: 'GET', url, headers: [], body: new Uint8Array() })
    const { serviceName, role, internetAccess } = JSON.parse(Buffer.from(body).toString())
    expect({ serviceName, role, internetAccess }).toEqual({
      serviceName: original.serviceName,
      role: original.role,
      internetAccess: original.internetAccess,
    })
  })
})

test('the parts of a wrap see the operation, the names and the body of a request', async () => {
  const seen: unknown[] = []
  const { intercept } = createEdits(api)
  const server = intercept('UpdateService', async ({ operation, names, body }, { forward }) => {
    seen.push(operation?.id, names, body)
    return await forward()
  })(async () => ({ status: 200, headers: [], body: new Uint8Array() }))
  const body = Buffer.from('{"description":"a"}')
  await server({ method: 'PUT', url: 'http://127.0.0.1/2016-08-15/services/a%20b', headers: [], body })
  await server({ method: 'GET', url: 'http://127.0.0.1/2016-08-15/services/a%20b', headers: [], body })
  expect(seen).toEqual(['UpdateService', { serviceName: 'a b' }, { description: 'a' }])
})
