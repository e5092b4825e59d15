import { type FakeFault, type Request, type Row, rowOf, type State } from './fake-fc.ts'
import { beforeEach, onRefused, onSuccess } from './operation-faults.ts'

/** A server that differs from the model, and the operations of which one must be named. */
export interface ModelFault {
  readonly name: string
  readonly fault: () => FakeFault
  readonly blames: readonly string[]
  /** The first sequence that is tried, which should find it: those before do not, with the seed of the tests. Default 1. */
  readonly from?: number
  /** What the violation must be about. */
  readonly shows?: RegExp
  /** Most calls that may be left of the sequence. Default 5. */
  readonly calls?: number
}

/** Faults that show in what several calls do together. */
export const modelFaults: readonly ModelFault[] = [
  { name: 'an update is answered and lost', from: 3, fault: () => undo('UpdateService'), blames: ['UpdateService'] },
  { name: 'a reading answers what was before the update', from: 2, fault: readStale, blames: ['GetFunction'] },
  { name: 'a deletion does nothing', from: 9, fault: () => undo('DeleteTrigger'), blames: ['DeleteTrigger'] },
  {
    name: 'a list leaves out its last entry',
    from: 4,
    fault: () => onSuccess('ListFunctions', (answer) => dropLast(rowOf(answer), 'functions')),
    blames: ['ListFunctions'],
  },
  {
    name: 'a duplicate overwrites',
    from: 18,
    fault: () => ({ overwrites: true }),
    blames: ['CreateService', 'CreateFunction'],
  },
  {
    name: 'a duplicate is refused with the code of another conflict',
    from: 34,
    fault: () =>
      onRefused('CreateFunction', (answer) => {
        if (answer.status === 409) answer.body = { ErrorCode: 'ServiceAlreadyExists' }
      }),
    blames: ['CreateFunction'],
  },
  {
    name: 'every state has one ETag',
    fault: () => ({
      before: ({ headers }) => {
        if (headers['if-match'] === 'the tag') delete headers['if-match']
      },
      alter: (answer) => {
        if (answer.headers.ETag) answer.headers.ETag = 'the tag'
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
  { name: 'the number of a deleted version is given again', from: 31, fault: reuseNumbers, blames: ['PublishVersion'] },
  {
    name: 'an alias names a version that is not there',
    from: 6,
    fault: () =>
      onRefused('CreateAlias', (answer, request, state) => {
        if (rowOf(answer).ErrorCode !== 'VersionNotFound') return
        const row: Row = { ...JSON.parse(request.body), createdTime: 'now', lastModifiedTime: 'now' }
        state.set(`${request.path}/${String(row.aliasName)}`, row)
        Object.assign(answer, { status: 200, headers: { ...answer.headers, ETag: 'a' }, body: row })
      }),
    blames: ['CreateAlias'],
  },
  {
    name: 'a version shows the present state',
    from: 2,
    fault: () =>
      beforeEach('GetFunction', (request) => {
        request.path = request.path.replace(/\.[^/]+/, '')
      }),
    blames: ['GetFunction'],
  },
  {
    name: 'a deletion reaches into versions',
    from: 31,
    fault: () =>
      onSuccess('DeleteFunction', (_, { path }, state) => {
        for (const key of [...state.keys()])
          if (key.includes('.') && key.endsWith(path.replace(/^.*\//, ''))) state.delete(key)
      }),
    blames: ['DeleteFunction', 'GetFunction', 'ListFunctions', 'GetFunctionCode', 'InvokeFunction'],
  },
  {
    name: 'a parent goes with its children',
    fault: () => ({ orphans: true }),
    blames: ['DeleteService', 'DeleteFunction'],
  },
  {
    name: 'an update changes the neighbours, too',
    from: 2,
    fault: () =>
      onSuccess('UpdateFunction', (_, { path, body }, state) => {
        const above = path.replace(/[^/]+$/, '')
        for (const [key, row] of state) if (key.startsWith(above)) state.set(key, { ...row, ...JSON.parse(body) })
      }),
    blames: ['UpdateFunction'],
  },
  {
    name: 'If-Match is not looked at',
    from: 24,
    fault: () => beforeEach('UpdateService', ({ headers }) => delete headers['if-match']),
    blames: ['UpdateService'],
  },
  {
    name: 'an update gives a new id',
    fault: () => onChange('UpdateService', (row) => Object.assign(row, { serviceId: `id-${Math.random()}` })),
    blames: ['UpdateService'],
  },
  {
    name: 'an update gives a new id, and one that names no field is refused, which is open',
    fault: () => {
      const renewing = onChange('UpdateService', (row) => Object.assign(row, { serviceId: `id-${Math.random()}` }))
      return {
        alter: (answer, request, state) => {
          if (request.operation === 'UpdateService' && request.body === '{}') {
            Object.assign(answer, { status: 400, body: { ErrorCode: 'InvalidArgument' } })
          } else renewing.alter?.(answer, request, state)
        },
      }
    },
    blames: ['UpdateService'],
    shows: /serviceId/,
  },
  {
    name: 'an update moves the time of creation',
    from: 2,
    fault: () => onChange('UpdateFunction', (row) => Object.assign(row, { createdTime: row.lastModifiedTime })),
    blames: ['UpdateFunction'],
  },
  {
    name: 'new code leaves the checksum of the old',
    fault: () => keepSums(),
    blames: ['UpdateFunction', 'GetFunction', 'GetFunctionCode'],
  },
  {
    name: 'an update without code changes the checksum',
    fault: () =>
      onSuccess('UpdateFunction', (answer, { path, body }, state) => {
        const sum = { codeChecksum: '1234567890' }
        if (!body.includes('"zipFile"'))
          for (const row of [state.get(path), rowOf(answer)]) Object.assign(row ?? {}, sum)
      }),
    blames: ['UpdateFunction', 'GetFunction', 'GetFunctionCode'],
  },
  {
    name: 'nothing is validated',
    fault: () => ({ validates: false }),
    blames: ['CreateService', 'CreateFunction', 'UpdateService', 'UpdateFunction', 'CreateTrigger'],
  },
  {
    name: 'a duplicate is refused and changes what is there',
    from: 18,
    fault: () =>
      onRefused('CreateService', (answer, request, state) => {
        const body: Row = answer.status === 409 ? JSON.parse(request.body) : {}
        const row = state.get(`/services/${String(body.serviceName)}`)
        if (row) Object.assign(row, body)
      }),
    blames: ['CreateService'],
  },
  {
    name: 'a second page repeats the first',
    from: 18,
    fault: () =>
      beforeEach('ListFunctions', ({ query }) => {
        if (query.get('limit') === '1' && query.has('nextToken')) query.delete('nextToken')
      }),
    blames: ['ListFunctions'],
  },
  {
    name: 'a default is another',
    fault: () => ({ store: (row) => Object.assign(row, row.timeout === 3 ? { timeout: 60 } : {}) }),
    blames: ['CreateFunction'],
  },
  { name: 'what was deleted comes back with a new one', from: 10, fault: bringBack, blames: ['CreateService'] },
  {
    name: 'versions are listed from the oldest',
    from: 5,
    fault: () => beforeEach('ListVersions', ({ query }) => query.set('direction', 'FORWARD')),
    blames: ['ListVersions'],
    // Two versions, and a change between them.
    calls: 6,
  },
  {
    name: 'an alias stays where it was',
    from: 40,
    fault: () => undo('UpdateAlias'),
    blames: ['UpdateAlias'],
  },
]

function dropLast(row: Row, field: string): void {
  const list = row[field]
  if (Array.isArray(list)) row[field] = list.slice(0, -1)
}

/** Answers as if it were done, and leaves everything as it was. */
function undo(operation: string): FakeFault {
  let before: State = new Map()
  return {
    before: (_, state) => {
      before = new Map(state)
    },
    alter: (answer, request, state) => {
      if (request.operation !== operation || answer.status >= 300) return
      state.clear()
      for (const [key, row] of before) state.set(key, row)
    },
  }
}

function onChange(operation: string, change: (row: Row) => void): FakeFault {
  return onSuccess(operation, (answer, { path }, state) => {
    const row = state.get(path)
    if (row) change(row)
    Object.assign(rowOf(answer), row)
  })
}

function keepSums(): FakeFault {
  const sums = new Map<string, unknown>()
  return {
    before: ({ path }, state) => {
      sums.set(path, state.get(path)?.codeChecksum)
    },
    alter: (answer, { operation, path }, state) => {
      if (operation !== 'UpdateFunction' || answer.status !== 200) return
      const sum = { codeChecksum: sums.get(path) }
      for (const row of [state.get(path), rowOf(answer)]) Object.assign(row ?? {}, sum)
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
    alter: (answer, { operation, path }) => {
      const row = first.get(path)
      if (operation === 'GetFunction' && row && answer.status === 200) answer.body = row
    },
  }
}

function reuseNumbers(): FakeFault {
  return onSuccess('PublishVersion', (answer, { path }, state) => {
    const given = String(rowOf(answer).versionId)
    const numbers = [...state.keys()].flatMap((key) =>
      key.startsWith(`${path}/`) && key !== `${path}/${given}` ? [Number(key.slice(path.length + 1))] : [],
    )
    const next = String(Math.max(0, ...numbers) + 1)
    const row = { ...rowOf(answer), versionId: next }
    state.delete(`${path}/${given}`)
    state.set(`${path}/${next}`, row)
    answer.body = row
  })
}

/** A new service gets the fields that the last one of its name had. */
function bringBack(): FakeFault {
  const gone = new Map<string, Row>()
  return {
    before: ({ operation, path }, state) => {
      const row = state.get(path)
      if (operation === 'DeleteService' && row) gone.set(path, row)
    },
    alter: (answer, { operation, path }, state) => {
      if (operation !== 'CreateService' || answer.status !== 200) return
      const key = `${path}/${String(rowOf(answer).serviceName)}`
      const { description } = gone.get(key) ?? {}
      if (description === undefined) return
      const row = { description, ...rowOf(answer) }
      state.set(key, row)
      answer.body = row
    },
  }
}
