/** Its name is the example of qualifiers. */
export const aliasOfOneVersion = {
  summary: 'An alias of one version',
  value: { aliasName: 'prod', versionId: '1' },
}

/** From the field examples of 004 Definitions, Alias. The weights have the format that clients send. */
export const createAliasRequest = {
  summary: 'An alias that sends 5 % of the requests to a second version',
  value: {
    aliasName: 'my-alias',
    versionId: '1',
    description: 'my service alias',
    additionalVersionWeight: { '2': 0.05 },
  },
}

export const createAliasAsDocumentedRequest = {
  summary: 'An alias of one version, with the documented field name versionID',
  value: { aliasName: 'my-alias', versionID: '1' },
}

export const updateAliasRequest = {
  summary: 'A new version and description',
  value: { versionId: '3', description: 'my newer service alias' },
}

export const alias = {
  summary: 'An alias',
  value: {
    ...createAliasRequest.value,
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T17:00:00.000+0000',
  },
}

export const updatedAlias = {
  summary: 'The alias after the update',
  value: { ...alias.value, ...updateAliasRequest.value },
}

export const aliases = {
  summary: 'A page of aliases, with a token for the next page',
  value: { aliases: [alias.value], nextToken: 'bXktYWxpYXM=' },
}
