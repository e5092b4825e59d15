import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Emulator } from '../../core/emulator.ts'
import { defaultNamespace, isNamespaceName, readNamespaceName } from '../../core/namespace-name.ts'
import { toJsonResponse } from '../../core/json-response.ts'
import type { WireRequest, WireResponse } from '../../core/wire.ts'
import { type Cors, toCors } from '../cors.ts'
import { type Listening, listen } from './listen.ts'
import { createBatch, type Later } from './batch.ts'
import { readBody } from './read-body.ts'
import { toOrigin } from './origin.ts'
import { writeResponse } from './write-response.ts'
import type { TlsFiles } from './tls.ts'
import { type MockOptions, toEmulator } from '../options.ts'
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
  /** The token that the control plane asks for in `X-Mock-Token`; none on loopback, unless it was given. */
  readonly controlToken: string | undefined
}

/**
 * Serves the emulator over HTTP, straight on `node:http`. Rejects with a `PortInUseError` where the port is taken, and
 * with a `TlsError` where the certificate or its key is of no use, and with a `StateFileError` where the state file is.
 * Bound beyond loopback, the control plane asks for a token, which is made up where none is given; an emulator that was
 * made elsewhere is not served there, since it may ask for none.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { port = 4010, host = '127.0.0.1' } = options
  const controlToken = toControlToken(options, host)
  const emulator = toEmulator({ readYaml, ...options, controlToken })
  const serving = {
    emulator,
    cors: toCors(emulator),
    isDeterministic: emulator.ready().deterministic,
    later: createBatch(),
  }
  const server = await toServer(options.tls, (request, response) => received(serving, request, response))
  // A client that waits for leave to send a body that is too large is refused before it sends it.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!(Number(request.headers['content-length']) > emulator.maxBodyBytes)) response.writeContinue()
    received(serving, request, response)
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

/** What TLS needs is loaded where it is asked for: it would take a tenth of the time to start. */
async function toServer(tls: TlsFiles | undefined, listener: RequestListener) {
  // Not imported: an import asks for all that is exported, and the client's half takes ten times as long to load.
  if (!tls) return process.getBuiltinModule('node:http').createServer(listener)
  const { checkTls, toText } = await import('./tls.ts')
  checkTls(tls)
  const https = await import('node:https')
  return https.createServer({ cert: toText(tls.cert), key: toText(tls.key) }, listener)
}

function toControlToken({ emulator, controlToken }: ServeOptions, host: string): string | undefined {
  if (isLoopback(host)) return emulator ? undefined : controlToken
  if (emulator) throw new TypeError(`an emulator that is given is served on loopback only, not on ${host}`)
  return controlToken ?? crypto.randomUUID()
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

interface Serving {
  readonly emulator: Emulator
  readonly cors: Cors
  readonly isDeterministic: boolean
  readonly later: Later
}

function received(
  { emulator, cors, isDeterministic, later }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { headers, method = 'GET' } = request
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) {
    request.resume()
    response.writeHead(204, cors.preflight(headers['access-control-request-headers'])).end()
    return
  }
  readBody(request, emulator.maxBodyBytes, (body) => {
    if (body === 'aborted') return
    const tooLarge = body === 'tooLarge'
    const extra = headers.origin === undefined ? undefined : cors.response
    const write = (result: WireResponse, extraHeaders: Cors['response'] | undefined) =>
      writeResponse(request, response, result, extraHeaders, tooLarge)
    // Only an `onDefect` that throws leads here, or a header that cannot be written; it must not end the server.
    const fail = (defect: unknown) => {
      console.error(`${method} ${request.url}:`, defect)
      if (response.headersSent) request.socket.destroy()
      else write(toJsonResponse(500, { error: 'the mock failed' }), extra)
    }
    const writeLater = (result: WireResponse) => {
      // The time of now: those who are returned in the same moment move the clock.
      const dated = isDeterministic ? { ...extra, Date: toDate(emulator, request) } : extra
      later(() => {
        try {
          write(result, dated)
        } catch (defect) {
          fail(defect)
        }
      })
    }
    try {
      const result = emulator.handle(toWireRequest(request, tooLarge ? undefined : body, tooLarge))
      if (result instanceof Promise) result.then(writeLater).catch(fail)
      else writeLater(result)
    } catch (defect) {
      fail(defect)
    }
  })
}

/** Node writes the time of the machine, the only thing in a response that would not repeat. */
function toDate({ clock }: Emulator, { headers }: IncomingMessage): string {
  // As in the request on the wire, which is checked there.
  const name = readNamespaceName({ headers: headers as Record<string, string | undefined> })
  const { now } = clock.read({ namespace: isNamespaceName(name) ? name : defaultNamespace })
  return new Date(now).toUTCString()
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
