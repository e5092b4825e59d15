import FC from '@alicloud/fc2'
import { accessKey, accountId } from './access-keys.ts'

/**
 * The unmodified npm package `@alicloud/fc2`. Without an endpoint it uses the host of the vendor. It sends `Host`
 * without the port of its endpoint, so URLs in responses cannot be built from that header.
 */
export function fc2Client(endpoint?: string, key = accessKey): FC {
  return new FC(accountId, {
    accessKeyID: key.id,
    accessKeySecret: key.secret,
    region: 'cn-hangzhou',
    ...(endpoint !== undefined && { endpoint }),
  })
}

/** The nine bytes whose CRC-64 is a published check value: the code of the functions in these tests. */
export const zip = Buffer.from('123456789')
export const zipChecksum = '11051210869376104954'

/** A function with a name, ready to be created. */
export function toFunction(functionName: string) {
  return { functionName, handler: 'index.handler', runtime: 'nodejs8', code: { zipFile: zip.toString('base64') } }
}

/** All pages of a list, as they were returned. */
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
