import { parseJson } from '../../schemas/core/lib/json.ts'
import { checkEnvironment, checkTimer } from '../aliyun-fc/later-rules.ts'
import type { CheckLaterRules } from '../core/handler.ts'

/** FC 2016 and some clients send the settings as an object, which the mock accepts unless it is strict (D3). */
const acceptObject: CheckLaterRules = (body, addRule) => {
  const { triggerConfig } = body
  if (typeof triggerConfig !== 'object' || triggerConfig === null || Array.isArray(triggerConfig)) return
  addRule('triggerConfig', 'it must be the text of a JSON object')
  body.triggerConfig = JSON.stringify(triggerConfig)
}

const checkTrigger: CheckLaterRules = (body, addRule) => {
  acceptObject(body, addRule)
  if (typeof body.triggerConfig !== 'string') return
  checkTimer({ ...body, triggerConfig: parseJson(body.triggerConfig) }, addRule)
}

/** What the mock accepts although FC-DEF or other pages of the vendor forbid it. */
export const laterRules = {
  createFunction: checkEnvironment,
  updateFunction: checkEnvironment,
  createTrigger: checkTrigger,
  updateTrigger: checkTrigger,
} satisfies Readonly<Record<string, CheckLaterRules>>
