import {
  dropHeader,
  type JsonObject,
  type MutableResponse,
  readObject,
  setBytes,
  setHeader,
  setJson,
  setText,
} from './response.ts'

type Change = (response: MutableResponse) => void

export function withStatus(status: number): Change {
  return (response) => {
    response.status = status
  }
}

/** Replaces the body with text of another media type. */
export function withText(type: string, text: string): Change {
  return (response) => {
    setHeader(response, 'Content-Type', type)
    setText(response, text)
  }
}

/** Maps the JSON body. `change` gets undefined if the body is not a JSON object. */
export function withJson(change: (body: JsonObject | undefined) => unknown): Change {
  return (response) => setJson(response, change(readObject(response)))
}

export function withBytes(change: (body: Uint8Array) => Uint8Array): Change {
  return (response) => setBytes(response, change(response.body))
}

export function withHeader(name: string, value: string): Change {
  return (response) => setHeader(response, name, value)
}

export function withoutHeader(name: string): Change {
  return (response) => dropHeader(response, name)
}

/** Breaks the connection while the response is sent. */
export function withConnection(connection: NonNullable<MutableResponse['connection']>): Change {
  return (response) => {
    response.connection = connection
  }
}
