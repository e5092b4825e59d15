import type { deleteFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-function.ts'
import { dropFunction } from '../../aliyun-fc/functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const deleteFunction: FcHandler<typeof operation> = ({ path, header, ...work }) => {
  dropFunction(work, path, header['If-Match'])
  return { status: 204 }
}
