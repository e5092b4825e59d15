import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { type MutableResponse, type FakeFault, type Request, type Row, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { breakDown, onRefused, onSuccess } from './operation-faults.ts'

const readings = ['GetFunction', 'GetFunctionCode', 'InvokeFunction']
const anyReading = ['GetService', 'ListFunctions', ...readings]

/** Faults of what versions keep, of what qualifiers lead to, and of what is invoked. */
export const versionFaults: readonly Case[] = [
  {
    name: 'PublishVersion takes the functions of the version before',
    fault: onSuccess('PublishVersion', (response, { path }, state) => {
      eachOfVersion(path, rowOf(response), state, (key, older) => {
        const old = state.get(older)
        if (old) state.set(key, old)
      })
    }),
    fails: named('PublishVersion', 'each-version-keeps-its-function-state'),
  },
  {
    name: 'PublishVersion overlooks that code alone has changed',
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
      name: `UpdateService changes ${field} in versions, too`,
      fault: onSuccess('UpdateService', (response, { path }, state) => {
        for (const [key, row] of state) {
          if (key.startsWith(`${path}.`) && field in row) row[field] = rowOf(response)[field]
        }
      }),
      fails: named('PublishVersion', 'version-keeps-service-settings'),
    }),
  ),
  {
    name: 'PublishVersion takes the description of the version before',
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
    name: 'PublishVersion gives one number to all',
    fault: {
      republishes: true,
      ...onSuccess('PublishVersion', (response) => {
        rowOf(response).versionId = '1'
      }),
    },
    fails: named('PublishVersion', 'concurrent-publishes-get-unique-ids'),
  },
  {
    name: 'GetFunctionCode returns the address of the present code for every version',
    fault: onSuccess('GetFunctionCode', (response, { path, origin }, state) => {
      const { codeChecksum } = state.get(toLive(path).replace(/\/code$/, '')) ?? {}
      rowOf(response).url = `${origin}/code/${codeChecksum}`
    }),
    fails: named('GetFunctionCode', 'code-url-returns-the-code-of-the-version'),
  },
  ...readings.map(
    (operation): Case => ({
      name: `${operation} takes the present function where the version has none`,
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
      name: `${operation} takes the caller for the fault where the service is missing`,
      fault: onRefused(operation, (response, { path }) => {
        if (rowOf(response).ErrorCode === 'ServiceNotFound' && path.includes('.')) recode(response, 'AccessDenied')
      }),
      fails: named(operation, 'version-of-missing-service-is-rejected'),
    }),
  ),
  {
    name: 'ListFunctions forgets the version after the first page',
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
      name: `${operation} reads the version that an alias gives a weight`,
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
    name: 'GetService reads the number of a version with zeros before it',
    fault: rewrites('GetService', /\.0+(\d)/, '.$1'),
    fails: named('GetService', 'other-forms-of-version-id-are-rejected'),
  },
  {
    name: 'DeleteVersion reads the number of a version with zeros before it',
    fault: rewrites('DeleteVersion', /\/0+(\d+)$/, '/$1'),
    fails: named('DeleteVersion', 'other-forms-of-version-id-are-rejected'),
  },
  {
    name: 'DeleteVersion refuses another spelling and deletes the version',
    fault: onRefused('DeleteVersion', (_, { path }, state) => {
      const snapshot = path.replace(/\/versions\/0*/, '.')
      state.delete(snapshot)
    }),
    fails: named('DeleteVersion', 'other-forms-of-version-id-are-rejected'),
  },
  {
    name: 'PublishVersion makes the functions of the version anew',
    fault: onSuccess('PublishVersion', (response, { path }, state) => {
      const { versionId, createdTime } = rowOf(response)
      const snapshot = `${path.replace(/\/versions$/, '')}.${versionId}/`
      for (const [key, row] of state) if (key.startsWith(snapshot)) row.createdTime = createdTime
    }),
    fails: named('GetFunction', 'version-read-keeps-creation-time'),
  },
  {
    name: 'InvokeFunction runs no version of a function that is deleted',
    fault: {
      alter: (response, { operation, path }, state) => {
        const live = toLive(path).replace('/invocations', '')
        if (operation === 'InvokeFunction' && !state.has(live)) recode(response, 'FunctionNotFound')
      },
    },
    fails: named('InvokeFunction', 'version-of-deleted-function-is-invoked'),
  },
  {
    name: 'InvokeFunction runs whatever it ran before',
    fault: warm('InvokeFunction'),
    fails: named(
      'InvokeFunction',
      'deleted-version-is-not-invoked',
      'deleted-function-is-not-invoked',
      'invocation-follows-moved-alias',
    ),
  },
  {
    name: 'GetFunctionCode returns whatever it returned before',
    fault: warm('GetFunctionCode'),
    fails: named('GetFunctionCode', 'deleted-function-has-no-code'),
  },
  {
    name: 'InvokeFunction runs at once what an alias names',
    fault: onSuccess('InvokeFunction', (response, { path }) => {
      if (response.status === 202 && /\.fct/.test(path)) Object.assign(response, { status: 200, raw: '{}' })
    }),
    fails: named('InvokeFunction', 'async-invocation-of-version-is-accepted'),
  },
  {
    name: 'InvokeFunction breaks down at an event for a version that is to be handled later',
    fault: onSuccess('InvokeFunction', (response, { path }) => {
      if (response.status === 202 && /\.\d/.test(path)) breakDown(response)
    }),
    fails: named('InvokeFunction', 'async-invocation-of-version-is-accepted'),
  },
  ...['FunctionNotFound', 'VersionNotFound', 'AliasNotFound'].map(
    (code): Case => ({
      name: `InvokeFunction accepts an event to be handled later that ends in ${code}`,
      fault: onRefused('InvokeFunction', (response, { headers }) => {
        if (headers['x-fc-invocation-type'] !== 'Async' || rowOf(response).ErrorCode !== code) return
        Object.assign(response, { status: 202, body: undefined })
        delete response.headers['content-type']
      }),
      fails: named('InvokeFunction', 'async-invocation-of-missing-function-is-rejected'),
    }),
  ),
]

/** The functions of a version, each with the key that it has in the version before. */
function eachOfVersion(path: string, { versionId }: Row, state: State, visit: (key: string, older: string) => void) {
  const service = path.replace(/\/versions$/, '')
  const [now, before] = [`${service}.${versionId}/`, `${service}.${Number(versionId) - 1}/`]
  for (const key of [...state.keys()]) if (key.startsWith(now)) visit(key, key.replace(now, before))
}

/** Returns again what it has returned once under the same path. */
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

/** The path without its qualifier. */
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
