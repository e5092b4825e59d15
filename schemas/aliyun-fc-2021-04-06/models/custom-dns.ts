import { z } from 'zod'
import { defined } from '../../core/provenance.ts'

/** Source: FC-DEF, and the samples of 003 and 000. */
export const DNSOption = z
  .object({
    name: z.string().meta({ description: 'Name of the resolver option.', examples: ['ndots'] }),
    value: z
      .string()
      .meta({ description: 'Value of the resolver option, as a string.', examples: ['2'] })
      .optional(),
  })
  .meta({ ...defined, 'x-quirk': ['B16'], description: 'One option of resolv.conf.' })

/** Source: FC-DEF, and the samples of 003 and 000. */
export const CustomDNS = z
  .object({
    nameServers: z
      .array(z.string())
      .meta({ description: 'IP addresses of the DNS servers.', examples: [['8.8.x.x']] })
      .optional(),
    searches: z
      .array(z.string())
      .meta({
        description: 'Search domains, which are appended to names that are not fully qualified.',
        examples: [['ns1.svc.cluster-domain.example']],
      })
      .optional(),
    dnsOptions: z.array(DNSOption).meta({ description: 'Resolver options.' }).optional(),
  })
  .meta({ ...defined, 'x-quirk': ['B16'], description: 'DNS settings of the instances.' })
