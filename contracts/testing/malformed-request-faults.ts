import { calls } from '../aliyun-fc-2016-08-15/contract.ts'
import { type FakeFault, isCreated, type MutableResponse, type Request, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { kinds, lists } from './kinds.ts'
import { beforeEach, breakDown, onRefused, onSuccess } from './operation-faults.ts'

const withoutZone = '2024-05-06T07:08:09.000'

/** Faults of malformed requests, of isolation, and of lists that change between two pages. */
export const malformedRequestFaults: readonly Case[] = [
  ...kinds.flatMap(({ read: { id }, update, textField, nameField }): Case[] => [
    {
      name: `${id} returns times without a zone`,
      fault: onSuccess(id, (response) => Object.assign(rowOf(response), { createdTime: withoutZone })),
      fails: named(id, 'times-are-utc'),
    },
    {
      name: `${id} returns the name of an earlier request`,
      fault: onSuccess(id, mixUp(nameField)),
      fails: named(id, 'concurrent-reads-are-not-mixed-up'),
    },
    ...(textField === undefined
      ? []
      : [
          {
            name: `${update.id} trims texts`,
            fault: onSuccess(update.id, (_, { path }, state) => {
              const row = state.get(path) ?? {}
              state.set(path, { ...row, [textField]: String(row[textField]).trim() })
            }),
            fails: named(update.id, 'text-is-stored-exactly'),
          },
        ]),
  ]),
  {
    name: 'updates do not change the time of the last change',
    fault: {
      alter: (response, { method, path }, state) => {
        const row = method === 'PUT' && response.status === 200 ? state.get(path) : undefined
        if (row) row.lastModifiedTime = row.createdTime
      },
    },
    fails: ({ name }) => name === 'later-update-advances-last-modified-time',
  },
  {
    name: 'GetFunction returns a negative size',
    fault: onSuccess('GetFunction', (response) => Object.assign(rowOf(response), { codeSize: -1 })),
    fails: named('GetFunction', 'code-size-matches-the-code'),
  },
  {
    name: 'GetFunctionCode returns an invalid URL',
    fault: onSuccess('GetFunctionCode', (response) => Object.assign(rowOf(response), { url: 'see the console' })),
    fails: named('GetFunctionCode', 'code-url-returns-the-code'),
  },
  {
    name: 'ListVersions returns the opposite direction',
    fault: onSuccess('ListVersions', (response) => Object.assign(rowOf(response), { direction: 'FORWARD' })),
    fails: named('ListVersions', 'list-names-its-direction'),
  },
  wantsOne('CreateTrigger', 'triggers', 'same-name-in-two-functions-is-accepted'),
  wantsOne('CreateAlias', 'aliases', 'same-name-in-two-services-is-accepted'),
  {
    name: 'ListTriggers lists the triggers of the whole service',
    fault: onSuccess('ListTriggers', (response, { path }, state) => {
      const [service = ''] = /^\/services\/[^/]+/.exec(path) ?? []
      const all = [...state].filter(([key]) => key.startsWith(`${service}/functions/`) && key.includes('/triggers/'))
      response.body = { triggers: all.map(([, row]) => row) }
    }),
    fails: named('ListTriggers', 'list-is-scoped-to-parent'),
  },
  {
    name: 'lists of deleted parents are empty',
    fault: {
      alter: (response, { operation }) => {
        if (operation?.startsWith('List') && response.status === 404) Object.assign(response, { status: 200, body: {} })
      },
    },
    fails: ({ name }) => name === 'deleted-parent-has-no-lists',
  },
  ...(['functions', 'aliases'] as const).map((entries): Case => {
    const id = entries === 'functions' ? 'ListFunctions' : 'ListAliases'
    return {
      name: `${id} lists the entries of every service`,
      fault: onSuccess(id, (response, _, state) => {
        const all = [...state].filter(([key]) => new RegExp(`^/services/[^/]+/${entries}/[^/]+$`).test(key))
        response.body = { [entries]: all.map(([, row]) => row) }
      }),
      fails: named(id, 'list-is-scoped-to-parent'),
    }
  }),
  ...lists.flatMap(({ operation: { id }, entries, nameField }): Case[] => [
    {
      name: `${id} begins each page with the last entry before it`,
      fault: repeating(id, entries),
      fails: named(id, 'insert-while-paging-repeats-no-entry'),
    },
    {
      name: `${id} ends at a deleted last entry`,
      fault: needingTheLast(id, entries, nameField),
      fails: named(id, 'paging-survives-deletion-of-last-entry'),
    },
    breaksAt(id, ({ query }) => query.has('noSuchParameter'), 'undocumented-parameter-is-handled'),
  ]),
  breaksAt('ListServices', ({ query }) => (query.get('prefix') ?? '').length > 5000, 'very-long-url-is-handled'),
  {
    name: 'ListServices copies the prefix into a header',
    fault: {
      alter: (response, { query }) => {
        const [, value] = /\r\nX-Faas-Contracts: (.*)/.exec(query.get('prefix') ?? '') ?? []
        if (value !== undefined) response.headers['X-Faas-Contracts'] = value
      },
    },
    fails: named('ListServices', 'parameter-with-line-break-is-handled'),
  },
  {
    name: 'GetService resolves encoded slashes',
    fault: beforeEach('GetService', (request) => {
      request.path = request.path.replace(/\/[^/]*%2F\.\.%2F/, '/')
    }),
    fails: named('GetService', 'encoded-slash-is-part-of-the-name'),
  },
  ...calls
    .filter(({ operation: { path, body } }) => path.includes('{') && !body)
    .map(
      ({ operation: { id } }): Case => ({
        name: `${id} returns no request id with an error`,
        fault: onRefused(id, (response) => delete response.headers['X-Fc-Request-Id']),
        fails: named(id, 'error-has-request-id'),
      }),
    ),
]

/** Returns the name in the first of all requests. */
function mixUp(nameField: string) {
  let first: unknown
  return (response: MutableResponse) => {
    first ??= rowOf(response)[nameField]
    rowOf(response)[nameField] = first
  }
}

function breaksAt(operation: string, fits: (request: Request) => boolean, check: string): Case {
  return {
    name: `${operation} fails: ${check}`,
    fault: {
      alter: (response, request) => {
        if (request.operation === operation && fits(request)) breakDown(response)
      },
    },
    fails: named(operation, check),
  }
}

function wantsOne(operation: string, collection: string, check: string): Case {
  return {
    name: `${operation} requires names that are unique in the account`,
    fault: {
      alter: (response, request, state: State) => {
        if (request.operation !== operation || !isCreated(response, request)) return
        const { triggerName, aliasName = triggerName } = JSON.parse(request.body)
        const twins = [...state.keys()].filter((key) => key.endsWith(`/${collection}/${aliasName}`))
        if (twins.length > 1) Object.assign(response, { status: 409, body: { ErrorCode: 'AlreadyExists' } })
      },
    },
    fails: named(operation, check),
  }
}

function repeating(operation: string, entries: string): FakeFault {
  let last: unknown
  return onSuccess(operation, (response, { query }) => {
    const rows = Reflect.get(rowOf(response), entries)
    if (!Array.isArray(rows)) return
    if (query.has('nextToken')) rows.unshift(last)
    last = rows.at(-1)
  })
}

function needingTheLast(operation: string, entries: string, nameField: string): FakeFault {
  let last: string | undefined
  return onSuccess(operation, (response, { query, path }, state) => {
    if (query.has('nextToken') && !state.has(`${path}/${last}`)) return breakDown(response)
    const rows = Reflect.get(rowOf(response), entries)
    last = Array.isArray(rows) ? String(rows.at(-1)?.[nameField]) : undefined
  })
}
