import type { z } from 'zod'
import type { FunctionResponse } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import type { ServiceResponse, ServiceSummary } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import type { StoredFunction, StoredService } from './state.ts'

/** A service as every answer about one shows it; the four settings have a value even where none was sent. */
export function toServiceAnswer(service: StoredService): z.input<typeof ServiceResponse> {
  return {
    serviceId: service.serviceId,
    serviceName: service.serviceName,
    description: '',
    role: '',
    logConfig: {},
    internetAccess: true,
    ...service.settings,
    createdTime: service.createdTime,
    lastModifiedTime: service.lastModifiedTime,
  }
}

/** A service in a list: page 004 leaves `nasConfig` out. */
export function toServiceSummary(service: StoredService): z.input<typeof ServiceSummary> {
  const { nasConfig: _, ...summary } = toServiceAnswer(service)
  return summary
}

export function toFunctionAnswer(stored: StoredFunction): z.input<typeof FunctionResponse> {
  return {
    functionId: stored.functionId,
    functionName: stored.functionName,
    ...stored.settings,
    environmentVariables: stored.settings.environmentVariables ?? {},
    codeSize: stored.code.size,
    codeChecksum: stored.code.checksum,
    createdTime: stored.createdTime,
    lastModifiedTime: stored.lastModifiedTime,
  }
}
