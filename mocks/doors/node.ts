import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Emulator } from '../core/emulator.ts'
import { toJson } from '../core/plain-answer.ts'
import type { WireRequest, WireResult } from '../core/wire.ts'
import { type Cors, toCors } from './cors.ts'
import { type Listening, listen } from './listen.ts'
import { readBody } from './node-body.ts'
import { toOrigin } from './node-origin.ts'
import { writeResult } from './node-response.ts'
import { checkTls, type TlsFiles, toText } from './node-tls.ts'
import { type MockOptions, toEmulator } from './options.ts'
import { readYaml } from './read-yaml.ts'
import { keepState, type StateFileError } from './state-file.ts'

export interface ServeOptions extends MockOptions {
  /** 4010 unless given; 0 takes any free port. */
  readonly port?: number | undefined
  /** The address to bind; 127.0.0.1 unless given. */
  readonly host?: string | undefined
  /** Serves HTTPS with these; plain HTTP unless given. */
  readonly tls?: TlsFiles | undefined
  /** Keeps the state of all namespaces over a restart. Others cannot read what is written: it may hold secrets. */
  readonly stateFile?: string | undefined
  /** Told where the state file cannot be written any more, once until it can; printed unless given. */
  readonly onStateFileError?: ((error: StateFileError) => void) | undefined
}

export interface Served extends Listening {
  readonly emulator: Emulator
  /** The token that the control plane asks for in `X-Mock-Token`; none on loopback. */
  readonly controlToken: string | undefined
}

/**
 * Serves the emulator over HTTP, straight on `node:http`. Rejects with a `PortInUseError` where the port is taken, and
 * with a `TlsError` where the certificate or its key is of no use, and with a `StateFileError` where the state file is.
 * Bound beyond loopback, the control plane asks for a token, which is made up where none is given.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { port = 4010, host = '127.0.0.1' } = options
  const controlToken = options.controlToken ?? (isLoopback(host) ? undefined : crypto.randomUUID())
  const emulator = toEmulator({ readYaml, ...options, controlToken })
  const cors = toCors(emulator)
  const server = toServer(options.tls, (request, response) => answer(emulator, cors, request, response))
  // A client that waits for leave to send a body that is too large is refused before it sends it.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!(Number(request.headers['content-length']) > emulator.maxBodyBytes)) response.writeContinue()
    answer(emulator, cors, request, response)
  })
  const { stateFile: file, onStateFileError: report = ({ message }) => console.error(message) } = options
  const stateFile = file === undefined ? undefined : await keepState(emulator, file, report)
  try {
    const listening = await listen(server, port, host)
    const close = async () => {
      await listening.close()
      await stateFile?.close()
    }
    return { ...listening, close, emulator, controlToken }
  } catch (error) {
    await stateFile?.close()
    throw error
  }
}

function toServer(tls: TlsFiles | undefined, listener: RequestListener) {
  if (!tls) return createServer(listener)
  checkTls(tls)
  return createTlsServer({ cert: toText(tls.cert), key: toText(tls.key) }, listener)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function answer(emulator: Emulator, cors: Cors, request: IncomingMessage, response: ServerResponse): void {
  const { headers, method = 'GET' } = request
  const extra = headers.origin === undefined ? undefined : cors.answer
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) {
    request.resume()
    response.writeHead(204, cors.preflight(headers['access-control-request-headers'])).end()
    return
  }
  readBody(request, emulator.maxBodyBytes, (body) => {
    if (body === 'aborted') return
    const tooLarge = body === 'tooLarge'
    const write = (result: WireResult) => writeResult(request, response, result, extra, tooLarge)
    // Only an `onDefect` that throws leads here; one request must not end the server.
    const fail = (defect: unknown) => {
      console.error(`${method} ${request.url}:`, defect)
      write(toJson(500, { error: 'the mock failed' }))
    }
    try {
      const result = emulator.handle(toWireRequest(request, tooLarge ? undefined : body, tooLarge))
      if (result instanceof Promise) result.then(write).catch(fail)
      else write(result)
    } catch (defect) {
      fail(defect)
    }
  })
}

function toWireRequest(request: IncomingMessage, body: Uint8Array | undefined, tooLarge: boolean): WireRequest {
  const target = toTarget(request.url ?? '/')
  const cut = target.indexOf('?')
  return {
    method: request.method ?? 'GET',
    path: cut === -1 ? target : target.slice(0, cut),
    query: cut === -1 ? '' : target.slice(cut + 1),
    // Node joins repeated headers to one text; only Set-Cookie is a list, and no request of these APIs has one.
    headers: request.headers as Record<string, string | undefined>,
    body,
    host: request.headers.host ?? '',
    origin: toOrigin(request),
    tooLarge,
  }
}

/** A request through a proxy names the whole address; what counts is from its path on. */
function toTarget(url: string): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '')
}
