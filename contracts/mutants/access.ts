/** The key that signs the runs against servers that ask for signatures, and that their mutants know. Temporary, so that a token goes with it. */
export const access = {
  credentials: { accessKeyId: 'STS.bench', accessKeySecret: 'a-secret-of-the-bench', token: 'a-token-of-the-bench' },
  account: '123456789012',
} as const
