/** The account and the key pair that the clients of these tests use. Nothing else knows them. */
export const accountId = '123456789012'
export const accessKey = { id: 'test-key-id', secret: 'test-key-secret' }

/** A secret that signs nothing that the mock accepts. */
export const wrongSecret = 'wrong-secret'
