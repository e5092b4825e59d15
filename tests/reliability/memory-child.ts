import { testClient } from '../../mocks/core/testing/client.ts'
import { createMock } from '../../mocks/adapters/fetch/fetch.ts'

/**
 * Prints by how many bytes the heap of a mock has grown after many requests of all kinds that leave nothing behind.
 * A process of its own (`--expose-gc`), so that nothing else is in its memory; the number is its argument.
 */
const { emulator } = createMock()
const send = testClient(emulator)

run(20_000) // what is made once: validators, hidden classes, a full request log, idle namespaces
const before = readHeap()
run(Number(process.argv[2]))
console.log(readHeap() - before)

function run(requests: number): void {
  for (let at = 0; at < requests; at += 5) {
    const headers = at % 50 === 0 ? { 'x-mock-namespace': `n${at}` } : {}
    const path = `/2016-08-15/services/s${at}`
    send('POST', '/2016-08-15/services', { serviceName: `s${at}` }, headers)
    send('GET', path, undefined, headers)
    send('POST', '/2016-08-15/services', '{"serviceName":', headers)
    send('GET', `${path}/functions/none`, undefined, { ...headers, prefer: 'error=AccessDenied' })
    send('DELETE', path, undefined, headers)
    // A namespace in which something was stored stays until it is dropped.
    if (at % 50 === 0) emulator.reset({ namespace: `n${at}` })
  }
}

function readHeap(): number {
  if (!globalThis.gc) throw new Error('start this process with --expose-gc')
  for (let time = 0; time < 3; time += 1) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
