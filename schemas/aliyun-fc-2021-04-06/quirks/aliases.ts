import { quirk } from '../../core/quirk.ts'

/** Contradictions of FC-DEF about aliases. */
export const aliasQuirks = [
  quirk({
    id: 'D5',
    operations: ['CreateAlias', 'GetAlias', 'UpdateAlias', 'ListAliases'],
    says: 'resolvePolicy has the default Random in the keyword of CreateAlias and in the words of all other operations. It has the default Content in the keywords of the others, and none in the words of CreateAlias.',
    does: 'An alias that is created without resolvePolicy has Random. UpdateAlias and the responses have no default.',
    source: ['FC-DEF CreateAlias.request.resolvePolicy', 'FC-DEF UpdateAlias.request.resolvePolicy'],
    decision:
      'Random is stated more often, and Content needs a routePolicy. A default of an update would reset a field that the request does not contain.',
    differs: {
      'FC-DEF UpdateAlias.request.resolvePolicy': ['default'],
      'FC-DEF GetAlias.response.200.resolvePolicy': ['default'],
      'FC-DEF ListAliases.response.200.aliases[].resolvePolicy': ['default'],
    },
  }),
  quirk({
    id: 'D10',
    operations: ['CreateAlias', 'GetAlias', 'UpdateAlias', 'ListAliases'],
    says: 'The samples of additionalVersionWeight have the key "key" and the weight 1. The description has the version id 2 and the weight 0.05.',
    does: 'The keys are version ids. The examples follow the description.',
    source: ['FC-DEF CreateAlias.request.additionalVersionWeight'],
    decision: 'The sample was generated from the type of the field.',
  }),
]
