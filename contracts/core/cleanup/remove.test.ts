import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import { toExchange } from '../../testing/exchange.ts'
import { removeWithChildren, type Send } from './remove.ts'

test('no child is removed whose name is a dot segment, because a server would remove the parent', async () => {
  const resource = contract.resources.find(({ create }) => create.id === 'CreateService')
  if (!resource) throw new Error('there is no resource')
  const removed: unknown[] = []
  const send: Send = async (operation, input) => {
    if (operation.method === 'delete') removed.push(input?.path)
    const functions = ['..', '.', 'own'].map((functionName) => ({ functionName }))
    return toExchange(operation, operation.id === 'ListFunctions' ? 200 : 409, { functions })
  }
  await removeWithChildren({ resource, path: { serviceName: 's' } }, send, {})
  expect(removed).toEqual([{ serviceName: 's' }, { serviceName: 's', functionName: 'own' }])
})
