import { rowOf } from './fake-fc.ts'
import { type Case, type Change, type CreationPlace, named, onCreate } from './fault-case.ts'

/** Faults of what a create operation answers. */
export function toReplyFaults(kind: CreationPlace): readonly Case[] {
  const { operation, id, name: nameField, path, text } = kind
  const answers = (name: string, change: Change): Case => ({
    name: `${operation} answers ${name}`,
    fault: onCreate(kind, change),
    fails: named(operation, 'create-returns-the-created-resource'),
  })
  return [
    answers('201', (answer) => {
      answer.status = 201
    }),
    answers('another name', (answer) => {
      rowOf(answer)[nameField] = 'another'
    }),
    answers('a number for a text', (answer) => {
      rowOf(answer)[text] = 7
    }),
    answers('HTML', (answer) => {
      answer.raw = '<html></html>'
    }),
    answers('JSON that breaks off', (answer) => {
      answer.raw = '{"a":'
    }),
    answers('text/plain', (answer) => {
      answer.headers['content-type'] = 'text/plain'
    }),
    answers('an error with status 200', (answer) => {
      answer.raw = '"InvalidArgument"'
    }),
    {
      name: `${operation} answers an ETag of its own`,
      fault: onCreate(kind, (answer) => {
        answer.headers.ETag = 'first'
      }),
      fails: named(operation, 'etag-equals-etag-of-read'),
    },
    {
      name: `${operation} answers times without a zone`,
      fault: onCreate(kind, (answer) => {
        rowOf(answer).createdTime = '2024-05-06T07:08:09.000'
      }),
      fails: named(operation, 'times-are-utc'),
    },
    {
      name: `${operation} answers a change before the creation`,
      fault: onCreate(kind, (answer) => {
        rowOf(answer).lastModifiedTime = '2001-05-06T07:08:09.000+0000'
      }),
      fails: named(operation, 'times-are-utc'),
    },
    ...(id === undefined ? [] : [toIdFault(operation, id)]),
    {
      name: `${operation} hangs`,
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
    name: `${operation} gives one id twice`,
    fault: { store: (row) => Object.assign(row, { [id]: 'the id' }) },
    fails: named(operation, 'ids-are-unique'),
  }
}
