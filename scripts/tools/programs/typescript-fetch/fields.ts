import type { Alias, ModelError } from './aliyun-fc-2016-08-15/index'

export const error: Required<ModelError> = { errorCode: '', errorMessage: '' }
export const alias: Alias = { aliasName: 'a', versionId: '1' }
