import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { fcState as state } from '../aliyun-fc/state.ts'
import { completeApiMock } from '../core/handler.ts'
import { authProfile } from './auth.ts'
import { serveCodeAddress } from './code-address.ts'
import { createAlias } from './handlers/create-alias.ts'
import { createFunction } from './handlers/create-function.ts'
import { createService } from './handlers/create-service.ts'
import { createTrigger } from './handlers/create-trigger.ts'
import { deleteAlias } from './handlers/delete-alias.ts'
import { deleteFunction } from './handlers/delete-function.ts'
import { deleteService } from './handlers/delete-service.ts'
import { deleteTrigger } from './handlers/delete-trigger.ts'
import { deleteVersion } from './handlers/delete-version.ts'
import { getAlias } from './handlers/get-alias.ts'
import { getFunction } from './handlers/get-function.ts'
import { getFunctionCode } from './handlers/get-function-code.ts'
import { getService } from './handlers/get-service.ts'
import { getTrigger } from './handlers/get-trigger.ts'
import { invokeFunction } from './handlers/invoke-function.ts'
import { listAliases } from './handlers/list-aliases.ts'
import { listFunctions } from './handlers/list-functions.ts'
import { listServices } from './handlers/list-services.ts'
import { listTriggers } from './handlers/list-triggers.ts'
import { listVersions } from './handlers/list-versions.ts'
import { publishVersion } from './handlers/publish-version.ts'
import { updateAlias } from './handlers/update-alias.ts'
import { updateFunction } from './handlers/update-function.ts'
import { updateService } from './handlers/update-service.ts'
import { updateTrigger } from './handlers/update-trigger.ts'
import { seedServices } from './seed.ts'

/** Function Compute 2016-08-15. Every operation has a handler. */
export const aliyunFc20160815Mock = completeApiMock({
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
    getFunctionCode,
    invokeFunction,
    createTrigger,
    listTriggers,
    getTrigger,
    updateTrigger,
    deleteTrigger,
    publishVersion,
    listVersions,
    deleteVersion,
    createAlias,
    listAliases,
    getAlias,
    updateAlias,
    deleteAlias,
  },
  // The source has the name ETag. Clients that use case-sensitive header names read the other form.
  headerNames: { ETag: 'Etag' },
  serveAddress: serveCodeAddress,
  authProfile,
  seed: seedServices,
})
