import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: samples of 003 and 000; types are what the SDK declares. */
export const DNSOption = z
  .object({
    name: z
      .string()
      .meta({ description: 'Name of the resolver option.', examples: ['ndots'] })
      .optional(),
    value: z
      .string()
      .meta({ description: 'Value of the resolver option, as text.', examples: ['2'] })
      .optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: 'One option of resolv.conf.' })

/** Source: samples of 003 and 000; types are what the SDK declares. */
export const CustomDNS = z
  .object({
    nameServers: z
      .array(z.string())
      .meta({ description: 'IP addresses of the name servers.', examples: [['8.8.x.x']] })
      .optional(),
    searches: z
      .array(z.string())
      .meta({
        description: 'Domains that are appended to a name that is not fully qualified.',
        examples: [['ns1.svc.cluster-domain.example']],
      })
      .optional(),
    dnsOptions: z.array(DNSOption).meta({ description: 'Resolver options.' }).optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: "Name resolution inside the function's instances." })
