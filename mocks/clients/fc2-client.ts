import FC from '@alicloud/fc2'
import { accessKey, accountId } from './access-keys.ts'

/**
 * The unmodified npm package `@alicloud/fc2`. Without an endpoint it asks the vendor's own host. It sends `Host` without
 * the port of its endpoint, so an address in a response can't be built from that header.
 */
export function fc2Client(endpoint?: string, key = accessKey): FC {
  return new FC(accountId, {
    accessKeyID: key.id,
    accessKeySecret: key.secret,
    region: 'cn-hangzhou',
    ...(endpoint !== undefined && { endpoint }),
  })
}

/** The nine bytes whose CRC-64 every implementation prints: the code of the functions here. */
export const zip = Buffer.from('123456789')
export const zipChecksum = '11051210869376104954'

/** A function that can be created, by its name. */
export function toFunction(functionName: string) {
  return { functionName, handler: 'index.handler', runtime: 'nodejs8', code: { zipFile: zip.toString('base64') } }
}

/** All pages of a list, each page as it came. */
export async function listAll<Item>(
  list: (nextToken?: string) => Promise<{ readonly items: readonly Item[]; readonly nextToken: string | undefined }>,
): Promise<Item[][]> {
  const pages: Item[][] = []
  let nextToken: string | undefined
  do {
    const page = await list(nextToken)
    pages.push([...page.items])
    nextToken = page.nextToken
  } while (nextToken)
  return pages
}
