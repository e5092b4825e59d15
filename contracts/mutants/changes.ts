import {
  type MutableResponse,
  dropHeader,
  type Row,
  readRow,
  setBytes,
  setHeader,
  setJson,
  setText,
} from './response.ts'

type Change = (response: MutableResponse) => void

/** Gives a response another status. */
export function withStatus(status: number): Change {
  return (response) => {
    response.status = status
  }
}

/** Gives a response a text of another media type for its body. */
export function withText(type: string, text: string): Change {
  return (response) => {
    setHeader(response, 'Content-Type', type)
    setText(response, text)
  }
}

/** Makes another JSON body of the object that a response carries. */
export function withJson(change: (row: Row | undefined) => unknown): Change {
  return (response) => setJson(response, change(readRow(response)))
}

/** Changes the bytes of a body. */
export function withBytes(change: (body: Uint8Array) => Uint8Array): Change {
  return (response) => setBytes(response, change(response.body))
}

export function withHeader(name: string, value: string): Change {
  return (response) => setHeader(response, name, value)
}

export function withoutHeader(name: string): Change {
  return (response) => dropHeader(response, name)
}

/** Breaks the connection that a response leaves by. */
export function withConnection(connection: NonNullable<MutableResponse['connection']>): Change {
  return (response) => {
    response.connection = connection
  }
}
