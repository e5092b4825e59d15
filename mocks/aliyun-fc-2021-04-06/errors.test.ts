import { expect, test } from 'vitest'
import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { addProvisioned } from '../aliyun-fc/testing/add-provisioned.ts'
import { causedElsewhere } from '../aliyun-fc/testing/caused-elsewhere.ts'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'
import { accountRequests } from './testing/account-requests.ts'
import { configRequests } from './testing/config-requests.ts'
import { type Code, expectError, toErrorCases } from './testing/error-cases.ts'

/** Their errors are the subject of config-errors.test.ts and account-errors.test.ts. */
const tested = { ...configRequests, ...accountRequests }
type Key = Exclude<keyof typeof api.operations, keyof typeof tested>

interface Sent {
  readonly method: string
  /** After `/services`. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Codes that no request of this test can cause, and why. */
const elsewhere: Partial<Record<Code, string>> = causedElsewhere

const maxBodyBytes = 5000
const timer = { triggerType: 'timer', triggerConfig: '{}' }

/** Makes an invocation the asynchronous task `known`. */
const asKnownTask = {
  'x-fc-invocation-type': 'Async',
  'x-fc-stateful-async-invocation-enable': 'true',
  'x-fc-stateful-async-invocation-id': 'known',
}

/**
 * A service `empty`, a service `unchanged` since its version, and `demo` with functions f and g, a trigger t on f, version 1
 * and something new to publish, an alias a, and the
 * task `known` of f.
 */
function createWorld() {
  const fc = createDemo({ maxBodyBytes })
  fc.send2021('POST', '', { serviceName: 'empty' })
  fc.send2021('POST', '', { serviceName: 'unchanged' })
  fc.send2021('POST', '/unchanged/versions')
  fc.send2021('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  fc.send2021('POST', '/demo/functions/f/triggers', { triggerName: 't', ...timer })
  fc.send2021('POST', '/demo/versions')
  fc.send2021('POST', '/demo/aliases', { aliasName: 'a', versionId: '1' })
  fc.send2021('PUT', '/demo', { description: 'new' })
  fc.send2021('POST', '/demo/functions/f/invocations', {}, asKnownTask)
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

/** What is wrong with the request that gets each code: how the granted request of an operation is changed. */
const causes: Partial<Record<Code, (sent: Sent, key: Key) => Sent>> = {
  InvalidArgument: (sent, key) => {
    if (key === 'invokeFunction') return { ...sent, headers: { 'x-fc-invocation-type': 'Later' } }
    if (sent.body !== undefined) return { ...sent, body: '{"truncated' }
    if (key.startsWith('list')) return { ...sent, path: `${sent.path}?limit=0` }
    return { ...sent, path: sent.path.replace(/^\/[^/]+/, '/%ZZ') } // broken percent-encoding
  },
  EntityTooLarge: (sent) => ({ ...sent, body: JSON.stringify('x'.repeat(maxBodyBytes)) }),
  PreconditionFailed: (sent) => ({ ...sent, headers: { 'if-match': 'of another state' } }),
  ServiceNotFound: (sent) => ({ ...sent, path: sent.path.replace(/^\/[^/]+/, '/none') }),
  FunctionNotFound: (sent) => ({ ...sent, path: sent.path.replace(/functions\/[fg]/, 'functions/none') }),
  TriggerNotFound: (sent) => ({ ...sent, path: sent.path.replace('triggers/t', 'triggers/none') }),
  VersionNotFound: (sent, key) => {
    if (key === 'deleteServiceVersion') return { ...sent, path: '/demo/versions/99' }
    if (key === 'createAlias' || key === 'updateAlias') return { ...sent, body: { aliasName: 'new', versionId: '99' } }
    return { ...sent, path: `${sent.path}?qualifier=99` }
  },
  AliasNotFound: (sent) => ({
    ...sent,
    path: sent.path.includes('/aliases/a') ? '/demo/aliases/none' : `${sent.path}?qualifier=none`,
  }),
  ServiceAlreadyExists: (sent) => ({ ...sent, body: { serviceName: 'demo' } }),
  FunctionAlreadyExists: (sent) => ({ ...sent, body: leastFunction }),
  TriggerAlreadyExists: (sent) => ({ ...sent, body: { triggerName: 't', ...timer } }),
  AliasAlreadyExists: (sent) => ({ ...sent, body: { aliasName: 'a', versionId: '1' } }),
  StatefulAsyncInvocationAlreadyExists: (sent) => ({ ...sent, headers: asKnownTask }),
  ServiceNotEmpty: (sent) => ({ ...sent, path: '/demo' }),
  FunctionNotEmpty: (sent) => ({ ...sent, path: '/demo/functions/f' }),
  ProvisionConfigExist: (sent) => ({ ...sent, path: sent.path.replace(/\w+$/, 'provisioned') }),
  VersionPublishError: (sent) => ({ ...sent, path: '/unchanged/versions' }),
}

const keys = (Object.keys(api.operations) as Key[]).filter((key) => !Object.hasOwn(tested, key)) // of that object
const known = toErrorCases(keys)

test.each(keys)('a valid request of %s succeeds with the fixtures of these tests', (key) => {
  expect([200, 204]).toContain(send(createWorld(), toGranted(key)).status)
})

test.each(keys)('%s returns an ETag and supports If-Match where FC-DEF states them', (key) => {
  const { success, params, observedErrors } = api.operations[key]
  const named = Object.values(success).some(({ headers }) => Object.hasOwn(headers, 'ETag'))
  const etag = send(createWorld(), toGranted(key)).headers.ETag
  if (named) expect(etag).toMatch(/^[0-9a-f]{32}$/)
  else expect(etag).toBeUndefined()
  expect(observedErrors.some((code) => code === 'PreconditionFailed')).toBe('If-Match' in params.header)
})

test.each(known.filter(([, code]) => !elsewhere[code]))(
  '%s returns %s for its cause, in the envelope of the API',
  (key, code) => {
    const response = send(createWorld(), causes[code]?.(toGranted(key), key) ?? toGranted(key))
    expectError({ ...response, body: JSON.parse(response.text) }, code, /^(00[03]|FC-DEF) [\w, ]+; .* ./)
  },
)

test('every error code of the API except the one for unknown paths is either tested here or explained', () => {
  const all = [...new Set(known.map(([, code]) => code))].sort()
  expect([...Object.keys(causes), ...Object.keys(elsewhere)].sort()).toEqual(all)
})

/** Sends a body that is an object as JSON, one that is a text as it is. */
function send({ sendRaw }: ReturnType<typeof createDemo>, { method, path, body, headers = {} }: Sent) {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = text === undefined ? undefined : new TextEncoder().encode(text)
  const result = sendRaw(method, `/2021-04-06/services${path}`, bytes, headers)
  return { status: result.status, text: String(result.body), headers: result.headers }
}
