/**
 * Credentials of runs against servers that verify signatures. Mutants use them to sign requests again. The key is
 * temporary, so that requests carry a token.
 */
export const access = {
  credentials: { accessKeyId: 'STS.bench', accessKeySecret: 'a-secret-of-the-bench', token: 'a-token-of-the-bench' },
  account: '123456789012',
} as const
