import { z } from 'zod'

export const TLSVersion = z
  .enum(['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1.0'])
  .meta({ description: 'Version of TLS.', examples: ['TLSv1.0'] })

/** Source: FC-DEF TLSConfig. */
export const TLSConfig = z
  .object({
    minVersion: TLSVersion.meta({ description: 'Lowest version of TLS.', examples: ['TLSv1.0'] }),
    cipherSuites: z
      .array(z.string().meta({ description: 'Name of a cipher suite.', examples: ['TLS_RSA_WITH_RC4_128_SHA'] }))
      .meta({ description: 'Cipher suites.' }),
    maxVersion: TLSVersion.meta({ description: 'Highest version of TLS.', examples: ['TLSv1.3'] }).optional(),
  })
  .meta({ description: 'TLS settings of a custom domain.' })
