/** From the field examples of 004 Definitions, Version. */
export const publishVersionRequest = {
  summary: 'A version with a description',
  value: { description: 'my service version' },
}

export const version = {
  summary: 'A version',
  value: {
    versionId: '1',
    description: 'my service version',
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T17:00:00.000+0000',
  },
}

export const versions = {
  summary: 'A page of versions, with a token for the next page',
  value: {
    versions: [{ ...version.value, versionId: '2', description: 'my next service version' }, version.value],
    nextToken: 'MQ==',
    direction: 'BACKWARD',
  },
}
