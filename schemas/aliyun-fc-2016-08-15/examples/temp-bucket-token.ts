export const tempBucketToken = {
  summary: 'A place for one upload',
  value: {
    credentials: {
      AccessKeyId: 'STS.abc',
      AccessKeySecret: 'a-secret',
      SecurityToken: 'a-token',
      Expiration: '2016-08-15T16:00:00Z',
    },
    ossRegion: 'oss-cn-hangzhou',
    ossBucket: 'fc-temp-cn-hangzhou',
    objectName: '0c8f6e2b7a91',
  },
}
