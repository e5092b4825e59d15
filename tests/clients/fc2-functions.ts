import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { listAll, toFunction, zipChecksum } from './fc2-client.ts'

/**
 * Functions are created, read, updated, listed over several pages and deleted. They prevent the deletion of their
 * service.
 */
export async function liveThroughFunctions(client: FC): Promise<void> {
  await client.createService('functions')
  for (const functionName of ['five', 'four', 'one', 'three', 'two']) {
    const environmentVariables = { NAME: functionName }
    const { data } = await client.createFunction('functions', { ...toFunction(functionName), environmentVariables })
    expect(data).toMatchObject({ functionName, memorySize: 128, codeSize: 9, codeChecksum: zipChecksum })
  }
  const one = await client.getFunction('functions', 'one')
  expect(one.data).toMatchObject({ environmentVariables: { NAME: 'one' } })
  await expect(client.createFunction('functions', toFunction('one'))).rejects.toMatchObject({
    code: 'FunctionAlreadyExists',
  })

  expect(await listNames(client, 2)).toEqual([['five', 'four'], ['one', 'three'], ['two']])
  expect((await client.listFunctions('functions', { prefix: 't' })).data.functions).toHaveLength(2)

  const fresh = { 'if-match': one.headers.etag }
  const changed = await client.updateFunction('functions', 'one', { memorySize: 512, timeout: 30 }, fresh)
  expect(changed.data).toMatchObject({ memorySize: 512, timeout: 30, handler: 'index.handler', codeSize: 9 })
  await expect(client.updateFunction('functions', 'one', { timeout: 31 }, fresh)).rejects.toMatchObject({
    code: 'PreconditionFailed',
  })
  await expect(client.updateFunction('functions', 'one', { memorySize: 100 })).rejects.toMatchObject({
    code: 'InvalidArgument',
    message: expect.stringContaining('memorySize: must be at least 128'),
  })
  const cleared = await client.updateFunction('functions', 'one', { environmentVariables: {} })
  expect(cleared.data).toMatchObject({ environmentVariables: {}, memorySize: 512 })

  await expect(client.deleteService('functions')).rejects.toMatchObject({ code: 'ServiceNotEmpty' })
  await expect(client.deleteFunction('functions', 'one', {}, fresh)).rejects.toMatchObject({
    code: 'PreconditionFailed',
  })
  for (const name of (await listNames(client, 100)).flat()) await client.deleteFunction('functions', name)
  await expect(client.getFunction('functions', 'one')).rejects.toMatchObject({ code: 'FunctionNotFound' })
  await client.deleteService('functions')
}

function listNames(client: FC, limit: number) {
  return listAll(async (nextToken) => {
    const { data } = await client.listFunctions('functions', { limit, ...(nextToken && { nextToken }) })
    return { items: data.functions.map(({ functionName }) => String(functionName)), nextToken: data.nextToken }
  })
}
