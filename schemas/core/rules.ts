import type { z } from 'zod'

/**
 * A rule between the fields of one object, which the keywords of a single field cannot express.
 * - `requiredWhen`: `field` must be present while `when.field` has one of `when.in`.
 * - `anyRequired`: at least one of `fields` must be present.
 * - `notTogether`: at most one of the two `fields` may be present.
 * - `notAbove`: if both are present, the number `field` must not exceed the number `limit`.
 * - `matchesWhen`: the text `field` must match `pattern` while `when.field` has one of `when.in`.
 * - `modelOf`: the text `field` must be an object of the model that the value of `by` selects. The model checks it itself.
 */
export type Rule =
  | {
      readonly kind: 'requiredWhen'
      readonly field: string
      readonly when: { readonly field: string; readonly in: readonly string[] }
    }
  | { readonly kind: 'anyRequired'; readonly fields: readonly string[] }
  | { readonly kind: 'notTogether'; readonly fields: readonly [string, string] }
  | { readonly kind: 'notAbove'; readonly field: string; readonly limit: string }
  | {
      readonly kind: 'matchesWhen'
      readonly field: string
      readonly pattern: string
      readonly when: { readonly field: string; readonly in: readonly string[] }
    }
  | {
      readonly kind: 'modelOf'
      readonly field: string
      readonly by: string
      /** The names of the models, by value. */
      readonly models: Readonly<Record<string, string>>
      /** A valid text for each value. */
      readonly examples: Readonly<Record<string, string>>
    }

/**
 * Adds rules to an object schema. zod enforces them. The document shows them as `x-rules`, and OpenAPI 3.1 also as `if`
 * and `then` if possible. Call it before `.meta()`.
 */
export function withRules<S extends z.ZodObject>(schema: S, rules: readonly Rule[]): S {
  return schema
    .superRefine((value, context) => {
      for (const rule of rules) {
        const broken = toBreach(rule, value)
        if (broken) context.addIssue({ code: 'custom', path: [broken.field], message: broken.message })
      }
    })
    .meta({ 'x-rules': rules })
}

/** The invalid field and the reason, or undefined if the value keeps the rule. */
function toBreach(rule: Rule, value: Record<string, unknown>): { field: string; message: string } | undefined {
  switch (rule.kind) {
    case 'requiredWhen': {
      const trigger = value[rule.when.field]
      if (value[rule.field] !== undefined || typeof trigger !== 'string') return
      if (!rule.when.in.includes(trigger)) return
      return { field: rule.field, message: `${toRuleText(rule)}` }
    }
    case 'anyRequired':
      if (rule.fields.some((field) => value[field] !== undefined)) return
      return { field: rule.fields[0] ?? '', message: toRuleText(rule) }
    case 'notTogether':
      if (rule.fields.some((field) => value[field] === undefined)) return
      return { field: rule.fields[0], message: toRuleText(rule) }
    case 'notAbove': {
      const [given, limit] = [value[rule.field], value[rule.limit]]
      if (typeof given !== 'number' || typeof limit !== 'number' || given <= limit) return
      return { field: rule.field, message: toRuleText(rule) }
    }
    case 'matchesWhen': {
      const [given, trigger] = [value[rule.field], value[rule.when.field]]
      if (typeof given !== 'string' || typeof trigger !== 'string' || !rule.when.in.includes(trigger)) return
      return new RegExp(rule.pattern).test(given) ? undefined : { field: rule.field, message: toRuleText(rule) }
    }
    case 'modelOf':
      return
  }
}

/** The rule as text for error messages, documents and reports. */
export function toRuleText(rule: Rule): string {
  switch (rule.kind) {
    case 'requiredWhen':
      return `${rule.field} is required when ${rule.when.field} is ${rule.when.in.join(' or ')}`
    case 'anyRequired':
      return `one of ${rule.fields.join(', ')} is required`
    case 'notTogether':
      return `${rule.fields.join(' and ')} must not be present together`
    case 'notAbove':
      return `${rule.field} must not be above ${rule.limit}`
    case 'matchesWhen':
      return `${rule.field} must match ${rule.pattern} when ${rule.when.field} is ${rule.when.in.join(' or ')}`
    case 'modelOf':
      return `${rule.field} must be valid for ${rule.by}`
  }
}
