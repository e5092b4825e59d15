import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { type FakeFault, type MutableResponse, type Request, type Row, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { breakDown, onRefused, onSuccess } from './operation-faults.ts'

const readings = ['GetFunction', 'GetFunctionCode', 'InvokeFunction']
const anyReading = ['GetService', 'ListFunctions', ...readings]

/** Faults of versions, qualifiers and invocations. */
export const versionFaults: readonly Case[] = [
  {
    name: 'PublishVersion copies the functions of the previous version',
    fault: onSuccess('PublishVersion', (response, { path }, state) => {
      eachOfVersion(path, rowOf(response), state, (key, older) => {
        const old = state.get(older)
        if (old) state.set(key, old)
      })
    }),
    fails: named('PublishVersion', 'each-version-keeps-its-function-state'),
  },
  {
    name: 'PublishVersion ignores changes of code alone',
    fault: onSuccess('PublishVersion', (response, { path }, state) => {
      eachOfVersion(path, rowOf(response), state, (key, older) => {
        const [now, old] = [state.get(key), state.get(older)]
        if (now && old && now.timeout === old.timeout) state.set(key, old)
      })
    }),
    fails: named('PublishVersion', 'each-version-keeps-its-function-state'),
  },
  ...['logConfig', 'vpcConfig', 'nasConfig'].map(
    (field): Case => ({
      name: `UpdateService also changes ${field} in versions`,
      fault: onSuccess('UpdateService', (response, { path }, state) => {
        for (const [key, row] of state) {
          if (key.startsWith(`${path}.`) && field in row) row[field] = rowOf(response)[field]
        }
      }),
      fails: named('PublishVersion', 'version-keeps-service-settings'),
    }),
  ),
  {
    name: 'PublishVersion copies the description of the previous version',
    fault: onSuccess('PublishVersion', (response, { path }, state) => {
      const { versionId } = rowOf(response)
      const description = state.get(`${path}/${Number(versionId) - 1}`)?.description
      const row = { description, ...rowOf(response) }
      state.set(`${path}/${versionId}`, row)
      response.body = row
    }),
    fails: named('PublishVersion', 'version-descriptions-are-not-mixed-up'),
  },
  {
    name: 'PublishVersion always returns the same number',
    fault: {
      republishes: true,
      ...onSuccess('PublishVersion', (response) => {
        rowOf(response).versionId = '1'
      }),
    },
    fails: named('PublishVersion', 'concurrent-publishes-get-unique-ids'),
  },
  {
    name: 'GetFunctionCode returns the current code for every version',
    fault: onSuccess('GetFunctionCode', (response, { path, origin }, state) => {
      const { codeChecksum } = state.get(toLive(path).replace(/\/code$/, '')) ?? {}
      rowOf(response).url = `${origin}/code/${codeChecksum}`
    }),
    fails: named('GetFunctionCode', 'code-url-returns-the-code-of-the-version'),
  },
  ...readings.map(
    (operation): Case => ({
      name: `${operation} uses the current function if the version has none`,
      fault: {
        before: (request, state) => {
          const key = request.path.replace(/\/(code|invocations)$/, '')
          if (request.operation === operation && !state.has(key)) request.path = toLive(request.path)
        },
      },
      fails: named(operation, 'older-version-lacks-newer-function'),
    }),
  ),
  ...anyReading.map(
    (operation): Case => ({
      name: `${operation} returns AccessDenied for a missing service`,
      fault: onRefused(operation, (response, { path }) => {
        if (rowOf(response).ErrorCode === 'ServiceNotFound' && path.includes('.')) recode(response, 'AccessDenied')
      }),
      fails: named(operation, 'version-of-missing-service-is-rejected'),
    }),
  ),
  {
    name: 'ListFunctions ignores the version after the first page',
    fault: {
      before: (request) => {
        const isLater = request.operation === 'ListFunctions' && request.query.has('nextToken')
        if (isLater) request.path = toLive(request.path)
      },
    },
    fails: named('ListFunctions', 'functions-of-version-are-paginated'),
  },
  ...['GetService', 'GetFunction'].map(
    (operation): Case => ({
      name: `${operation} reads the version with a weight`,
      fault: {
        before: (request, state) => {
          if (request.operation !== operation) return
          const [, service = '', alias = ''] = /^(\/services\/[^/.]+)\.([^/]+)/.exec(request.path) ?? []
          const [heavy] = Object.keys(toObject(state.get(`${service}/aliases/${alias}`)?.additionalVersionWeight))
          if (heavy) request.path = request.path.replace(`.${alias}`, `.${heavy}`)
        },
      },
      fails: named(operation, 'weighted-alias-reads-as-its-main-version'),
    }),
  ),
  {
    name: 'GetService accepts a version number with leading zeros',
    fault: rewrites('GetService', /\.0+(\d)/, '.$1'),
    fails: named('GetService', 'other-forms-of-version-id-are-rejected'),
  },
  {
    name: 'DeleteVersion accepts a version number with leading zeros',
    fault: rewrites('DeleteVersion', /\/0+(\d+)$/, '/$1'),
    fails: named('DeleteVersion', 'other-forms-of-version-id-are-rejected'),
  },
  {
    name: 'DeleteVersion rejects another form of the number and deletes the version',
    fault: onRefused('DeleteVersion', (_, { path }, state) => {
      const snapshot = path.replace(/\/versions\/0*/, '.')
      state.delete(snapshot)
    }),
    fails: named('DeleteVersion', 'other-forms-of-version-id-are-rejected'),
  },
  {
    name: 'PublishVersion creates new ids for the functions of the version',
    fault: onSuccess('PublishVersion', (response, { path }, state) => {
      const { versionId, createdTime } = rowOf(response)
      const snapshot = `${path.replace(/\/versions$/, '')}.${versionId}/`
      for (const [key, row] of state) if (key.startsWith(snapshot)) row.createdTime = createdTime
    }),
    fails: named('GetFunction', 'version-read-keeps-creation-time'),
  },
  {
    name: 'InvokeFunction fails for a version of a deleted function',
    fault: {
      alter: (response, { operation, path }, state) => {
        const live = toLive(path).replace('/invocations', '')
        if (operation === 'InvokeFunction' && !state.has(live)) recode(response, 'FunctionNotFound')
      },
    },
    fails: named('InvokeFunction', 'version-of-deleted-function-is-invoked'),
  },
  {
    name: 'InvokeFunction always runs the function of the first invocation',
    fault: warm('InvokeFunction'),
    fails: named(
      'InvokeFunction',
      'deleted-version-is-not-invoked',
      'deleted-function-is-not-invoked',
      'invocation-follows-moved-alias',
    ),
  },
  {
    name: 'GetFunctionCode always returns its first response',
    fault: warm('GetFunctionCode'),
    fails: named('GetFunctionCode', 'deleted-function-has-no-code'),
  },
  {
    name: 'InvokeFunction returns 200 for an asynchronous invocation of an alias',
    fault: onSuccess('InvokeFunction', (response, { path }) => {
      if (response.status === 202 && /\.fct/.test(path)) Object.assign(response, { status: 200, raw: '{}' })
    }),
    fails: named('InvokeFunction', 'async-invocation-of-version-is-accepted'),
  },
  {
    name: 'InvokeFunction fails at an asynchronous event for a version',
    fault: onSuccess('InvokeFunction', (response, { path }) => {
      if (response.status === 202 && /\.\d/.test(path)) breakDown(response)
    }),
    fails: named('InvokeFunction', 'async-invocation-of-version-is-accepted'),
  },
  ...['FunctionNotFound', 'VersionNotFound', 'AliasNotFound'].map(
    (code): Case => ({
      name: `InvokeFunction accepts an asynchronous event although it returns ${code}`,
      fault: onRefused('InvokeFunction', (response, { headers }) => {
        if (headers['x-fc-invocation-type'] !== 'Async' || rowOf(response).ErrorCode !== code) return
        Object.assign(response, { status: 202, body: undefined })
        delete response.headers['content-type']
      }),
      fails: named('InvokeFunction', 'async-invocation-of-missing-function-is-rejected'),
    }),
  ),
]

/** The functions of a version, each with its key in the previous version. */
function eachOfVersion(path: string, { versionId }: Row, state: State, visit: (key: string, older: string) => void) {
  const service = path.replace(/\/versions$/, '')
  const [now, before] = [`${service}.${versionId}/`, `${service}.${Number(versionId) - 1}/`]
  for (const key of [...state.keys()]) if (key.startsWith(now)) visit(key, key.replace(now, before))
}

/** Repeats the first response for a path. */
function warm(operation: string): FakeFault {
  const responses = new Map<string, MutableResponse>()
  return {
    alter: (response, request) => {
      if (request.operation !== operation) return
      const { path } = request
      if (response.status === 200) responses.set(path, { ...response })
      else Object.assign(response, responses.get(path))
    },
  }
}

function rewrites(operation: string, from: RegExp, to: string): FakeFault {
  return {
    before: (request: Request) => {
      if (request.operation === operation) request.path = request.path.replace(from, to)
    },
  }
}

/** The path without the qualifier. */
function toLive(path: string): string {
  return path.replace(/^(\/services\/[^/.]+)\.[^/]+/, '$1')
}

function recode(response: MutableResponse, code: keyof typeof api.errors): void {
  Object.assign(response, { status: api.errors[code].status, body: { ErrorCode: code } })
  delete response.raw
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
