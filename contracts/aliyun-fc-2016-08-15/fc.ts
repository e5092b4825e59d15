import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toFcChecks } from '../aliyun-fc/checks.ts'
import { toCode } from '../aliyun-fc/code-archive.ts'
import { toFc } from '../aliyun-fc/fc.ts'
import { aliasSample, functionSample, serviceSample, toVersion, triggerSample, versionSample } from './samples.ts'
import { crudTolerances, tolerances } from './tolerances.ts'

/** FC 2016-08-15 for the checks of both API versions. */
export const fc = toFc({
  operations: aliyunFc20160815.operations,
  samples: {
    service: serviceSample,
    function: functionSample,
    trigger: triggerSample,
    version: versionSample,
    alias: aliasSample,
  },
  tolerances: { ...tolerances, wrongTag: crudTolerances.wrongTag },
  toCode,
  toVersion,
  toId: (id) => id,
  toOwnSpec: (spec) => spec,
})

/** Defines a check of FC 2016-08-15. */
export const { check } = fc

export const sharedChecks = toFcChecks(fc)
