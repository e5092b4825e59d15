import { type FakeFault, type Request, type Row, rowOf, type State } from './fake-fc.ts'
import { beforeEach, onRefused, onSuccess } from './operation-faults.ts'

/** A server that differs from the reference implementation, and the operations of which the violation must name one. */
export interface ReferenceFault {
  readonly name: string
  readonly fault: () => FakeFault
  readonly blames: readonly string[]
  /** The index of the sequence that finds the fault, with the seed of the tests. Default 1. */
  readonly from?: number
  /** What the violation must mention. */
  readonly shows?: RegExp
  /** The largest number of calls after shortening. Default 5. */
  readonly calls?: number
}

/** Faults that appear only in a sequence of several calls. */
export const referenceFaults: readonly ReferenceFault[] = [
  {
    name: 'an update is acknowledged and lost',
    from: 1,
    fault: () => undo('UpdateService'),
    blames: ['UpdateService'],
  },
  { name: 'a read returns the state before the update', from: 3, fault: readStale, blames: ['GetFunction'] },
  { name: 'a deletion does nothing', from: 11, fault: () => undo('DeleteTrigger'), blames: ['DeleteTrigger'] },
  {
    name: 'a list omits its last entry',
    from: 3,
    fault: () => onSuccess('ListFunctions', (response) => dropLast(rowOf(response), 'functions')),
    blames: ['ListFunctions'],
  },
  {
    name: 'a duplicate overwrites',
    from: 24,
    fault: () => ({ overwrites: true }),
    blames: ['CreateService', 'CreateFunction'],
  },
  {
    name: 'a duplicate is rejected with the code of another conflict',
    from: 36,
    fault: () =>
      onRefused('CreateFunction', (response) => {
        if (response.status === 409) response.body = { ErrorCode: 'ServiceAlreadyExists' }
      }),
    blames: ['CreateFunction'],
  },
  {
    name: 'every state has one ETag',
    from: 1,
    fault: () => ({
      before: ({ headers }) => {
        if (headers['if-match'] === 'the tag') delete headers['if-match']
      },
      alter: (response) => {
        if (response.headers.ETag) response.headers.ETag = 'the tag'
      },
    }),
    blames: [
      'CreateService',
      'UpdateService',
      'GetService',
      'UpdateFunction',
      'GetFunction',
      'UpdateTrigger',
      'UpdateAlias',
    ],
  },
  { name: 'the number of a deleted version is reused', from: 13, fault: reuseNumbers, blames: ['PublishVersion'] },
  {
    name: 'an alias refers to a version that does not exist',
    from: 4,
    fault: () =>
      onRefused('CreateAlias', (response, request, state) => {
        if (rowOf(response).ErrorCode !== 'VersionNotFound') return
        const row: Row = { ...JSON.parse(request.body), createdTime: 'now', lastModifiedTime: 'now' }
        state.set(`${request.path}/${String(row.aliasName)}`, row)
        Object.assign(response, { status: 200, headers: { ...response.headers, ETag: 'a' }, body: row })
      }),
    blames: ['CreateAlias'],
  },
  {
    name: 'a version returns the unpublished state',
    from: 1,
    fault: () =>
      beforeEach('GetFunction', (request) => {
        request.path = request.path.replace(/\.[^/]+/, '')
      }),
    blames: ['GetFunction'],
  },
  {
    name: 'a deletion changes versions',
    from: 86,
    // This sequence reads the version through an alias, so it has one more call.
    calls: 6,
    fault: () =>
      onSuccess('DeleteFunction', (_, { path }, state) => {
        for (const key of [...state.keys()])
          if (key.includes('.') && key.endsWith(path.replace(/^.*\//, ''))) state.delete(key)
      }),
    blames: ['DeleteFunction', 'GetFunction', 'ListFunctions', 'GetFunctionCode', 'InvokeFunction'],
  },
  {
    name: 'a parent is deleted with its children',
    fault: () => ({ orphans: true }),
    blames: ['DeleteService', 'DeleteFunction'],
  },
  {
    name: 'an update also changes other resources of the same parent',
    from: 3,
    fault: () =>
      onSuccess('UpdateFunction', (_, { path, body }, state) => {
        const above = path.replace(/[^/]+$/, '')
        for (const [key, row] of state) if (key.startsWith(above)) state.set(key, { ...row, ...JSON.parse(body) })
      }),
    blames: ['UpdateFunction'],
  },
  {
    name: 'If-Match is ignored',
    from: 15,
    fault: () => beforeEach('UpdateService', ({ headers }) => delete headers['if-match']),
    blames: ['UpdateService'],
  },
  {
    name: 'an update gives a new id',
    fault: () => onChange('UpdateService', (row) => Object.assign(row, { serviceId: `id-${Math.random()}` })),
    blames: ['UpdateService'],
  },
  {
    name: 'an update changes the id, and an update without fields is rejected, which is implementation-defined',
    fault: () => {
      const renewing = onChange('UpdateService', (row) => Object.assign(row, { serviceId: `id-${Math.random()}` }))
      return {
        alter: (response, request, state) => {
          if (request.operation === 'UpdateService' && request.body === '{}') {
            Object.assign(response, { status: 400, body: { ErrorCode: 'InvalidArgument' } })
          } else renewing.alter?.(response, request, state)
        },
      }
    },
    blames: ['UpdateService'],
    shows: /serviceId/,
  },
  {
    name: 'an update changes the time of creation',
    from: 2,
    fault: () => onChange('UpdateFunction', (row) => Object.assign(row, { createdTime: row.lastModifiedTime })),
    blames: ['UpdateFunction'],
  },
  {
    name: 'new code does not change the checksum',
    from: 3,
    fault: () => keepSums(),
    blames: ['UpdateFunction', 'GetFunction', 'GetFunctionCode'],
  },
  {
    name: 'an update without code changes the checksum',
    fault: () =>
      onSuccess('UpdateFunction', (response, { path, body }, state) => {
        const sum = { codeChecksum: '1234567890' }
        if (!body.includes('"zipFile"'))
          for (const row of [state.get(path), rowOf(response)]) Object.assign(row ?? {}, sum)
      }),
    blames: ['UpdateFunction', 'GetFunction', 'GetFunctionCode'],
  },
  {
    name: 'nothing is validated',
    fault: () => ({ validates: false }),
    blames: ['CreateService', 'CreateFunction', 'UpdateService', 'UpdateFunction', 'CreateTrigger'],
  },
  {
    name: 'a duplicate is rejected and changes the first resource',
    from: 34,
    fault: () =>
      onRefused('CreateService', (response, request, state) => {
        const body: Row = response.status === 409 ? JSON.parse(request.body) : {}
        const row = state.get(`/services/${String(body.serviceName)}`)
        if (row) Object.assign(row, body)
      }),
    blames: ['CreateService'],
  },
  {
    name: 'a second page repeats the first',
    from: 164,
    fault: () =>
      beforeEach('ListFunctions', ({ query }) => {
        if (query.get('limit') === '1' && query.has('nextToken')) query.delete('nextToken')
      }),
    blames: ['ListFunctions'],
  },
  {
    name: 'a default value is wrong',
    fault: () => ({ store: (row) => Object.assign(row, row.timeout === 3 ? { timeout: 60 } : {}) }),
    blames: ['CreateFunction'],
  },
  { name: 'a new resource has the data of a deleted one', from: 12, fault: bringBack, blames: ['CreateService'] },
  {
    name: 'versions are listed in ascending order',
    from: 3,
    fault: () => beforeEach('ListVersions', ({ query }) => query.set('direction', 'FORWARD')),
    blames: ['ListVersions'],
    // Two versions with a change between them.
    calls: 6,
  },
  {
    name: 'an alias is not moved by an update',
    from: 61,
    fault: () => undo('UpdateAlias'),
    blames: ['UpdateAlias'],
  },
]

function dropLast(row: Row, field: string): void {
  const list = row[field]
  if (Array.isArray(list)) row[field] = list.slice(0, -1)
}

/** Returns a success and changes nothing. */
function undo(operation: string): FakeFault {
  let before: State = new Map()
  return {
    before: (_, state) => {
      before = new Map(state)
    },
    alter: (response, request, state) => {
      if (request.operation !== operation || response.status >= 300) return
      state.clear()
      for (const [key, row] of before) state.set(key, row)
    },
  }
}

function onChange(operation: string, change: (row: Row) => void): FakeFault {
  return onSuccess(operation, (response, { path }, state) => {
    const row = state.get(path)
    if (row) change(row)
    Object.assign(rowOf(response), row)
  })
}

function keepSums(): FakeFault {
  const sums = new Map<string, unknown>()
  return {
    before: ({ path }, state) => {
      sums.set(path, state.get(path)?.codeChecksum)
    },
    alter: (response, { operation, path }, state) => {
      if (operation !== 'UpdateFunction' || response.status !== 200) return
      const sum = { codeChecksum: sums.get(path) }
      for (const row of [state.get(path), rowOf(response)]) Object.assign(row ?? {}, sum)
    },
  }
}

function readStale(): FakeFault {
  const first = new Map<string, Row>()
  return {
    before: ({ operation, path }: Request, state) => {
      const row = state.get(path)
      if (operation === 'UpdateFunction' && row && !first.has(path)) first.set(path, { ...row })
      if (operation === 'DeleteFunction') first.delete(path)
    },
    alter: (response, { operation, path }) => {
      const row = first.get(path)
      if (operation === 'GetFunction' && row && response.status === 200) response.body = row
    },
  }
}

function reuseNumbers(): FakeFault {
  return onSuccess('PublishVersion', (response, { path }, state) => {
    const given = String(rowOf(response).versionId)
    const numbers = [...state.keys()].flatMap((key) =>
      key.startsWith(`${path}/`) && key !== `${path}/${given}` ? [Number(key.slice(path.length + 1))] : [],
    )
    const next = String(Math.max(0, ...numbers) + 1)
    const row = { ...rowOf(response), versionId: next }
    state.delete(`${path}/${given}`)
    state.set(`${path}/${next}`, row)
    response.body = row
  })
}

/** A new service has the fields of a deleted service with the same name. */
function bringBack(): FakeFault {
  const gone = new Map<string, Row>()
  return {
    before: ({ operation, path }, state) => {
      const row = state.get(path)
      if (operation === 'DeleteService' && row) gone.set(path, row)
    },
    alter: (response, { operation, path }, state) => {
      if (operation !== 'CreateService' || response.status !== 200) return
      const key = `${path}/${String(rowOf(response).serviceName)}`
      const { description } = gone.get(key) ?? {}
      if (description === undefined) return
      const row = { description, ...rowOf(response) }
      state.set(key, row)
      response.body = row
    },
  }
}
