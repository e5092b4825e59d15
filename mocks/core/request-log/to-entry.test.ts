import { expect, test } from 'vitest'
import { apis } from '../../../schemas/apis.ts'
import { toClauseUrls, toLinkedSources } from '../../../schemas/core/clause-links.ts'
import { toGoverningSources } from '../../../schemas/core/source.ts'
import { apiMocks } from '../../apis.ts'
import { toEndpoint } from '../endpoint.ts'
import { createRecord } from './request-record.ts'
import { toEntry } from './to-entry.ts'

test.each(apiMocks.map((mock) => [mock.api.id, mock] as const))(
  '%s: a rule links to the source that it cites',
  (id, mock) => {
    const linked = toLinkedSources(apis.find((api) => api.id === id) ?? expect.fail())
    const endpoints = Object.entries(mock.api.operations).map(([key, operation]) => toEndpoint(mock, key, operation))
    for (const endpoint of [...endpoints, undefined]) {
      const governing = toGoverningSources(mock.api).map((source) => source.id)
      const rule = `${endpoint?.citation ?? governing.join(', ')}; a rule of 004 CreateService`
      const { ruleUrl } = toEntry({ ...createRecord(), mock, endpoint, rule }, 0)
      expect(ruleUrl).toBe(toClauseUrls(rule, linked)[0])
      expect(URL.canParse(ruleUrl ?? '')).toBe(true)
    }
    expect(toEntry({ ...createRecord(), mock, endpoint: endpoints[0] }, 0).ruleUrl).toBeUndefined()
  },
)
