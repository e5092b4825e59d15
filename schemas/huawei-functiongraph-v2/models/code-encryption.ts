import { z } from 'zod'
import { defined } from '../../core/provenance.ts'

/** The key of the code, in requests and responses. Source: the vendor's definition. */
export const codeEncryption = {
  code_encrypt_kms_key_id: z
    .string()
    .meta({
      ...defined,
      description: 'Id of the KMS key that encrypts the code.',
      examples: ['9f3c7a52-1b0d-4c6e-8a2f-5d4e3c2b1a09'],
    })
    .optional(),
}
