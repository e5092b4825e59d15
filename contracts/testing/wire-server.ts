import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** A TCP server that reads the first bytes of each connection and then controls the socket. */
export async function startWireServer(serve: (socket: Socket, request: string) => void) {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      requests.push(bytes.toString())
      serve(socket, bytes.toString())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests: requests as readonly string[],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
