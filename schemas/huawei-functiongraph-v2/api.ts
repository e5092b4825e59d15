import { z } from 'zod'
import { api } from '../core/api.ts'

export const huaweiFunctionGraphV2 = api({
  id: 'huawei-functiongraph-v2',
  title: 'Huawei Cloud FunctionGraph v2',
  version: 'v2',
  description: 'Huawei Cloud FunctionGraph v2.',
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
