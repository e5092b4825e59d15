import type { Operation } from '../../../schemas/core/operation.ts'
import { readPathNames } from '../../core/http/read-address.ts'
import { withBytes, withConnection, withHeader, withJson, withoutHeader, withStatus, withText } from '../changes.ts'
import { perServer } from '../kit.ts'
import { type MutableResponse, setHeader, setText, toObject } from '../response.ts'
import type { SuccessSite } from '../sites/site.ts'
import { type Operator, operatorsOn } from './operator.ts'

const hasJson = ({ success }: SuccessSite) => success.schema !== undefined && success.mediaType === 'application/json'

const toExample = ({ body }: Operation) => Object.values(body?.examples ?? {})[0]?.value

const toEmptySuccess = (): MutableResponse => ({
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from('{}'),
})

/** Edits the responses of an operation that have the status of the site. */
const editWith =
  (edit: (response: MutableResponse, site: SuccessSite) => void): Operator<'success'>['wrap'] =>
  (site, { editResponses }) =>
    editResponses(
      site.operation.id,
      (status) => status === site.status,
      (response) => edit(response, site),
    )

const toStatus = (status: number) => ({
  what: (site: SuccessSite) => `returns ${status} instead of ${site.status}`,
  appliesTo: (site: SuccessSite) => !Object.keys(site.operation.success).includes(String(status)),
  wrap: editWith(withStatus(status)),
})

const toEnvelope = (what: string, change: (body: unknown) => unknown) => ({
  what: () => what,
  appliesTo: hasJson,
  wrap: editWith(withJson(change)),
})

/** Operators on a success status of an operation. */
export const successOperators = operatorsOn('success', {
  'return-200': toStatus(200),
  'return-201': toStatus(201),
  'return-202': toStatus(202),
  'return-203': toStatus(203),
  'return-204': toStatus(204),
  'always-return-400': {
    what: ({ status }) => `returns 400 instead of ${status}`,
    wrap: (site, { editResponses, setError }) =>
      editResponses(
        site.operation.id,
        (status) => status === site.status,
        (response) => setError(response),
      ),
  },
  'always-return-500': {
    what: ({ status }) => `returns 500 instead of ${status}`,
    wrap: (site, { api, editResponses, setError }) =>
      editResponses(
        site.operation.id,
        (status) => status === site.status,
        (response) => setError(response, api.dialect.codes.internal),
      ),
  },
  'return-501': {
    what: () => 'returns 501',
    wrap: (site, { returnOnlyStatus }) => returnOnlyStatus(site.operation.id, 501),
  },
  'accept-any-method': {
    what: () => 'returns 200 for a method that no operation has',
    wrap: ({ operation }, kit) =>
      kit.intercept(undefined, async (call, { forward }) => {
        const isSame = call.operation === undefined && readPathNames(operation, call.path) !== undefined
        return isSame ? toEmptySuccess() : await forward()
      }),
  },
  'accept-any-path': {
    what: () => 'returns 200 for paths that no operation has',
    wrap: ({ operation }, kit) =>
      kit.intercept(undefined, async (call, { forward }) => {
        const isUnknown = call.operation === undefined && call.request.method === operation.method.toUpperCase()
        return isUnknown ? toEmptySuccess() : await forward()
      }),
  },
  'repair-body': {
    what: () => 'accepts any body as an example of a valid one',
    appliesTo: ({ operation }) => toExample(operation) !== undefined,
    wrap: ({ operation }, kit) =>
      kit.editRequest(operation.id, ({ body }) => (toObject(body) ? undefined : { body: toExample(operation) })),
  },
  'fail-on-invalid-body': {
    what: () => 'returns 500 for a body that is no JSON object',
    appliesTo: ({ operation }) => operation.body?.mediaType === 'application/json',
    wrap: ({ operation }, { api, editAllResponses, setError }) =>
      editAllResponses(operation.id, (response, { body }) => {
        if (!toObject(body)) setError(response, api.dialect.codes.internal)
      }),
  },
  'redirect-to-login': {
    what: ({ status }) => `redirects to a login page instead of returning ${status}`,
    wrap: editWith((response) => {
      response.status = 302
      setHeader(response, 'Location', '/login')
      setText(response, '')
    }),
  },
  'fail-every-fourth-call': {
    what: () => 'returns 500 for every fourth call',
    wrap: (site, { api, editResponses, setError }) =>
      perServer(() => {
        let calls = 0
        return editResponses(
          site.operation.id,
          (status) => status === site.status,
          (response) => {
            calls += 1
            if (calls % 4 === 0) setError(response, api.dialect.codes.internal)
          },
        )
      }),
  },
  'reset-connection': {
    what: () => 'closes the connection without a response',
    wrap: editWith(withConnection('reset')),
  },
  'cut-body': {
    what: () => 'closes the connection after half of the body',
    appliesTo: hasJson,
    wrap: editWith(withConnection('cut')),
  },
  'omit-body': {
    what: () => 'returns an empty body',
    appliesTo: hasJson,
    wrap: editWith(withBytes(() => new Uint8Array())),
  },
  'add-body': {
    what: ({ status }) => `returns a body with ${status}`,
    // HTTP ends a response with the status 204 after its headers.
    appliesTo: ({ success, status }) => success.schema === undefined && status !== 204,
    wrap: editWith(withText('application/json', '{}')),
  },
  'add-content-type': {
    what: () => 'returns a content type without a body',
    profile: 'observed',
    appliesTo: ({ success }) => success.schema === undefined,
    wrap: editWith(withHeader('Content-Type', 'application/json')),
  },
  'truncate-json': {
    what: () => 'returns truncated JSON',
    appliesTo: hasJson,
    wrap: editWith(withBytes((body) => body.subarray(0, -3))),
  },
  'repeat-json': {
    what: () => 'returns two JSON texts in one body',
    appliesTo: hasJson,
    wrap: editWith(withBytes((body) => Buffer.concat([body, body]))),
  },
  'add-byte-order-mark': {
    what: () => 'returns JSON after a byte order mark',
    appliesTo: hasJson,
    wrap: editWith(withBytes((body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]))),
  },
  'return-html': {
    what: () => 'returns HTML',
    appliesTo: hasJson,
    wrap: editWith(withText('text/html', '<html></html>')),
  },
  'label-as-text': {
    what: () => 'returns JSON as text/plain',
    appliesTo: hasJson,
    wrap: editWith(withHeader('Content-Type', 'text/plain')),
  },
  'omit-content-type': {
    what: () => 'returns no Content-Type',
    appliesTo: hasJson,
    wrap: editWith(withoutHeader('content-type')),
  },
  'label-wrong-encoding': {
    what: () => 'labels a plain body as compressed',
    appliesTo: hasJson,
    wrap: editWith(withHeader('Content-Encoding', 'gzip')),
  },
  'encode-in-latin-1': {
    what: () => 'returns text in Latin-1 that is labelled as UTF-8',
    appliesTo: (site) => hasJson(site) && site.operation.method !== 'delete',
    wrap: editWith(withBytes((body) => Buffer.from(Buffer.from(body).toString('utf8'), 'latin1'))),
  },
  'wrap-body': toEnvelope('wraps its body in another object', (data) => ({ data })),
  'return-list-of-one': toEnvelope('returns its body in a list', (body) => [body]),
  'return-json-text': toEnvelope('returns its body as JSON in a string', (body) => JSON.stringify(body)),
  'return-null': toEnvelope('returns null', () => null),
  'add-property': toEnvelope('returns an undocumented property', (body) => ({ ...Object(body), colour: 'red' })),
  'return-names-in-other-case': toEnvelope('returns property names that start with capital letters', (body) =>
    Object.fromEntries(Object.entries(Object(body)).map(([name, value]) => [capitalise(name), value])),
  ),
})

function capitalise(name: string): string {
  const first = name.slice(0, 1)
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1)
}
