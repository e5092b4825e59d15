/** The account and the key pair that the clients of these tests use. Nothing else knows them. */
export const accountId = '123456789012'
export const accessKey = { id: 'test-key-id', secret: 'test-key-secret' }

/** Asks every request for a signature by that key, and verifies it. */
export const verified = { auth: { mode: 'verify', credentials: [accessKey] } } as const

/** Keys that the mock does not take: one whose secret is another, and one that it has never heard of. */
export const wrongKey = { ...accessKey, secret: 'another-secret' }
export const unknownKey = { ...accessKey, id: 'another-key-id' }
