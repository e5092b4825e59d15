import type { z } from 'zod'
import type { CustomDomain } from '../../schemas/aliyun-fc/models/custom-domain.ts'
import type { StoredDomain } from './account-resources.ts'

/** A custom domain. The private key is never returned (E14). */
export function toDomainResponse(domain: StoredDomain): z.input<typeof CustomDomain> {
  const { domainName, accountId, settings, createdTime, lastModifiedTime } = domain
  const { certConfig, ...others } = settings
  const { privateKey: _, ...shown } = certConfig ?? {}
  return {
    domainName,
    accountId,
    apiVersion,
    createdTime,
    lastModifiedTime,
    ...others,
    ...(certConfig && { certConfig: shown }),
  }
}

/** The version in every example of FC-DEF (E15). */
const apiVersion = '2016-08-15'
