import type { updateCustomDomain as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-custom-domain.ts'
import { toDomainResponse } from '../../aliyun-fc/domain-response.ts'
import { changeDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const updateCustomDomain: FcHandler<typeof operation> = ({ path, body, ...work }) => ({
  status: 200,
  body: toDomainResponse(changeDomain(work, path.domainName, body)),
})
