import type { listCustomDomains as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-custom-domains.ts'
import { listDomains } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const listCustomDomains: FcHandler<typeof operation> = ({ query, ...work }) => ({
  status: 200,
  body: listDomains(work, query),
})
