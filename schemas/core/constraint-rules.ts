import type { Edit, Path, Probe, Probes } from './constraint-probes.ts'
import type { Json } from './json-value.ts'
import type { SchemaNode } from './json-schema.ts'
import type { Rule } from './rules.ts'
import { toDocumentedEnum, toMatchingText, toSample } from './sample.ts'

/** The probes of a rule between the fields of the object at `path`. */
export function toRuleProbes(rule: Rule, node: SchemaNode, path: Path, parents: readonly Edit[]): Probes {
  const at = (field: string): Path => [...path, field]
  const set = (field: string): Edit => ({ path: at(field), set: toSample(node.properties?.[field] ?? {}) })
  const remove = (field: string): Edit => ({ path: at(field), remove: true })
  /** Each field alone, also without the fields that another rule forbids together with it. */
  const toAlone = (fields: readonly string[]): Probe[] =>
    fields.map((field) => {
      const rivals = (node['x-rules'] ?? []).flatMap((other) =>
        other.kind === 'notTogether' && other.fields.includes(field) ? other.fields : [],
      )
      return {
        name: `${field}-alone`,
        edits: [...parents, ...[...new Set([...fields, ...rivals])].map(remove), set(field)],
      }
    })
  /** A governing source states nothing about values that it does not list. */
  const toListed = (field: string, values: readonly string[]): readonly string[] => {
    const listed = node.properties?.[field]
    return listed?.enum ? values.filter((value) => toDocumentedEnum(listed).includes(value)) : values
  }
  switch (rule.kind) {
    case 'requiredWhen': {
      const values = toListed(rule.when.field, rule.when.in)
      const toCase = (value: string, last: Edit): Probe => ({
        name: `${rule.when.field}-${value}`,
        edits: [...parents, { path: at(rule.when.field), set: value }, last],
      })
      return {
        accepted: values.map((value) => toCase(value, set(rule.field))),
        rejected: values.map((value) => toCase(value, remove(rule.field))),
      }
    }
    case 'anyRequired':
      return {
        accepted: toAlone(rule.fields),
        rejected: [{ name: 'none', edits: [...parents, ...rule.fields.map(remove)] }],
      }
    case 'notTogether':
      return {
        accepted: toAlone(rule.fields),
        rejected: [{ name: rule.fields.join('-and-'), edits: [...parents, ...rule.fields.map(set)] }],
      }
    case 'notAbove': {
      const [field, limit] = [node.properties?.[rule.field] ?? {}, node.properties?.[rule.limit] ?? {}]
      const value = Math.max(field.minimum ?? 1, limit.minimum ?? 1)
      const past = value + (field.multipleOf ?? 1)
      const toCase = (given: number): Probe => ({
        name: `${given}-of-${value}`,
        edits: [...parents, { path: at(rule.limit), set: value }, { path: at(rule.field), set: given }],
      })
      return { accepted: [toCase(value)], rejected: [toCase(past)] }
    }
    case 'matchesWhen': {
      const values = toListed(rule.when.field, rule.when.in)
      const toCase = (value: string, given: string): Probe => ({
        name: `${rule.when.field}-${value}`,
        edits: [...parents, { path: at(rule.when.field), set: value }, { path: at(rule.field), set: given }],
      })
      const matching = toMatchingText(rule.pattern)
      return {
        accepted: matching === undefined ? [] : values.map((value) => toCase(value, matching)),
        rejected: values.map((value) => toCase(value, '')),
      }
    }
    case 'modelOf':
      return {
        accepted: toListed(rule.by, Object.keys(rule.examples)).map((value) => ({
          name: `${rule.by}-${value}`,
          edits: [
            ...parents,
            { path: at(rule.by), set: value },
            { path: at(rule.field), set: rule.examples[value] ?? '' },
          ],
        })),
        rejected: [],
      }
  }
}

/**
 * Adds the fields that a probe requires. If the probe sets a field of the object at `path` to a value that makes another
 * field required, or that another field must fit, the other field is set as well. `own` is the rule of the probe itself.
 */
export function withCompanions(probe: Probe, node: SchemaNode, path: Path, own?: Rule): Probe {
  /** The texts to which the probe sets a field of the object. */
  const findValues = (field: string) =>
    probe.edits.flatMap((edit) => {
      const isField = edit.path.length === path.length + 1 && edit.path.at(-1) === field
      return isField && 'set' in edit && typeof edit.set === 'string' ? [edit.set] : []
    })
  const others = (node['x-rules'] ?? []).filter((rule) => rule !== own)
  const companions = others.flatMap((rule): Edit[] => {
    const toSet = (field: string, value: Json): Edit => ({ path: [...path, field], set: value })
    switch (rule.kind) {
      case 'requiredWhen':
        if (!findValues(rule.when.field).some((value) => rule.when.in.includes(value))) return []
        return [toSet(rule.field, toSample(node.properties?.[rule.field] ?? {}))]
      case 'matchesWhen':
        if (!findValues(rule.when.field).some((value) => rule.when.in.includes(value))) return []
        return [toSet(rule.field, toMatchingText(rule.pattern) ?? '')]
      case 'modelOf':
        if (probe.edits.some(({ path: edited }) => edited.at(-1) === rule.field)) return []
        return findValues(rule.by).flatMap((value) => {
          const example = rule.examples[value]
          return example === undefined ? [] : [toSet(rule.field, example)]
        })
      default:
        return []
    }
  })
  return companions.length > 0 ? { ...probe, edits: [...probe.edits, ...companions] } : probe
}
