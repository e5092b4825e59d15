import { operation, response } from '../../core/operation.ts'
import { tempBucketToken } from '../examples/temp-bucket-token.ts'
import { TempBucketToken } from '../models/temp-bucket-token.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getTempBucketToken. */
export const getTempBucketToken = operation({
  ...observedAs('getTempBucketToken'),
  id: 'GetTempBucketToken',
  summary: 'Get a place for an upload',
  description: 'Returns a place in OSS and a temporary access key, so that a client can upload the code of a layer.',
  method: 'get',
  path: '/tempBucketToken',
  quirks: ['W20', 'W25'],
  params: { path: {} },
  success: {
    200: response(TempBucketToken, { description: 'The place and the access key.', examples: { tempBucketToken } }),
  },
  observedErrors: observedAnywhere,
})
