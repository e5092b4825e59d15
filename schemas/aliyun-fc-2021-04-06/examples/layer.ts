const code = { ossBucketName: 'demo-bucket', ossObjectName: 'demo-key' }

/** From the field examples of FC-DEF CreateLayerVersion, body. */
export const createLayerVersionRequest = {
  summary: 'A layer for Python with its code in OSS',
  value: { description: 'test', compatibleRuntime: ['python3' as const], Code: code },
}

/** The sample of FC-DEF CreateLayerVersion, with the location of OutputCodeLocation and without masked values. */
export const createdLayerVersion = {
  summary: 'The first version of a layer',
  value: {
    layerName: 'MyLayer',
    version: 1,
    description: 'the first layer',
    code: { repositoryType: 'OSS', location: 'https://xyz.oss-cnxxx.aliyuncs.com/xxx/xxx/xxx' },
    codesize: 421,
    codeChecksum: '2825179536350123456',
    createTime: '2022-01-01T11:08:00Z',
    acl: 0 as const,
    compatibleRuntime: ['python3' as const],
    arn: '188077086902#MyLayer#1',
  },
}

/** The sample of FC-DEF GetLayerVersion has empty values. These are the examples of its fields. */
export const layerVersion = {
  summary: 'A version of a layer',
  value: {
    layerName: 'MyLayer',
    version: 1,
    description: 'the first layer',
    code: { repositoryType: 'OSS', location: 'https://xyz.oss-cnxxx.aliyuncs.com/xxx/xxx/xxx' },
    codeSize: 421,
    codeChecksum: '2825179536350123456',
    createTime: '2022-01-01T11:08:00Z',
    acl: 0 as const,
    arn: '188077086902#MyLayer#1',
    arnV2: 'acs:fc:cn-beijing:188077086902:layers/MyLayer/versions/1',
    license: 'MIT',
    compatibleRuntime: ['python3' as const],
  },
}

/** In a list, code has no location (E6). */
const listed = { ...layerVersion.value, code: { repositoryType: 'OSS' } }

export const layers = {
  summary: 'A page of layers, with a token for the next page',
  value: { layers: [listed], nextToken: 'next-layer-name' },
}

export const layerVersions = {
  summary: 'A page of versions, with the first version of the next page',
  value: { layers: [listed], nextVersion: 21 },
}
