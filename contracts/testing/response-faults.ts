import { rowOf } from './fake-fc.ts'
import { type Case, type Change, type CreationPlace, named, onCreate } from './fault-case.ts'

/** Faults of the responses of create operations. */
export function toResponseFaults(kind: CreationPlace): readonly Case[] {
  const { operation, id, name: nameField, path, text } = kind
  const responses = (name: string, change: Change): Case => ({
    name: `${operation} returns ${name}`,
    fault: onCreate(kind, change),
    fails: named(operation, 'create-returns-the-created-resource'),
  })
  return [
    responses('201', (result) => {
      result.status = 201
    }),
    responses('another name', (result) => {
      rowOf(result)[nameField] = 'another'
    }),
    responses('a number for a text', (result) => {
      rowOf(result)[text] = 7
    }),
    responses('HTML', (result) => {
      result.raw = '<html></html>'
    }),
    responses('truncated JSON', (result) => {
      result.raw = '{"a":'
    }),
    responses('text/plain', (result) => {
      result.headers['content-type'] = 'text/plain'
    }),
    responses('an error with status 200', (result) => {
      result.raw = '"InvalidArgument"'
    }),
    {
      name: `${operation} returns an ETag of its own`,
      fault: onCreate(kind, (result) => {
        result.headers.ETag = 'first'
      }),
      fails: named(operation, 'etag-equals-etag-of-read'),
    },
    {
      name: `${operation} returns times without a zone`,
      fault: onCreate(kind, (result) => {
        rowOf(result).createdTime = '2024-05-06T07:08:09.000'
      }),
      fails: named(operation, 'times-are-utc'),
    },
    {
      name: `${operation} returns a last change before the creation`,
      fault: onCreate(kind, (result) => {
        rowOf(result).lastModifiedTime = '2001-05-06T07:08:09.000+0000'
      }),
      fails: named(operation, 'times-are-utc'),
    },
    ...(id === undefined ? [] : [toIdFault(operation, id)]),
    {
      name: `${operation} never responds`,
      fault: { take: (request) => request.method === 'POST' && path.test(request.path) },
      fails: named(operation, 'create-returns-the-created-resource'),
    },
    {
      name: `${operation} resets the connection`,
      fault: {
        take: (request, response) =>
          request.method === 'POST' && path.test(request.path) && Boolean(response.socket?.resetAndDestroy()),
      },
      fails: named(operation, 'create-returns-the-created-resource'),
    },
  ]
}

function toIdFault(operation: string, id: string): Case {
  return {
    name: `${operation} uses one id twice`,
    fault: { store: (row) => Object.assign(row, { [id]: 'the id' }) },
    fails: named(operation, 'ids-are-unique'),
  }
}
