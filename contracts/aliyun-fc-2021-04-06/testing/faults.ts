import { type FaultCase, fitting, named } from '../../testing/detect.ts'
import { parseRow, rowIn } from '../../testing/fake-server.ts'
import { breakDown, on, onRefusal, onRow, onSuccess } from './alterations.ts'
import { toCommonFaults } from './common-faults.ts'

/** The fields whose change the checks of an update try one by one. */
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
      'keeps-the-etag-when-it-refuses',
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
