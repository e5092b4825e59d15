import { quirk } from '../../core/quirk.ts'

const all = ['CreateCustomDomain', 'UpdateCustomDomain', 'GetCustomDomain', 'ListCustomDomains']

/** Contradictions and gaps of FC-DEF about custom domains. */
export const domainQuirks = [
  quirk({
    id: 'E12',
    operations: [...all, 'DeleteCustomDomain'],
    says: 'Many examples end with a tab. The example of accountId in GetCustomDomain is 2016-08-15.',
    does: 'The examples have no tab. accountId is the id of an account.',
    source: ['FC-DEF GetCustomDomain.response.200.accountId', 'FC-DEF GetCustomDomain path domainName'],
    decision: 'Names and times have no tabs. 2016-08-15 is the example of the next field.',
  }),
  quirk({
    id: 'E13',
    operations: all,
    says: 'The enumeration of methods has six values. The titles for consoles have a seventh: OPTIONS.',
    does: 'OPTIONS is accepted, with the mark observed. The profile documented rejects it.',
    source: ['FC-DEF PathConfig.methods[]'],
    decision: 'Real servers accept OPTIONS. Clients need it for requests of browsers to other origins.',
  }),
  quirk({
    id: 'E14',
    operations: all,
    says: 'Responses contain certConfig with privateKey.',
    does: 'Requests accept privateKey. The mock does not return it.',
    source: ['FC-DEF CertConfig.privateKey'],
    decision: 'Real servers do not return the key. The Terraform provider of the vendor says so.',
  }),
  quirk({
    id: 'E15',
    operations: all,
    says: 'The example of apiVersion is 2016-08-15 in every response of 2021-04-06.',
    does: 'The mock returns 2016-08-15.',
    source: ['FC-DEF GetCustomDomain.response.200.apiVersion'],
    decision: 'All four examples agree.',
  }),
  quirk({
    id: 'E16',
    operations: ['CreateCustomDomain'],
    says: 'domainName is any string.',
    does: 'CreateCustomDomain rejects a text that is not a domain name. The pattern has the mark observed.',
    source: ['FC-DEF CreateCustomDomain.request.domainName'],
    decision: 'The error message of real servers contains the pattern.',
  }),
  quirk({
    id: 'E17',
    operations: all,
    says: 'Routes name services and functions. FC-DEF does not say whether these must exist.',
    does: 'The mock accepts routes to services and functions that do not exist. All fields of a route are optional.',
    source: ['FC-DEF PathConfig.serviceName', 'FC-DEF PathConfig.functionName'],
    decision: 'No source states an error for such a route.',
  }),
  quirk({
    id: 'E18',
    operations: ['ListCustomDomains', 'ListStatefulAsyncInvocationFunctions'],
    says: 'limit is 0 to 100, with the default 20. Other lists start at 1, or state no minimum.',
    does: 'With the limit 0, the page is empty and has no token.',
    source: ['FC-DEF ListCustomDomains query limit', 'FC-DEF ListStatefulAsyncInvocationFunctions query limit'],
    decision: 'A page must not have more entries than the limit.',
  }),
  quirk({
    id: 'E19',
    operations: ['CreateCustomDomain'],
    says: 'The domain must have an ICP filing with Alibaba Cloud. FC-DEF states no error.',
    does: 'The mock accepts every domain. DomainNameNotResolved, which real servers return for a domain without a CNAME record, can be forced.',
    source: ['FC-DEF CreateCustomDomain.request.domainName'],
    decision: 'The mock reads neither filings nor DNS.',
  }),
]
