import { crc32 } from 'node:zlib'

/** A zip archive that stores its files uncompressed: the same bytes for the same files. */
export function toZip(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path)
    const content = Buffer.from(text)
    const facts = toFacts(name, content)
    const header = Buffer.concat([toUint32(localSignature), facts, name])
    local.push(header, content)
    central.push(
      Buffer.concat([
        toUint32(centralSignature),
        toUint16(version),
        facts,
        Buffer.alloc(10), // no comment, first disk, no attributes
        toUint32(offset),
        name,
      ]),
    )
    offset += header.length + content.length
  }
  const directory = Buffer.concat(central)
  const count = toUint16(central.length)
  const end = [toUint32(endSignature), Buffer.alloc(4), count, count, toUint32(directory.length), toUint32(offset)]
  return Buffer.concat([...local, directory, ...end, Buffer.alloc(2)])
}

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
/** Of the format, 2.0, which every reader knows. */
const version = 20
/** 1980-01-01, the first day that the format can say. */
const firstDay = 0x0021

/** What local and central headers have in common: version, flags, method, time, date, checksum, sizes, name length. */
function toFacts(name: Uint8Array, content: Uint8Array): Uint8Array {
  return Buffer.concat([
    toUint16(version),
    Buffer.alloc(6), // no flags, stored, midnight
    toUint16(firstDay),
    toUint32(crc32(content)),
    toUint32(content.length),
    toUint32(content.length),
    toUint16(name.length),
    toUint16(0),
  ])
}

function toUint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8)
}

function toUint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
