import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { apiMock } from '../core/handler.ts'
import { createFunction } from './handlers/create-function.ts'
import { createService } from './handlers/create-service.ts'
import { deleteFunction } from './handlers/delete-function.ts'
import { deleteService } from './handlers/delete-service.ts'
import { getFunction } from './handlers/get-function.ts'
import { getService } from './handlers/get-service.ts'
import { listFunctions } from './handlers/list-functions.ts'
import { listServices } from './handlers/list-services.ts'
import { updateFunction } from './handlers/update-function.ts'
import { updateService } from './handlers/update-service.ts'
import { fcState as state } from './state.ts'

/** Function Compute 2016-08-15: services and functions live, the rest answers from examples. */
export const aliyunFc20160815Mock = apiMock({
  api,
  state,
  handlers: {
    createService,
    listServices,
    getService,
    updateService,
    deleteService,
    createFunction,
    listFunctions,
    getFunction,
    updateFunction,
    deleteFunction,
  },
  // The page writes ETag; clients that index raw header names look for the other.
  spellings: { ETag: 'Etag' },
})
