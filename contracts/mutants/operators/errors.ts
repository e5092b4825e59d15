import { withText } from '../changes.ts'
import { type JsonObject, type MutableResponse, readObject, setHeader, setJson, setText } from '../response.ts'
import type { ErrorSite } from '../sites/site.ts'
import { type Kit, type Operator, operatorsOn } from './operator.ts'

/** Edits the error responses with the code of the site. */
const editWith =
  (edit: (response: MutableResponse, site: ErrorSite, kit: Kit) => void): Operator<'error'>['wrap'] =>
  (site, kit) =>
    kit.editErrors(site.operation.id, site.status, (response) => {
      if (Object.values(readObject(response) ?? {}).includes(site.code)) edit(response, site, kit)
    })

const mapBody = (change: (body: JsonObject, site: ErrorSite) => unknown) =>
  editWith((response, site) => setJson(response, change(readObject(response) ?? {}, site)))

const mapFields = (fits: (name: string) => boolean, change: (value: unknown) => unknown) =>
  mapBody((body) =>
    Object.fromEntries(Object.entries(body).map(([name, value]) => [name, fits(name) ? change(value) : value])),
  )

const isCode = (name: string) => /code/i.test(name)
const isMessage = (name: string) => /message|msg/i.test(name)
const isRequestId = (name: string) => /requestid/i.test(name)

const toStatus = (status: number) => ({
  what: ({ code }: ErrorSite) => `returns ${code} with ${status}`,
  appliesTo: (site: ErrorSite) => site.status !== status,
  wrap: editWith((response) => {
    response.status = status
  }),
})

/** Operators on the errors of an operation. */
export const errorOperators = operatorsOn('error', {
  'error-with-200': toStatus(200),
  'error-with-400': toStatus(400),
  'error-with-403': toStatus(403),
  'error-with-404': toStatus(404),
  'error-with-409': toStatus(409),
  'error-with-422': toStatus(422),
  'error-with-500': toStatus(500),
  'other-code': {
    what: ({ code }) => `returns another code instead of ${code}`,
    wrap: editWith((response, site, { api, setError }) => {
      const other = Object.keys(api.errors).find((code) => code !== site.code && !site.operation.errors.includes(code))
      setError(response, other ?? api.dialect.codes.internal, site.status)
    }),
  },
  'code-of-other-case': {
    what: ({ code }) => `returns a code of another status instead of ${code}`,
    appliesTo: ({ operation, status }) => operation.errors.length > 1 && status !== 500,
    wrap: editWith((response, site, { api, setError }) => {
      const other = site.operation.errors.find((code) => {
        const { status = 0 } = api.errors[code] ?? {}
        return code !== site.code && status !== site.status && status >= 400 && status < 500 && status !== 403
      })
      if (other !== undefined) setError(response, other)
    }),
  },
  'code-in-lower-case': {
    what: ({ code }) => `returns ${code} in lower case`,
    wrap: mapFields(isCode, (value) => String(value).toLowerCase()),
  },
  'code-as-number': {
    what: ({ code }) => `returns a number instead of ${code}`,
    wrap: mapFields(isCode, () => 1001),
  },
  'omit-code': {
    what: ({ code }) => `omits the code ${code}`,
    wrap: mapBody((body) => Object.fromEntries(Object.entries(body).filter(([name]) => !isCode(name)))),
  },
  'omit-message': {
    what: ({ code }) => `omits the message of ${code}`,
    wrap: mapBody((body) => Object.fromEntries(Object.entries(body).filter(([name]) => !isMessage(name)))),
  },
  'empty-message': {
    what: ({ code }) => `returns ${code} with an empty message`,
    wrap: mapFields(isMessage, () => ''),
  },
  'message-as-list': {
    what: ({ code }) => `returns the message of ${code} as a list`,
    wrap: mapFields(isMessage, (value) => [value]),
  },
  'other-request-id': {
    what: ({ code }) => `returns different request ids in the header and in the body of ${code}`,
    profile: 'observed',
    appliesTo: ({ fields }) => fields.some(isRequestId),
    wrap: mapFields(isRequestId, (value) => `${value}0`),
  },
  'error-without-body': {
    what: ({ code }) => `returns ${code} without a body`,
    wrap: editWith((response) => setText(response, '')),
  },
  'error-in-html': {
    what: ({ code }) => `returns an HTML page instead of ${code}`,
    wrap: editWith(withText('text/html', '<h1>Error</h1>')),
  },
  'error-as-text': {
    what: ({ code }) => `labels ${code} as text/plain`,
    wrap: editWith((response) => setHeader(response, 'Content-Type', 'text/plain')),
  },
  'error-in-envelope': {
    what: ({ code }) => `returns ${code} in another object`,
    wrap: mapBody((error) => ({ error })),
  },
  'error-in-list': {
    what: ({ code }) => `returns ${code} in a list`,
    wrap: mapBody((error) => [error]),
  },
  'error-with-property': {
    what: ({ code }) => `returns ${code} with an undocumented property`,
    wrap: mapBody((error) => ({ ...error, stackTrace: 'at main (server.js:1)' })),
  },
  'cut-error': {
    what: ({ code }) => `returns ${code} as truncated JSON`,
    wrap: editWith((response) => setText(response, Buffer.from(response.body).toString().slice(0, -3))),
  },
})
