export const publishVersionRequest = {
  summary: 'A version with a description',
  value: { description: 'test_description' },
}

/** The sample of FC-DEF PublishServiceVersion. */
export const version = {
  summary: 'A version',
  value: {
    versionId: '1',
    description: 'test_description',
    createdTime: '2016-08-15T16:06:05.000+0000',
    lastModifiedTime: '2016-08-15T16:06:05.000+0000',
  },
}

export const versions = {
  summary: 'A page of versions, with a token for the next page',
  value: { versions: [version.value], direction: 'BACKWARD' as const, nextToken: 'eJhojW7N0c3Vt' },
}
