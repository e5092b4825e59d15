import type { Case } from './fault-case.ts'
import { kinds } from './kinds.ts'
import { breakDown } from './operation-faults.ts'

const names =
  /^(json-with-(trailing-comma|comment)|unknown-field|nul-character|proto-key|out-of-range-number|deeply-nested-body|invalid-utf-8|field-name-in-other-case|object-of-nulls)-is-/

const isEdgeCase =
  /noSuchField|,\}$|\/\*|:\{"\w+":null|[{,]"(Code|Handler|Runtime|TriggerType|TriggerConfig|SourceArn|InvocationRole)":/

/** Servers that fail at unusual JSON bodies. */
export const malformedBodyFaults: readonly Case[] = kinds
  .flatMap(({ create, update }) => [create.id, update.id])
  .concat('PublishVersion')
  .map((id) => ({
    name: `${id} fails at malformed bodies`,
    fault: {
      alter: (response, { operation, body }) => {
        if (operation === id && isEdgeCase.test(body)) breakDown(response)
      },
    },
    fails: (check) => check.operation === id && names.test(check.name),
  }))
