// Verifies the mock with the command. The reference run starts a second mock.
import { execFile } from 'node:child_process'
import { serve } from 'faas-contracts/mocks/node'

const mock = await serve({ port: 0 })
const args = ['verify', 'aliyun-fc-2016-08-15', '--url', mock.url, '--grep', 'GetService', '--grep', 'sequence-1']
execFile('faas-contracts', args, (error, output) => {
  console.log(`${/^conformant/m.exec(output)?.[0] ?? output}, exit code ${error?.code ?? 0}`)
  void mock.close()
})
