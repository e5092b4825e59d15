const byCredentials = 'a cause of its own in core/auth/real-causes.test.ts, for every operation'

/** Error codes that no request of the tests of real causes can cause, and why. */
export const causedElsewhere = {
  AccessDenied: byCredentials,
  InvalidAccessKeyId: byCredentials,
  SignatureNotMatch: byCredentials,
  RequestTimeTooSkewed: byCredentials,
  ConcurrentUpdateError: 'the emulator returns one request at a time; it can be forced',
  ResourceExhausted: 'the emulator has no quotas; it can be forced',
  ResourceThrottled: 'the emulator has no limit of requests; it can be forced',
  InternalServerError: 'a defect of the mock, or forced',
} as const
