import type { Check } from '../../core/check.ts'
import { type FaultCase, fitting, named } from '../../testing/detect.ts'
import {
  type FakeAnswer,
  type FakeRequest,
  parseRow,
  type Row,
  rowIn,
  type ServerFault,
} from '../../testing/fake-server.ts'
import { constraintChecks } from '../constraints.ts'

type Change = (answer: FakeAnswer, request: FakeRequest, state: Map<string, Row>) => void

const methods = { CreateFunction: 'POST', UpdateFunction: 'PUT' } as const
type Operation = keyof typeof methods

const isReading = ({ method, body }: FakeRequest) => method === 'PUT' && body === '{}'

function on(operation: Operation, isFor: (answer: FakeAnswer) => boolean, change: Change): ServerFault {
  return {
    alter: (answer, request, state) => {
      if (request.method === methods[operation] && !isReading(request) && isFor(answer)) change(answer, request, state)
    },
  }
}

const onSuccess = (operation: Operation, change: Change) => on(operation, ({ status }) => status < 300, change)
const onRefusal = (operation: Operation, change: Change) => on(operation, ({ status }) => status >= 400, change)

/** Changes the row that a request is about. */
const onRow = (operation: Operation, change: (row: Row, request: FakeRequest) => void) =>
  onSuccess(operation, (answer, request, state) => {
    const row = rowIn(answer)
    const stored = state.get(`demo/${String(row.functionName)}`)
    if (stored) change(stored, request)
    change(row, request)
  })

function breakDown(answer: FakeAnswer): void {
  const RequestId = answer.headers['X-Fc-Request-Id']
  Object.assign(answer, { status: 500, body: { Code: 'InternalServerError', Message: 'it broke', RequestId } })
}

const isConstraint = (operation: Operation, pattern: RegExp) => (check: Check) =>
  constraintChecks.includes(check) && fitting(operation, pattern)(check)

/** Faults that both operations can have. */
function toCommonFaults(operation: Operation): readonly FaultCase[] {
  const of =
    (...names: readonly string[]): FaultCase['fails'] =>
    (check) =>
      check.operation === operation && named(...names)(check)
  return [
    {
      name: `${operation} answers 203`,
      fault: onSuccess(operation, (answer) => {
        answer.status = 203
      }),
      fails: of('answers-in-the-documented-form', 'takes-the-documented-headers'),
    },
    {
      name: `${operation} answers no ETag`,
      fault: onSuccess(operation, (answer) => delete answer.headers.ETag),
      fails: of('answers-an-etag'),
    },
    {
      name: `${operation} answers a property that nobody lists`,
      fault: onSuccess(operation, (answer) => {
        rowIn(answer).colour = 'red'
      }),
      fails: of('answers-no-property-that-nobody-lists'),
    },
    {
      name: `${operation} refuses with a property that nobody lists`,
      fault: onRefusal(operation, (answer) => Object.assign(rowIn(answer), { colour: 'red' })),
      fails: of('refuses-with-no-property-that-nobody-lists'),
    },
    {
      name: `${operation} gives one request id to all`,
      fault: on(
        operation,
        () => true,
        (answer) => {
          answer.headers['X-Fc-Request-Id'] = 'the id'
        },
      ),
      fails: of('answers-with-a-request-id', 'refuses-with-the-request-id-of-the-header'),
    },
    {
      name: `${operation} answers 422 where it refuses`,
      fault: onRefusal(operation, (answer) => {
        answer.status = 422
      }),
      fails: (check) =>
        of('refuses-json-that-breaks-off', 'refuses-a-body-that-is-not-json')(check) ||
        isConstraint(operation, /^refuses-body-/)(check),
    },
    {
      name: `${operation} answers errors in another envelope`,
      fault: onRefusal(operation, (answer) => {
        answer.body = { ErrorCode: rowIn(answer).Code, ErrorMessage: 'no' }
      }),
      fails: of('refuses-json-that-breaks-off', 'refuses-a-service-that-does-not-exist'),
    },
    {
      name: `${operation} answers 500 where it refuses`,
      fault: onRefusal(operation, breakDown),
      fails: of(
        'refuses-a-service-that-does-not-exist',
        'answers-for-a-bad-body-in-a-service-that-does-not-exist',
        'answers-a-request-without-a-body',
      ),
    },
    {
      name: `${operation} breaks down at what the page leaves open`,
      fault: on(
        operation,
        () => true,
        (answer, { body, headers }) => {
          const isOdd = /noSuchField|2001-02-03|:null/.test(body) || headers['content-type'] === 'text/plain'
          if (isOdd || headers['x-fc-date'] !== undefined) breakDown(answer)
        },
      ),
      fails: of(
        'answers-an-unknown-field',
        'chooses-id-times-and-code-facts-itself',
        'answers-json-under-another-media-type',
        'takes-the-documented-headers',
        'answers-a-date-in-the-form-of-the-page',
        'answers-a-date-that-is-none',
        'answers-a-field-that-is-null',
      ),
    },
    {
      name: `${operation} takes id and times from the request`,
      fault: onSuccess(operation, (answer, { body }) => Object.assign(rowIn(answer), parseRow(body))),
      fails: of('chooses-id-times-and-code-facts-itself'),
    },
    {
      name: `${operation} validates nothing`,
      fault: { validates: false },
      fails: isConstraint(operation, /^refuses-(?!body-)/),
    },
    {
      name: `${operation} stores what it refuses`,
      fault: onRefusal(operation, (_, { path, body }, state) => {
        const row = parseRow(body)
        const name = row?.functionName ?? path.split('/').at(-1)
        if (row) state.set(`demo/${String(name)}`, { ...state.get(`demo/${String(name)}`), ...row })
      }),
      fails: isConstraint(operation, /^refuses-(memorySize|timeout|description)-/),
    },
    {
      name: `${operation} breaks down at every value`,
      fault: onSuccess(operation, breakDown),
      fails: (check) =>
        isConstraint(operation, /^accepts-/)(check) || fitting(operation, /^keeps-fields-together-/)(check),
    },
  ]
}

const settable = [
  'description',
  'handler',
  'memorySize',
  'timeout',
  'initializationTimeout',
  'initializer',
  'environmentVariables',
  'instanceSoftConcurrency',
  'runtime',
]

/** The faults of FC 2021-04-06 servers that the checks must find. */
export const cases: readonly FaultCase[] = [
  ...toCommonFaults('CreateFunction'),
  ...toCommonFaults('UpdateFunction'),
  {
    name: 'CreateFunction answers other settings',
    fault: onSuccess('CreateFunction', (answer) => Object.assign(rowIn(answer), { timeout: 599 })),
    fails: named('answers-what-was-created'),
  },
  {
    name: 'CreateFunction drops and trims',
    fault: onRow('CreateFunction', (row) => {
      delete row.initializer
      row.description = String(row.description).trim()
      for (const field of ['layers', 'instanceLifecycleConfig', 'customDNS']) delete row[field]
    }),
    fails: fitting(
      'CreateFunction',
      /^keeps-(what-was-created|a-text-to-the-character|the-layers|the-lifecycle-hooks|the-dns)$/,
    ),
  },
  {
    name: 'CreateFunction answers the code',
    fault: onSuccess('CreateFunction', (answer, { body }) =>
      Object.assign(rowIn(answer), { code: parseRow(body)?.code }),
    ),
    fails: named('never-answers-the-code'),
  },
  {
    name: 'CreateFunction measures the base64 text',
    fault: onRow('CreateFunction', (row) => {
      row.codeSize = Number(row.codeSize) * 2
    }),
    fails: named('answers-size-and-checksum-of-the-code'),
  },
  {
    name: 'CreateFunction gives one id to all, and times without a zone',
    fault: onRow('CreateFunction', (row) =>
      Object.assign(row, { functionId: 'id', createdTime: '2024-05-06 07:08:09' }),
    ),
    fails: named('gives-each-an-id-of-its-own', 'answers-times-in-utc'),
  },
  {
    name: 'CreateFunction overwrites duplicates',
    fault: {
      before: ({ method, body }, state) => {
        if (method === 'POST') state.delete(`demo/${String(parseRow(body)?.functionName)}`)
      },
    },
    fails: named('rejects-a-duplicate-name', 'lets-one-of-two-at-once-win'),
  },
  {
    name: 'UpdateFunction refuses every If-Match, and breaks down',
    fault: on(
      'UpdateFunction',
      () => true,
      (answer, { headers }) => {
        if (headers['if-match'] !== undefined) breakDown(answer)
      },
    ),
    fails: named(
      'answers-the-etag-of-the-state',
      'takes-the-etag-of-the-present-state',
      'answers-an-etag-in-quotation-marks',
    ),
  },
  {
    name: 'UpdateFunction does not look at If-Match',
    fault: { before: ({ headers }) => delete headers['if-match'] },
    fails: named(
      'refuses-an-etag-that-never-was',
      'refuses-the-etag-of-an-earlier-state',
      'loses-no-update-of-two-with-one-etag',
    ),
  },
  {
    name: 'CreateFunction breaks down at a checksum, an empty code object, and settings of another runtime',
    fault: onSuccess('CreateFunction', (answer, { headers, body }) => {
      if (headers['x-fc-code-checksum'] !== undefined || /"code":\{\}|caPort/.test(body)) breakDown(answer)
    }),
    fails: named(
      'takes-the-checksum-of-the-code',
      'answers-for-the-checksum-of-other-code',
      'answers-a-code-object-without-fields',
      'answers-settings-of-another-runtime',
    ),
  },
  {
    name: 'what no operation has is answered',
    fault: {
      alter: (answer) => {
        if (rowIn(answer)?.Code === 'PathNotSupported') Object.assign(answer, { status: 200, body: {} })
      },
    },
    fails: (check) => check.name.endsWith('-that-no-operation-has'),
  },
  {
    name: 'UpdateFunction does nothing',
    fault: {
      before: (request) => {
        if (request.method === 'PUT' && parseRow(request.body)) request.body = '{}'
      },
    },
    fails: (check) =>
      [...settable.map((field) => `changes-${field}-and-nothing-else`), 'replaces-the-code'].includes(check.name) ||
      check.name === 'changes-the-concurrency-in-the-spelling-of-the-page',
  },
  {
    name: 'UpdateFunction trims texts',
    fault: onRow('UpdateFunction', (row) => Object.assign(row, { description: String(row.description).trim() })),
    fails: fitting('UpdateFunction', /^keeps-a-text-to-the-character$/),
  },
  {
    name: 'UpdateFunction changes the timeout, too',
    fault: onRow('UpdateFunction', (row) => Object.assign(row, { timeout: 5 })),
    fails: (check) => /^changes-(?!timeout)\w+-and-nothing-else$/.test(check.name),
  },
  {
    name: 'UpdateFunction breaks down at the small spelling',
    fault: onSuccess('UpdateFunction', (answer, { body }) => {
      if (body.includes('instanceConcurrency')) breakDown(answer)
    }),
    fails: named('answers-the-concurrency-in-the-spelling-of-answers'),
  },
  {
    name: 'UpdateFunction holds the soft concurrency against nothing',
    fault: { validates: false },
    fails: named('holds-the-soft-concurrency-against-the-stored-hard-one'),
  },
  {
    name: 'UpdateFunction loses the code and the id',
    fault: onRow('UpdateFunction', (row) =>
      Object.assign(row, { codeSize: 1, functionId: `${String(row.functionId)}1` }),
    ),
    fails: named('leaves-the-code-when-the-update-names-none', 'keeps-id-name-and-creation-time'),
  },
  {
    name: 'UpdateFunction changes all functions',
    fault: onSuccess('UpdateFunction', (answer, _, state) => {
      for (const [key, row] of state) state.set(key, { ...row, timeout: rowIn(answer).timeout })
    }),
    fails: named('leaves-others-alone'),
  },
  {
    name: 'UpdateFunction breaks down at what is so already',
    fault: onSuccess('UpdateFunction', (answer, { body }, state) => {
      const row = rowIn(answer)
      const stored = state.get(`demo/${String(row.functionName)}`)
      const isAgain = stored?.last === body
      if (stored) stored.last = body
      delete row.last
      if (isAgain) breakDown(answer)
    }),
    fails: named('makes-the-same-of-the-same-update-twice'),
  },
  {
    name: 'UpdateFunction creates what is not there',
    fault: onRefusal('UpdateFunction', (answer, { path }, state) => {
      if (answer.status === 404) state.set(`demo/${path.split('/').at(-1)}`, {})
    }),
    fails: named('refuses-a-function-that-does-not-exist'),
  },
]
