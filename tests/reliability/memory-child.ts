import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { testClient } from '../../mocks/core/testing/client.ts'

/**
 * Prints how many bytes the heap of a mock has grown after many requests that store nothing. It runs in its own process
 * (`--expose-gc`), so that the heap contains nothing else. Its argument is the number of requests.
 */
const { emulator } = createMock()
const send = testClient(emulator)

run(20_000) // creates validators, hidden classes, a full request log and idle namespaces
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
    // A namespace with stored state is kept until it is dropped.
    if (at % 50 === 0) emulator.reset({ namespace: `n${at}` })
  }
}

function readHeap(): number {
  if (!globalThis.gc) throw new Error('start this process with --expose-gc')
  for (let time = 0; time < 3; time += 1) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
