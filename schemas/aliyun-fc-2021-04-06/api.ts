import { z } from 'zod'
import { api } from '../core/api.ts'

export const aliyunFc20210406 = api({
  id: 'aliyun-fc-2021-04-06',
  title: 'Alibaba Cloud Function Compute 2021-04-06',
  version: '2021-04-06',
  description: 'Alibaba Cloud Function Compute 2021-04-06.',
  pages: [],
  tags: {},
  dialect: {
    basePath: '',
    hosts: [],
    server: { url: 'https://example.com', variables: {} },
    security: {},
    requestIdHeader: 'X-Request-Id',
    errorModel: z.object({}),
    toErrorBody: ({ code, message }) => ({ code, message }),
    codes: { invalid: 'X', malformed: 'X', tooLarge: 'X', unknownPath: 'X', unsupportedMethod: 'X', internal: 'X' },
    nullMeansAbsent: false,
  },
  errors: { X: { status: 400, meaning: '', message: '' } },
  models: {},
  operations: {},
  quirks: [],
})
