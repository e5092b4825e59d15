import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { toFunction, zip, zipChecksum } from './fc2-client.ts'

/** The code of a function is downloaded from its URL without credentials. A version keeps its own code. */
export async function liveThroughCode(client: FC): Promise<void> {
  await client.createService('code')
  await client.createFunction('code', toFunction('f'))
  const first = (await client.getFunctionCode('code', 'f')).data
  expect(first.checksum).toBe(zipChecksum)
  expect(await download(first.url)).toEqual(zip)

  await client.publishVersion('code')
  const next = Buffer.from('other bytes \0\u00ff')
  const { data } = await client.updateFunction('code', 'f', { code: { zipFile: next.toString('base64') } })
  const second = (await client.getFunctionCode('code', 'f')).data
  expect(second.checksum).toBe(data.codeChecksum)
  expect(second.checksum).not.toBe(zipChecksum)
  expect(await download(second.url)).toEqual(next)

  const published = (await client.getFunctionCode('code', 'f', {}, '1')).data
  expect(published.checksum).toBe(zipChecksum)
  expect(await download(published.url)).toEqual(zip)

  await client.deleteVersion('code', '1')
  await client.deleteFunction('code', 'f')
  await client.deleteService('code')
}

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url)
  expect(response.status, url).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
