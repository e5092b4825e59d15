import type { deleteAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-alias.ts'
import { dropAlias } from '../../aliyun-fc/aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findServiceOfAlias } from '../../aliyun-fc/lookup.ts'

export const deleteAlias: FcHandler<typeof operation> = ({ path, header, ...work }) => {
  dropAlias(work, findServiceOfAlias(work.state.current, path, work.apiError), header['If-Match'])
  return { status: 204 }
}
