import { type FaultCase, fitting, named } from '../../testing/detect.ts'
import { parseRow, rowIn } from '../../testing/fake-server.ts'
import { breakDown, on, onRefusal, onRow, onSuccess } from './alterations.ts'
import { toCommonFaults } from './common-faults.ts'

/** The fields that the checks of an update change one by one. */
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
    name: 'CreateFunction returns other settings',
    fault: onSuccess('CreateFunction', (response) => Object.assign(rowIn(response), { timeout: 599 })),
    fails: named('create-returns-the-created-resource', 'read-equals-create-response'),
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
      /^(created-resource-can-be-read|text-is-stored-exactly|layer-list-is-stored|lifecycle-config-is-stored|dns-config-is-stored)$/,
    ),
  },
  {
    name: 'CreateFunction returns the code',
    fault: onSuccess('CreateFunction', (response, { body }) =>
      Object.assign(rowIn(response), { code: parseRow(body)?.code }),
    ),
    fails: named('code-is-not-returned'),
  },
  {
    name: 'CreateFunction measures the base64 text',
    fault: onRow('CreateFunction', (row) => {
      row.codeSize = Number(row.codeSize) * 2
    }),
    fails: named('size-and-checksum-match-the-code'),
  },
  {
    name: 'CreateFunction gives one id to all, and times without a zone',
    fault: onRow('CreateFunction', (row) =>
      Object.assign(row, { functionId: 'id', createdTime: '2024-05-06 07:08:09' }),
    ),
    fails: named('ids-are-unique', 'times-are-utc'),
  },
  {
    name: 'CreateFunction overwrites duplicates',
    fault: {
      before: ({ method, body }, state) => {
        if (method === 'POST') state.delete(`demo/${String(parseRow(body)?.functionName)}`)
      },
    },
    fails: named(
      'duplicate-name-is-rejected',
      'duplicate-create-keeps-the-first',
      'duplicate-of-updated-resource-is-rejected',
      'concurrent-creates-yield-one-winner',
    ),
  },
  {
    name: 'UpdateFunction returns 500 for every If-Match',
    fault: on(
      'UpdateFunction',
      () => true,
      (response, { headers }) => {
        if (headers['if-match'] !== undefined) breakDown(response)
      },
    ),
    fails: named(
      'etag-changes-with-state',
      'current-etag-is-accepted',
      'rejected-update-keeps-etag',
      'quoted-etag-is-handled',
    ),
  },
  {
    name: 'UpdateFunction ignores If-Match',
    fault: { before: ({ headers }) => delete headers['if-match'] },
    fails: named(
      'unknown-etag-is-rejected',
      'stale-etag-is-rejected',
      'partial-etag-is-rejected',
      'if-match-prevents-lost-update',
    ),
  },
  {
    name: 'CreateFunction returns 500 for a checksum, an empty code object and settings of another runtime',
    fault: onSuccess('CreateFunction', (response, { headers, body }) => {
      if (headers['x-fc-code-checksum'] !== undefined || /"code":\{\}|caPort/.test(body)) breakDown(response)
    }),
    fails: named(
      'matching-checksum-is-accepted',
      'wrong-checksum-is-handled',
      'empty-code-object-is-handled',
      'settings-of-other-runtime-are-handled',
    ),
  },
  {
    name: 'undocumented methods and paths succeed',
    fault: {
      alter: (response) => {
        if (rowIn(response)?.Code === 'PathNotSupported') Object.assign(response, { status: 200, body: {} })
      },
    },
    fails: (check) => ['unsupported-method-is-rejected', 'unknown-path-is-rejected'].includes(check.name),
  },
  {
    name: 'UpdateFunction does nothing',
    fault: {
      before: (request) => {
        if (request.method === 'PUT' && parseRow(request.body)) request.body = '{}'
      },
    },
    fails: (check) =>
      [...settable.map((field) => `update-changes-only-${field}`), 'update-replaces-code'].includes(check.name) ||
      named('concurrency-field-alias-is-accepted', 'concurrent-updates-keep-both-fields')(check),
  },
  {
    name: 'UpdateFunction trims and shortens texts',
    fault: onRow('UpdateFunction', (row) => {
      row.description = (String(row.description).trim() || 'none').slice(0, 255)
    }),
    fails: fitting('UpdateFunction', /^(text-is-stored-exactly|update-to-empty-text-is-stored|long-text-is-stored)$/),
  },
  {
    name: 'UpdateFunction also changes the timeout',
    fault: onRow('UpdateFunction', (row) => Object.assign(row, { timeout: 5 })),
    fails: (check) => /^update-changes-only-(?!timeout)/.test(check.name),
  },
  {
    name: 'UpdateFunction returns 500 for instanceConcurrency',
    fault: onSuccess('UpdateFunction', (response, { body }) => {
      if (body.includes('instanceConcurrency')) breakDown(response)
    }),
    fails: named('concurrency-uses-response-field-name'),
  },
  {
    name: 'UpdateFunction does not validate the soft concurrency',
    fault: { validates: false },
    fails: named('soft-concurrency-is-checked-against-stored'),
  },
  {
    name: 'UpdateFunction loses the code and the id',
    fault: onRow('UpdateFunction', (row) =>
      Object.assign(row, { codeSize: 1, functionId: `${String(row.functionId)}1` }),
    ),
    fails: named('update-without-code-keeps-code', 'update-keeps-id-name-and-creation-time'),
  },
  {
    name: 'UpdateFunction changes all functions',
    fault: onSuccess('UpdateFunction', (response, _, state) => {
      for (const [key, row] of state) state.set(key, { ...row, timeout: rowIn(response).timeout })
    }),
    fails: named('other-resources-are-unchanged'),
  },
  {
    name: 'UpdateFunction returns 500 for a repeated update',
    fault: onSuccess('UpdateFunction', (response, { body }, state) => {
      const row = rowIn(response)
      const stored = state.get(`demo/${String(row.functionName)}`)
      const isAgain = stored?.last === body
      if (stored) stored.last = body
      delete row.last
      if (isAgain) breakDown(response)
    }),
    fails: named('repeated-update-has-same-result'),
  },
  {
    name: 'UpdateFunction creates missing functions',
    fault: onRefusal('UpdateFunction', (response, { path }, state) => {
      if (response.status === 404) state.set(`demo/${path.split('/').at(-1)}`, {})
    }),
    fails: named('missing-function-is-rejected', 'update-does-not-create'),
  },
  {
    name: 'UpdateFunction changes a function although the request has no fields',
    fault: {
      alter: (response, { method, body }, state) => {
        const key = `demo/${String(rowIn(response)?.functionName)}`
        if (method === 'PUT' && body === '{}') state.set(key, { ...state.get(key), description: 'changed' })
      },
    },
    fails: named('update-without-fields-is-handled'),
  },
  {
    name: 'UpdateFunction sets the time of the last change back',
    fault: onRow('UpdateFunction', (row) => Object.assign(row, { lastModifiedTime: '2001-02-03T04:05:06.000+0000' })),
    fails: named('update-changes-last-modified-time'),
  },
  {
    name: 'UpdateFunction leaves the time of the last change',
    fault: {
      alter: (response, { method }) => {
        if (method === 'PUT') Object.assign(rowIn(response), { lastModifiedTime: rowIn(response).createdTime })
      },
    },
    fails: named('later-update-advances-last-modified-time'),
  },
  {
    name: 'both operations return the same ETag for every state',
    fault: {
      alter: ({ headers }) => {
        if (headers.ETag !== undefined) headers.ETag = 'the tag'
      },
    },
    fails: named('update-changes-etag'),
  },
]
