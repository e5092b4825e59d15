import { z } from 'zod'

/** Source: FC-DEF CertConfig. */
export const CertConfig = z
  .object({
    certName: z
      .string()
      .min(1)
      .max(128)
      .regex(/^[a-zA-Z_][\w-]*$/)
      .meta({
        description:
          'Name of the certificate, 1 to 128 characters: letters, digits, underscores and hyphens. The first character must not be a digit or a hyphen.',
        examples: ['my-cert'],
      })
      .optional(),
    certificate: z
      .string()
      .meta({
        description: 'Certificate in PEM format. For a chain, the certificates follow each other.',
        examples: ['-----BEGIN CERTIFICATE----- xxxxx -----END CERTIFICATE-----'],
      })
      .optional(),
    privateKey: z
      .string()
      .meta({
        'x-quirk': ['E14'],
        description: 'Private key of the certificate in PEM format. Real servers do not return the key.',
        examples: ['-----BEGIN RSA PRIVATE KEY----- xxxxx -----END RSA PRIVATE KEY-----'],
      })
      .optional(),
  })
  .meta({ description: 'An HTTPS certificate.' })
