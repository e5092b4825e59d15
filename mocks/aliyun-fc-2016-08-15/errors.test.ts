import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { verifiedFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/verified.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { addProvisioned } from '../aliyun-fc/testing/add-provisioned.ts'
import { causedElsewhere } from '../aliyun-fc/testing/caused-elsewhere.ts'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'

type Key = keyof typeof api.operations
type Code = keyof typeof api.errors

interface Sent {
  readonly method: string
  /** After `/services`. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Codes that no request of this test can cause, and why. */
const elsewhere: Partial<Record<Code, string>> = {
  ...causedElsewhere,
  MissingRequiredHeader: causedElsewhere.AccessDenied,
}

const maxBodyBytes = 5000
const timer = { triggerType: 'timer', triggerConfig: {} }

/** A service `empty`, and `demo` with functions f and g, a trigger t on f, version 1 and something new to publish, an alias a. */
function createWorld() {
  const fc = createDemo({ maxBodyBytes })
  fc.send('POST', '', { serviceName: 'empty' })
  fc.send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  fc.send('POST', '/demo/functions/f/triggers', { triggerName: 't', ...timer })
  fc.send('POST', '/demo/versions')
  fc.send('POST', '/demo/aliases', { aliasName: 'a', versionId: '1' })
  fc.send('PUT', '/demo', { description: 'new' })
  addProvisioned(fc)
  return fc
}

/** A valid request of each operation whose documented example is not valid with the fixtures of these tests. */
const special: Partial<Record<Key, Sent>> = {
  createService: { method: 'POST', path: '', body: { serviceName: 'new' } },
  deleteService: { method: 'DELETE', path: '/empty' },
  createFunction: { method: 'POST', path: '/demo/functions', body: { ...leastFunction, functionName: 'new' } },
  updateFunction: { method: 'PUT', path: '/demo/functions/f', body: {} },
  deleteFunction: { method: 'DELETE', path: '/demo/functions/g' },
  invokeFunction: { method: 'POST', path: '/demo/functions/f/invocations', body: { event: 1 } },
  createTrigger: { method: 'POST', path: '/demo/functions/f/triggers', body: { triggerName: 'new', ...timer } },
  updateTrigger: { method: 'PUT', path: '/demo/functions/f/triggers/t', body: {} },
  createAlias: { method: 'POST', path: '/demo/aliases', body: { aliasName: 'new', versionId: '1' } },
  updateAlias: { method: 'PUT', path: '/demo/aliases/a', body: {} },
}

const existing: Record<string, string> = {
  serviceName: 'demo',
  functionName: 'f',
  triggerName: 't',
  versionId: '1',
  aliasName: 'a',
}

/** A valid request: of the list above, or the first example of the document for the existing resources. */
function toGranted(key: Key): Sent {
  const { method, path, ...operation }: Operation = api.operations[key]
  const [example] = Object.values(operation.body?.examples ?? {})
  return (
    special[key] ?? {
      method: method.toUpperCase(),
      path: path.replace('/services', '').replaceAll(/\{(\w+)\}/g, (_, name: string) => existing[name] ?? name),
      ...(example && { body: example.value }),
    }
  )
}

/** The body with another value for each field that ends so. */
function withField({ body, ...sent }: Sent, ending: RegExp, value: string): Sent {
  const fields = Object.entries(Object(body)).map(([name, old]) => [name, ending.test(name) ? value : old])
  return { ...sent, body: Object.fromEntries(fields) }
}

/** What is wrong with the request that gets each code: how the granted request of an operation is changed. */
const causes: Partial<Record<Code, (sent: Sent, key: Key) => Sent>> = {
  InvalidArgument: (sent, key) => {
    if (key === 'invokeFunction') return { ...sent, headers: { 'x-fc-invocation-type': 'Later' } }
    if (sent.body !== undefined) return { ...sent, body: '{"truncated' }
    if (sent.method === 'GET' && key.startsWith('list')) return { ...sent, path: `${sent.path}?limit=0` }
    return { ...sent, path: sent.path.replace(/^\/[^/]+/, '/%ZZ') } // broken percent-encoding
  },
  EntityTooLarge: (sent) => ({ ...sent, body: JSON.stringify('x'.repeat(maxBodyBytes)) }),
  PreconditionFailed: (sent) => ({ ...sent, headers: { 'if-match': 'of another state' } }),
  ServiceNotFound: (sent) => ({ ...sent, path: sent.path.replace(/^\/[^/]+/, '/none') }),
  FunctionNotFound: (sent) => ({ ...sent, path: sent.path.replace(/functions\/[fg]/, 'functions/none') }),
  TriggerNotFound: (sent) => ({ ...sent, path: sent.path.replace('triggers/t', 'triggers/none') }),
  VersionNotFound: (sent, key) => {
    if (key === 'deleteVersion') return { ...sent, path: '/demo/versions/99' }
    if (key === 'createAlias' || key === 'updateAlias') return { ...sent, body: { aliasName: 'new', versionId: '99' } }
    return { ...sent, path: sent.path.replace('/demo', '/demo.99') }
  },
  AliasNotFound: (sent) => ({
    ...sent,
    path: sent.path.includes('/aliases/a') ? '/demo/aliases/none' : sent.path.replace('/demo', '/demo.none'),
  }),
  ServiceAlreadyExists: (sent) => withField(sent, /serviceName$/i, 'demo'),
  FunctionAlreadyExists: (sent) => ({ ...sent, body: leastFunction }),
  TriggerAlreadyExists: (sent) => ({ ...sent, body: { triggerName: 't', ...timer } }),
  AliasAlreadyExists: (sent) => ({ ...sent, body: { aliasName: 'a', versionId: '1' } }),
  ServiceNotEmpty: (sent) => ({ ...sent, path: '/demo' }),
  FunctionNotEmpty: (sent) => ({ ...sent, path: '/demo/functions/f' }),
  ProvisionConfigExist: (sent) => ({ ...sent, path: sent.path.replace(/\w+$/, 'provisioned') }),
  VersionPublishError: (sent) => ({ ...sent, path: '/unchanged/versions' }),
}

/** The observed operations have a test of their own. */
const keys = Object.keys(verifiedFc20160815.operations) as Key[] // a part of the keys of `api.operations`
const documented = keys.flatMap((key) => {
  const { errors, observedErrors } = api.operations[key]
  const codes: readonly Code[] = [...errors, ...observedErrors]
  return codes.map((code) => [key, code] as const)
})

test.each(keys)('a valid request of %s succeeds with the fixtures of these tests', (key) => {
  const { method, path, body } = toGranted(key)
  expect([200, 204]).toContain(send(createWorld(), { method, path, body }).status)
})

test.each(keys)('%s returns an ETag and supports If-Match where they are documented', (key) => {
  const { success, params, observedErrors } = api.operations[key]
  const named = Object.values(success).some((handlerResult) => Object.hasOwn(handlerResult.headers ?? {}, 'ETag'))
  const { method, path, body } = toGranted(key)
  const fc = createWorld()
  const etag = send(fc, { method, path, body }).headers.Etag
  if (named) expect(etag).toMatch(/^[0-9a-f]{32}$/)
  else expect(etag).toBeUndefined()
  // Which returns it to a tag of another state, below.
  expect(observedErrors.some((code) => code === 'PreconditionFailed')).toBe('If-Match' in params.header)
})

test.each(documented.filter(([, code]) => !elsewhere[code]))('%s returns %s for its cause', (key, code) => {
  const fc = createWorld()
  fc.send('POST', '', { serviceName: 'unchanged' })
  fc.send('POST', '/unchanged/versions')
  const cause = causes[code]
  if (!cause) throw new Error(`no cause of ${code} is known here`)
  const response = send(fc, cause(toGranted(key), key))
  expect(response.status).toBe(api.errors[code].status)
  expect(JSON.parse(response.text)).toMatchObject({ errorCode: code })
  expect(response.rule, 'the source and a rule in words').toMatch(/^004 [\w, ]+; .* ./)
})

test('every error code of the API is either tested here or explained', () => {
  const all = [...new Set(documented.map(([, code]) => code))].sort()
  expect([...Object.keys(causes), ...Object.keys(elsewhere)].sort()).toEqual(all)
})

/** Sends a body that is an object as JSON, one that is a text as it is. */
function send({ sendRaw }: ReturnType<typeof createDemo>, { method, path, body, headers = {} }: Sent) {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = text === undefined ? undefined : new TextEncoder().encode(text)
  const result = sendRaw(method, `/2016-08-15/services${path}`, bytes, headers)
  return {
    status: result.status,
    text: String(result.body),
    headers: result.headers,
    rule: result.headers['X-Mock-Rule'],
  }
}
