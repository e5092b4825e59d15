import type { getTempBucketToken as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-temp-bucket-token.ts'
import { regionId } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toSecondTime } from '../../aliyun-fc/time.ts'

export const getTempBucketToken: FcHandler<typeof operation> = ({ clock, ids }) => ({
  status: 200,
  body: {
    credentials: {
      AccessKeyId: `STS.${ids.etag()}`,
      AccessKeySecret: ids.etag(),
      SecurityToken: ids.etag(),
      Expiration: toSecondTime(clock.now() + lifetimeMs),
    },
    ossRegion: `oss-${regionId}`,
    ossBucket: `fc-temp-${regionId}`,
    objectName: ids.uuid(),
  },
})

const lifetimeMs = 3_600_000
