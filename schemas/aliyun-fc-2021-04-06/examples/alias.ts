/** Its name is the example of qualifiers. */
export const aliasOfOneVersion = {
  summary: 'An alias of one version',
  value: { aliasName: 'prod', versionId: '1' },
}

/** The sample of FC-DEF CreateAlias, with a version id in the weights (D10). */
export const createAliasRequest = {
  summary: 'An alias that sends 5 % of the invocations to a second version',
  value: {
    aliasName: 'alias_test',
    versionId: '1',
    description: 'test_description',
    additionalVersionWeight: { '2': 0.05 },
    resolvePolicy: 'Random' as const,
    routePolicy: {
      condition: 'AND' as const,
      policyItems: [{ type: 'Header' as const, key: 'x-test-uid', value: '11111', operator: '=' as const }],
    },
  },
}

export const updateAliasRequest = {
  summary: 'A new version, and conditions instead of weights',
  value: { versionId: '2', resolvePolicy: 'Content' as const },
}

export const alias = {
  summary: 'An alias',
  value: {
    ...createAliasRequest.value,
    createdTime: '2020-04-23T06:32:43Z',
    lastModifiedTime: '2020-04-23T06:32:43Z',
  },
}

export const updatedAlias = {
  summary: 'The alias after the update',
  value: { ...alias.value, ...updateAliasRequest.value },
}

export const aliases = {
  summary: 'A page of aliases, with a token for the next page',
  value: { aliases: [alias.value], nextToken: '8bj81uI8n0c3Vt' },
}
