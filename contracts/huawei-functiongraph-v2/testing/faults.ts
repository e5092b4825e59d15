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
import { urn } from './fake.ts'

type Operation = 'UpdateFunctionConfig' | 'UpdateFunctionCode'
type Change = (answer: FakeAnswer, request: FakeRequest, state: Map<string, Row>) => void

const paths = { UpdateFunctionConfig: /config$/, UpdateFunctionCode: /code$/ } as const

/** The first requests of a run ask who may call, and see what the function is. */
const isOfRun = ({ count }: FakeRequest) => count < 2

/** Changes of settings that say what they were are how a function is read. */
const isReading = ({ path, body }: FakeRequest) =>
  paths.UpdateFunctionConfig.test(path) &&
  Object.keys(parseRow(body) ?? {}).length === 5 &&
  /"handler":"index.handler","timeout":30,"memory_size":128}/.test(body)

function on(operation: Operation, isFor: (answer: FakeAnswer) => boolean, change: Change): ServerFault {
  return {
    alter: (answer, request, state) => {
      if (paths[operation].test(request.path) && !isOfRun(request) && isFor(answer)) change(answer, request, state)
    },
  }
}

const onSuccess = (operation: Operation, change: Change) => on(operation, ({ status }) => status < 300, change)
const onRefusal = (operation: Operation, change: Change) => on(operation, ({ status }) => status >= 400, change)

function breakDown(answer: FakeAnswer): void {
  Object.assign(answer, { status: 500, body: { error_code: 'FSS.0500', error_msg: 'it broke' } })
}

const isConstraint = (operation: Operation, pattern: RegExp) => (check: Check) =>
  constraintChecks.includes(check) && fitting(operation, pattern)(check)

const toRow = (state: Map<string, Row>): Row => state.get(urn) ?? {}

/** Faults that both operations can have. */
function toCommonFaults(operation: Operation): readonly FaultCase[] {
  const of =
    (...names: readonly string[]): FaultCase['fails'] =>
    (check) =>
      check.operation === operation && named(...names)(check)
  const everyRefusal = /^refuses-(json|a-body|a-function|a-version|the-urn|a-urn|a-bad-body)/
  return [
    {
      name: `${operation} answers 202`,
      fault: onSuccess(operation, (answer, request) => {
        if (!isReading(request)) answer.status = 202
      }),
      fails: of('answers-in-the-documented-form'),
    },
    {
      name: `${operation} answers another function`,
      fault: onSuccess(operation, (answer) => Object.assign(rowIn(answer), { func_urn: `${urn}-2` })),
      fails: of('answers-what-the-urn-says'),
    },
    {
      name: `${operation} answers no time`,
      fault: onSuccess(operation, (answer) => Object.assign(rowIn(answer), { last_modified: 'today' })),
      fails: of('answers-when-it-was-changed'),
    },
    {
      name: `${operation} breaks down at the second time`,
      fault: onSuccess(operation, (answer, request, state) => {
        if (isReading(request)) return
        const row = toRow(state)
        const isAgain = row.last === request.body
        state.set(urn, { ...row, last: request.body })
        if (isAgain) breakDown(answer)
      }),
      fails: of('makes-the-same-of-the-same-request-twice'),
    },
    {
      name: `${operation} answers a property that nobody lists`,
      fault: onSuccess(operation, (answer) => Object.assign(rowIn(answer), { colour: 'red' })),
      fails: of('answers-no-property-that-nobody-lists'),
    },
    {
      name: `${operation} refuses with a property that nobody lists`,
      fault: onRefusal(operation, (answer) => Object.assign(rowIn(answer), { colour: 'red' })),
      fails: of('refuses-with-no-property-that-nobody-lists'),
    },
    {
      name: `${operation} gives one request id to all`,
      fault: onSuccess(operation, (answer) => Object.assign(answer.headers, { 'X-Request-Id': 'the id' })),
      fails: of('answers-with-a-request-id'),
    },
    {
      name: `${operation} answers errors without words`,
      fault: onRefusal(operation, (answer) => {
        answer.body = { error_code: rowIn(answer).error_code, error_msg: '' }
      }),
      fails: of('says-why-it-refuses'),
    },
    {
      name: `${operation} answers 500 where it refuses`,
      fault: onRefusal(operation, breakDown),
      fails: (check) => isConstraint(operation, /^refuses-body-/)(check) || fitting(operation, everyRefusal)(check),
    },
    {
      name: `${operation} answers errors as another cloud does`,
      fault: onRefusal(operation, (answer) => {
        answer.body = { ErrorCode: rowIn(answer).error_code, ErrorMessage: 'no' }
      }),
      fails: (check) => fitting(operation, everyRefusal)(check),
    },
    {
      name: `${operation} answers the code of another cause`,
      fault: onRefusal(operation, (answer) => {
        answer.body = { error_code: 'FSS.1075', error_msg: 'no' }
        answer.status = 400
      }),
      fails: of('refuses-json-that-breaks-off', 'refuses-a-function-that-does-not-exist'),
    },
    {
      name: `${operation} breaks down at what the page leaves open`,
      fault: on(
        operation,
        () => true,
        (answer, { body, headers, path }) => {
          if (/no_such_field/.test(body) || headers['content-type'] === 'text/plain' || path.includes(':latest/')) {
            breakDown(answer)
          }
        },
      ),
      fails: of(
        'answers-an-unknown-field',
        'answers-json-under-another-media-type',
        'answers-the-urn-with-its-version',
      ),
    },
    {
      name: `${operation}: what no operation has is answered`,
      fault: {
        alter: (answer, { method, path }) => {
          if (method !== 'PUT' || path.includes('no-such')) Object.assign(answer, { status: 200, body: {} })
        },
      },
      fails: of('answers-for-a-method-that-no-operation-has', 'answers-for-a-path-that-no-operation-has'),
    },
    {
      name: `${operation} validates nothing`,
      fault: { validates: false },
      fails: isConstraint(operation, /^refuses-(?!body-)/),
    },
    {
      name: `${operation} stores what it refuses`,
      fault: onRefusal(operation, (_, { body }, state) => state.set(urn, { ...toRow(state), ...parseRow(body) })),
      fails: isConstraint(
        operation,
        operation === 'UpdateFunctionConfig'
          ? /^refuses-(description-type|pre_stop_timeout-maximum)-/
          : /^refuses-code_type-enum-/,
      ),
    },
    {
      name: `${operation} breaks down at every value`,
      fault: onSuccess(operation, breakDown),
      fails: isConstraint(operation, /^accepts-/),
    },
  ]
}

/** The faults of FunctionGraph v2 servers that the checks must find. */
export const cases: readonly FaultCase[] = [
  ...toCommonFaults('UpdateFunctionConfig'),
  ...toCommonFaults('UpdateFunctionCode'),
  {
    name: 'UpdateFunctionConfig changes nothing',
    fault: {
      before: (request, state) => {
        if (!paths.UpdateFunctionConfig.test(request.path) || isOfRun(request) || isReading(request)) return
        const { runtime, handler, timeout, memory_size } = toRow(state)
        if (parseRow(request.body)) request.body = JSON.stringify({ runtime, handler, timeout, memory_size })
      },
    },
    fails: (check) =>
      /^(answers-.*-as-it-was-set|keeps-fields-together-.*)$/.test(check.name) ||
      named(
        'changes-a-setting-that-was-set-before',
        'keeps-a-text-to-the-character',
        'accepts-20-entries-of-user-data',
        'accepts-user-data-just-below-4-kb',
      )(check),
  },
  {
    name: 'UpdateFunctionConfig loses the description where user data is set',
    fault: onSuccess('UpdateFunctionConfig', (answer, { body }) => {
      const row = rowIn(answer)
      if (/"user_data"/.test(body)) delete row.description
    }),
    fails: ({ name, clause }) => name.startsWith('keeps-fields-together-') && /description.*user_data/.test(clause),
  },
  {
    name: 'UpdateFunctionConfig answers a text that nobody sent',
    fault: onSuccess('UpdateFunctionConfig', (answer) => Object.assign(rowIn(answer), { description: 'another' })),
    fails: named('notes-what-becomes-of-a-setting-that-is-not-named'),
  },
  {
    name: 'UpdateFunctionConfig loses the code, and the ids',
    fault: onSuccess('UpdateFunctionConfig', (answer, { count }) =>
      Object.assign(rowIn(answer), { digest: String(count), func_id: String(count) }),
    ),
    fails: named('leaves-the-code', 'answers-ids-that-stay'),
  },
  {
    name: 'UpdateFunctionConfig answers one cpu and one version to all',
    fault: onSuccess('UpdateFunctionConfig', (answer) => Object.assign(rowIn(answer), { cpu: 100, version: '1' })),
    fails: named(
      'answers-more-cpu-for-more-memory',
      'answers-the-observed-cpu',
      'answers-the-version-of-the-function-itself',
    ),
  },
  {
    name: 'UpdateFunctionConfig answers other ids of logs and users',
    fault: onSuccess('UpdateFunctionConfig', (answer) => {
      const row = rowIn(answer)
      if (row.log_group_id !== undefined) row.log_group_id = 'another'
      if (row.mount_config) row.mount_config = { mount_user: { user_id: 7, user_group_id: 7 } }
    }),
    fails: named('answers-the-ids-of-the-logs', 'takes-the-ids-of-a-mount-user-in-one-of-two-types'),
  },
  {
    name: 'UpdateFunctionConfig breaks down at all that is open or refused',
    fault: on(
      'UpdateFunctionConfig',
      () => true,
      (answer, request) => {
        if (!isReading(request)) breakDown(answer)
      },
    ),
    fails: (check) =>
      check.operation === 'UpdateFunctionConfig' &&
      /^(answers-(a-handler|one-half|the-other-half|settings-without|user-data-as|a-field-that)|refuses-.*user-data)/.test(
        check.name,
      ),
  },
  {
    name: 'UpdateFunctionCode measures the base64 text',
    fault: onSuccess('UpdateFunctionCode', (answer) => {
      const row = rowIn(answer)
      row.code_size = Number(row.code_size) * 2
      row.digest = 'the digest'
      row.func_code = { file: 'bm90aGluZw==' }
    }),
    fails: named(
      'answers-size-and-digest-of-an-archive',
      'answers-size-and-digest-of-inline-code',
      'is-seen-in-the-settings',
      'answers-the-code-that-was-sent',
    ),
  },
  {
    name: 'UpdateFunctionCode trims texts',
    fault: {
      before: (request) => {
        const row = parseRow(request.body)
        if (typeof row?.code_filename !== 'string') return
        request.body = JSON.stringify({ ...row, code_filename: row.code_filename.trim() })
      },
    },
    fails: named('keeps-a-file-name-to-the-character'),
  },
  {
    name: 'UpdateFunctionCode changes settings',
    fault: onSuccess('UpdateFunctionCode', (_, __, state) => {
      state.set(urn, { ...toRow(state), ephemeral_storage: 512 })
    }),
    fails: named('leaves-the-settings'),
  },
  {
    name: 'UpdateFunctionCode answers another runtime, address and dependency',
    fault: onSuccess('UpdateFunctionCode', (answer) => {
      Object.assign(rowIn(answer), { runtime: 'Java8', code_url: 'https://elsewhere', depend_version_list: ['1'] })
    }),
    fails: named(
      'answers-the-runtime-of-the-function',
      'names-the-versions-of-dependencies',
      'answers-the-address-of-code-in-obs',
    ),
  },
  {
    name: 'UpdateFunctionCode breaks down at code that is empty, or none',
    fault: on('UpdateFunctionCode', () => true, breakDown),
    fails: (check) =>
      check.operation === 'UpdateFunctionCode' &&
      (check.name === 'answers-code-that-is-empty' || /^refuses-(code-that|an-archive|a-jar|inline)/.test(check.name)),
  },
]
