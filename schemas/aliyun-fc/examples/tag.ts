const resourceArn = 'acs:fc:cn-shanghai:1880770869021234:services/demo'

/** From the field examples of FC-DEF TagResource. */
export const tags = { summary: 'Two tags', value: { resourceArn, tags: { k1: 'v1', k2: 'v2' } } }

export const untagKeys = { summary: 'One tag to remove', value: { resourceArn, tagKeys: ['k1'], all: false } }

export const untagAll = { summary: 'All tags to remove', value: { resourceArn, all: true } }

export const resourceTags = { summary: 'The tags of a service', value: tags.value }

export const taggedResources = {
  summary: 'A page of services with tags, with a token for the next page',
  value: { nextToken: 'YS1zZXJ2aWNl', resources: [resourceTags.value] },
}
