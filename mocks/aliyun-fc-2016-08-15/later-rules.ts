import { checkEnvironment, checkName, checkTimer } from '../aliyun-fc/later-rules.ts'
import type { CheckLaterRules } from '../core/handler.ts'

const all =
  (...checks: readonly CheckLaterRules[]): CheckLaterRules =>
  (body, addRule) => {
    for (const check of checks) check(body, addRule)
  }

/** Objects that source 004 does not mention at all. The marks of their schemas only describe their contents. */
const checkLaterFields: CheckLaterRules = (body, addRule) => {
  for (const field of ['customDNS', 'customRuntimeConfig', 'instanceLifecycleConfig']) {
    if (body[field] !== undefined) addRule(field, 'it is undocumented')
  }
}

/** Source 004 requires code, but the image of a custom container contains it (W5). */
const addMissingCode: CheckLaterRules = (body, addRule) => {
  if (body.runtime !== 'custom-container' || body.code !== undefined) return
  addRule('code', 'it is required')
  body.code = {}
}

/** What FC 2016-08-15 accepts although newer pages forbid it, and the other way round. */
export const laterRules = {
  createService: checkName('serviceName', 128),
  createFunction: all(checkName('functionName', 64), checkEnvironment, checkLaterFields, addMissingCode),
  updateFunction: all(checkEnvironment, checkLaterFields),
  createTrigger: all(checkName('triggerName', 128), checkTimer),
  updateTrigger: checkTimer,
  createAlias: checkName('aliasName', 128),
} satisfies Readonly<Record<string, CheckLaterRules>>
