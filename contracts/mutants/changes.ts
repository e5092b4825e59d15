import { type Answer, dropHeader, type Row, readRow, setBytes, setHeader, setJson, setText } from './response.ts'

type Change = (answer: Answer) => void

/** Gives an answer another status. */
export function withStatus(status: number): Change {
  return (answer) => {
    answer.status = status
  }
}

/** Gives an answer a text of another media type for its body. */
export function withText(type: string, text: string): Change {
  return (answer) => {
    setHeader(answer, 'Content-Type', type)
    setText(answer, text)
  }
}

/** Makes another JSON body of the object that an answer carries. */
export function withJson(change: (row: Row | undefined) => unknown): Change {
  return (answer) => setJson(answer, change(readRow(answer)))
}

/** Changes the bytes of a body. */
export function withBytes(change: (body: Uint8Array) => Uint8Array): Change {
  return (answer) => setBytes(answer, change(answer.body))
}

export function withHeader(name: string, value: string): Change {
  return (answer) => setHeader(answer, name, value)
}

export function withoutHeader(name: string): Change {
  return (answer) => dropHeader(answer, name)
}

/** Breaks the connection that an answer leaves by. */
export function withConnection(connection: NonNullable<Answer['connection']>): Change {
  return (answer) => {
    answer.connection = connection
  }
}
