/** The account and the key pair of the clients in these tests. */
export const accountId = '123456789012'
export const accessKey = { id: 'test-key-id', secret: 'test-key-secret' }

/** Requires and verifies a signature with this key. */
export const verified = { auth: { mode: 'verify', credentials: [accessKey] } } as const

/** Keys that the mock does not accept: one with another secret, and an unknown one. */
export const wrongKey = { ...accessKey, secret: 'another-secret' }
export const unknownKey = { ...accessKey, id: 'another-key-id' }
