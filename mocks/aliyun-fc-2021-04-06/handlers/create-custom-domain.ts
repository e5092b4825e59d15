import type { createCustomDomain as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-custom-domain.ts'
import { toDomainResponse } from '../../aliyun-fc/domain-response.ts'
import { addDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const createCustomDomain: FcHandler<typeof operation> = ({ body, ...work }) => ({
  status: 200,
  body: toDomainResponse(addDomain(work, body)),
})
