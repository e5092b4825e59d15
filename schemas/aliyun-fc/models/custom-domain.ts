import { z } from 'zod'
import { CertConfig } from './cert-config.ts'
import { RouteConfig } from './route-config.ts'
import { TLSConfig } from './tls-config.ts'
import { WAFConfig } from './waf-config.ts'

export const DomainProtocol = z.enum(['HTTP', 'HTTPS', 'HTTP,HTTPS']).meta({
  description: 'Protocols of the domain. HTTP: only HTTP. HTTPS: only HTTPS. HTTP,HTTPS: both.',
  examples: ['HTTP'],
})

/** The settings of a domain, in requests and in responses. */
const settings = {
  protocol: DomainProtocol.optional(),
  routeConfig: RouteConfig.meta({
    'x-quirk': ['E17'],
    description: 'Routes of the domain, from paths to functions.',
  }).optional(),
  certConfig: CertConfig.meta({ 'x-quirk': ['E14'], description: 'Certificate for HTTPS.' }).optional(),
  tlsConfig: TLSConfig.meta({ description: 'TLS settings.' }).optional(),
  wafConfig: WAFConfig.meta({ description: 'Settings of the web application firewall.' }).optional(),
}

/** Source: FC-DEF CreateCustomDomain, body. */
export const CreateCustomDomainInput = z
  .object({
    domainName: z
      .string()
      .regex(/^([a-z0-9A-Z][-a-z0-9A-Z]{0,62}\.)+[a-zA-Z]{2,}$/)
      .meta({
        'x-quirk': ['E16', 'E19'],
        'x-keyword-provenance': { pattern: 'observed' },
        description: 'Domain name. It must have an ICP filing with Alibaba Cloud.',
        examples: ['example.com'],
      }),
    ...settings,
  })
  .meta({ description: 'A custom domain to create.' })

/** Source: FC-DEF UpdateCustomDomain, body. */
export const UpdateCustomDomainInput = z
  .object(settings)
  .meta({ description: 'Changes to a custom domain. An absent field stays unchanged.' })

/** Source: FC-DEF GetCustomDomain, response 200. The other responses have the same fields. */
export const CustomDomain = z
  .object({
    domainName: z
      .string()
      .meta({ 'x-quirk': ['E12'], description: 'Domain name.', examples: ['example.com'] })
      .optional(),
    accountId: z
      .string()
      .meta({
        'x-quirk': ['E12'],
        description: 'Id of the Alibaba Cloud account that owns the domain.',
        examples: ['1986114123434305'],
      })
      .optional(),
    apiVersion: z
      .string()
      .meta({ 'x-quirk': ['E15'], description: 'Version of the API.', examples: ['2016-08-15'] })
      .optional(),
    createdTime: z
      .string()
      .meta({
        'x-quirk': ['E12'],
        description: 'Time when the domain was created, in UTC.',
        examples: ['2020-07-27T08:02:19Z'],
      })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        'x-quirk': ['E12'],
        description: 'Time when the domain was last updated, in UTC.',
        examples: ['2020-07-27T08:02:19Z'],
      })
      .optional(),
    ...settings,
  })
  .meta({ description: 'A custom domain.' })

/** Source: FC-DEF ListCustomDomains, response 200. */
export const ListCustomDomainsOutput = z
  .object({
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['example.com'] })
      .optional(),
    customDomains: z
      .array(CustomDomain)
      .meta({ description: 'Custom domains on this page, sorted by name.' })
      .optional(),
  })
  .meta({ description: 'One page of custom domains.' })
