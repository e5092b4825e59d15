import { rowOf } from './fake-fc.ts'
import { type Case, type CreationPlace, named, onCreate, onRefusal } from './fault-case.ts'

/** Faults of what create operations store and reject. */
export function toStateFaults(kind: CreationPlace): readonly Case[] {
  const { operation, item, list, text } = kind
  return [
    {
      name: `${operation} stores nothing`,
      fault: onCreate(kind, (_, __, state) => state.delete([...state.keys()].at(-1) ?? '')),
      fails: named(operation, 'created-resource-can-be-read', 'created-resource-is-listed', 'text-is-stored-exactly'),
    },
    {
      name: `${operation} drops a field`,
      fault: { store: (row) => delete row[text] },
      fails: named(operation, 'created-resource-can-be-read', 'created-resource-is-listed'),
    },
    {
      name: `${operation} returns a text that no read returns`,
      fault: onCreate(kind, (response) => {
        rowOf(response)[text] = 'another'
      }),
      fails: named(operation, 'read-equals-create-response'),
    },
    {
      name: `${operation} creates a resource that lists omit`,
      fault: {
        alter: (response) => {
          if (rowOf(response)?.[list]) response.body = { [list]: [] }
        },
      },
      fails: named(operation, 'created-resource-is-listed'),
    },
    {
      name: `${operation} creates a resource that lists return with other values`,
      fault: {
        alter: (response) => {
          const rows = rowOf(response)?.[list]
          if (Array.isArray(rows)) response.body = { [list]: rows.map((row) => ({ ...row, [text]: 'old' })) }
        },
      },
      fails: named(operation, 'created-resource-is-listed'),
    },
    {
      name: `${operation} trims texts`,
      fault: { store: (row) => Object.assign(row, { [text]: String(row[text]).trim() }) },
      fails: named(operation, 'text-is-stored-exactly'),
    },
    {
      name: `${operation} overwrites a duplicate`,
      fault: { overwrites: true },
      fails: named(operation, 'duplicate-name-is-rejected', 'duplicate-create-keeps-the-first'),
    },
    {
      name: `${operation} rejects a duplicate with 400`,
      fault: onRefusal(kind, (response) => {
        if (response.status === 409) response.status = 400
      }),
      fails: named(operation, 'duplicate-name-is-rejected'),
    },
    {
      name: `${operation} rejects a duplicate with the code of another conflict`,
      fault: onRefusal(kind, (response) => {
        if (response.status === 409) response.body = { ErrorCode: 'ServiceNotEmpty' }
      }),
      fails: named(operation, 'duplicate-name-is-rejected'),
    },
    {
      name: `${operation} returns errors in HTML`,
      fault: onRefusal(kind, (response) => {
        response.raw = '<h1>Error</h1>'
      }),
      fails: named(operation, 'duplicate-name-is-rejected', 'truncated-json-is-rejected'),
    },
    {
      name: `${operation} rejects a duplicate and changes the first resource`,
      fault: onRefusal(kind, (response, request, state) => {
        const row = state.get([...state.keys()].at(-1) ?? '')
        if (response.status === 409 && row) row[text] = JSON.parse(request.body)[text]
      }),
      fails: named(operation, 'duplicate-create-keeps-the-first'),
    },
    {
      name: `${operation} stores the creation time of the request`,
      fault: onCreate(kind, (response, request) => {
        const { createdTime } = JSON.parse(request.body)
        if (createdTime) rowOf(response).createdTime = createdTime
      }),
      fails: named(operation, 'id-and-times-are-set-by-server'),
    },
    {
      name: `${operation} returns errors with 422`,
      fault: onRefusal(kind, (response) => {
        response.status = 422
      }),
      fails: named(operation, 'truncated-json-is-rejected', 'non-json-body-is-rejected', 'empty-body-is-rejected'),
    },
    {
      name: `${operation} stores rejected requests`,
      fault: onRefusal(kind, (response, request, state) => {
        const name = /fct-[\w-]+/.exec(request.body)?.[0]
        if (response.status === 400 && name) state.set(`${request.path}/${name}`, {})
      }),
      fails: named(
        operation,
        'truncated-json-is-rejected',
        `rejects-${text}-type-a-number`,
        ...(operation === 'CreateFunction' ? ['rejects-memorySize-maximum-3136'] : []),
      ),
    },
    {
      name: `the read operation returns 203 after ${operation}`,
      fault: {
        alter: (response, request) => {
          if (request.method === 'GET' && item.test(request.path) && response.status === 200) response.status = 203
        },
      },
      fails: named(operation, 'created-resource-can-be-read'),
      blames: kind.read,
    },
    {
      name: `the list operation returns a text instead of a list after ${operation}`,
      fault: {
        alter: (response) => {
          if (rowOf(response)?.[list]) response.body = { [list]: 'none' }
        },
      },
      fails: named(operation, 'created-resource-is-listed'),
      blames: kind.lists,
    },
  ]
}
