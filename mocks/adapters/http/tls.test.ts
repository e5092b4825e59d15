import { once } from 'node:events'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { createCertificate } from '../testing/certificate.ts'
import { serve } from './node.ts'
import { checkTls, type TlsError, type TlsFiles } from './tls.ts'

const tls = await createCertificate()

test('with a certificate and a key the mock serves HTTPS, and its url shows it', async () => {
  const served = await serve({ port: 0, tls: { cert: Buffer.from(tls.cert), key: tls.key } })
  onTestFinished(served.close)
  expect(served.url).toBe(`https://127.0.0.1:${served.port}`)
  const [response] = await once(httpsRequest(`${served.url}/_mock/health`, { ca: tls.cert }).end(), 'response')
  expect(JSON.parse(await text(response))).toMatchObject({ status: 'ok' })
})

test('an unfinished handshake does not delay closing', async () => {
  const served = await serve({ port: 0, tls })
  const socket = connect(served.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const start = performance.now()
  await served.close()
  expect(performance.now() - start).toBeLessThan(3000)
})

test('after bytes that are not TLS the server continues', async () => {
  const served = await serve({ port: 0, tls })
  onTestFinished(served.close)
  const socket = connect(served.port, '127.0.0.1').on('error', () => {})
  socket.end('GET / HTTP/1.1\r\n\r\n')
  await once(socket.resume(), 'close')
  const [response] = await once(httpsRequest(`${served.url}/_mock/health`, { ca: tls.cert }).end(), 'response')
  expect(response.statusCode).toBe(200)
})

test.each<[string, TlsFiles, TlsError['part'], string]>([
  ['an empty certificate', { ...tls, cert: '' }, 'cert', 'the certificate is empty'],
  ['an empty key', { ...tls, key: new Uint8Array() }, 'key', 'the key is empty'],
  ['a key as the certificate', { ...tls, cert: tls.key }, 'cert', 'it contains no certificate in PEM form'],
  ['a certificate as the key', { ...tls, key: tls.cert }, 'key', 'it contains no private key in PEM form'],
  ['bytes that are not text', { ...tls, cert: new Uint8Array([255, 0, 254]) }, 'cert', 'it contains no certificate'],
  ['half a certificate', { ...tls, cert: tls.cert.slice(0, 200) }, 'cert', 'it contains no certificate in PEM form'],
  [
    'a key of another certificate',
    { ...tls, key: (await createCertificate()).key },
    'pair',
    'the key does not match the certificate',
  ],
])('%s is rejected with a clear message', async (_, files, part, reason) => {
  expect(() => checkTls(files)).toThrow(expect.objectContaining({ name: 'TlsError', part }))
  await expect(serve({ port: 0, tls: files })).rejects.toThrow(reason)
})
