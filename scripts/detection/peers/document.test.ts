import { expect, test } from 'vitest'
import { toCalls, toKnown } from './calls.ts'
import { addExamples, cutDocument, type Document, dropExamples, inlineResponses } from './document.ts'

const result = (name: string) => ({
  content: {
    'application/json': { examples: { it: { value: { name } } }, schema: { $ref: '#/components/schemas/A' } },
  },
})
const missing = { content: { 'application/json': { examples: { no: { $ref: '#/components/examples/NotFound' } } } } }
const document: Document = {
  info: { title: 'two tags', 'x-quirks': ['long'] },
  paths: {
    '/services': {
      post: {
        operationId: 'CreateService',
        tags: ['Service'],
        requestBody: result('demo-service'),
        responses: { 200: result('demo-service'), 409: missing },
      },
    },
    '/services/{serviceName}/aliases/{aliasName}': {
      delete: {
        operationId: 'DeleteAlias',
        tags: ['Alias'],
        parameters: [
          { in: 'path', name: 'aliasName' },
          { in: 'header', name: 'If-Match' },
        ],
        responses: { 204: {}, 404: missing, 412: missing },
      },
    },
  },
  components: {
    schemas: { A: { properties: { b: { $ref: '#/components/schemas/B' } } }, B: {}, C: {} },
    examples: { NotFound: { value: { code: 'NotFound' } } },
    securitySchemes: { key: {} },
  },
}

test('a reduced document has the operations of one tag and all components that they reference', () => {
  const { info, paths, components } = cutDocument(document, 'Service')
  expect(info).toEqual({ title: 'two tags' })
  expect(Object.keys(paths)).toEqual(['/services'])
  expect(components).toEqual({
    schemas: { A: document.components.schemas?.A, B: {} },
    examples: document.components.examples,
    securitySchemes: { key: {} },
  })
})

test('only path parameters get an example', () => {
  const { paths } = addExamples(document, toKnown)
  expect(paths['/services/{serviceName}/aliases/{aliasName}']?.delete?.parameters).toEqual([
    { in: 'path', name: 'aliasName', example: 'spare-alias' },
    { in: 'header', name: 'If-Match' },
  ])
})

test('examples of bodies can be dropped', () => {
  expect(JSON.stringify(dropExamples(document).paths)).not.toContain('examples":')
})

test('each status that a request can cause has a call, and deletions use resources that no other call needs', () => {
  const calls = toCalls(document).map(({ method, path, status, body, headers, response }) => ({
    call: `${method} ${path} ${status}`,
    body,
    tag: headers['If-Match'],
    response,
  }))
  expect(calls).toEqual([
    {
      call: 'POST /services 200',
      body: { name: 'demo-service', serviceName: 'new-service' },
      response: { name: 'demo-service' },
    },
    { call: 'POST /services 409', body: { name: 'demo-service' }, response: { code: 'NotFound' } },
    { call: 'DELETE /services/demo-service/aliases/spare-alias 204' },
    { call: 'DELETE /services/demo-service/aliases/absent 404', response: { code: 'NotFound' } },
    { call: 'DELETE /services/demo-service/aliases/my-alias 412', tag: 'another', response: { code: 'NotFound' } },
  ])
})

test('a response that operations share has the same calls as a response of an operation', () => {
  const post = document.paths['/services']?.post
  if (!post) throw new Error('no operation')
  const shared: Document = {
    ...document,
    paths: {
      '/services': {
        post: { ...post, responses: { ...post.responses, 409: { $ref: '#/components/responses/Exists' } } },
      },
    },
    components: { ...document.components, responses: { Exists: missing } },
  }
  const { paths } = cutDocument(document, 'Service')
  expect(toCalls(inlineResponses(shared))).toEqual(toCalls({ ...document, paths }))
})
