import { generateKeyPairSync, sign } from 'node:crypto'
import type { TlsFiles } from '../http/node-tls.ts'

/** A new key, and a certificate of `localhost` and `127.0.0.1` that vouches for itself: no key need be committed. */
export function selfSigned(): TlsFiles & { readonly cert: string; readonly key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(objectId([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]))
  const name = sequence(node(0x31, sequence(objectId([0x55, 0x04, 0x03]), node(0x0c, Buffer.from('localhost')))))
  const validity = sequence(node(0x17, Buffer.from('200101000000Z')), node(0x18, Buffer.from('21000101000000Z')))
  const names = sequence(node(0x82, Buffer.from('localhost')), node(0x87, Buffer.from([127, 0, 0, 1])))
  const subjectAltName = sequence(objectId([0x55, 0x1d, 0x11]), node(0x04, names))
  const version3 = node(0xa0, node(0x02, Buffer.from([2])))
  const serial = node(0x02, Buffer.from([1]))
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' })
  const extensions = node(0xa3, sequence(subjectAltName))
  const toBeSigned = sequence(version3, serial, ecdsaWithSha256, name, validity, name, subjectKey, extensions)
  const signature = node(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey))
  return {
    cert: toPem('CERTIFICATE', sequence(toBeSigned, ecdsaWithSha256, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function sequence(...parts: Buffer[]): Buffer {
  return node(0x30, ...parts)
}

function objectId(bytes: readonly number[]): Buffer {
  return node(0x06, Buffer.from(bytes))
}

/** One node of DER: a tag, a length and what is in it. */
function node(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}

function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
