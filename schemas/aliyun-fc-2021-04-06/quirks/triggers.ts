import { quirk } from '../../core/quirk.ts'

const all = ['CreateTrigger', 'GetTrigger', 'UpdateTrigger', 'ListTriggers']

/** Contradictions of FC-DEF about triggers. */
export const triggerQuirks = [
  quirk({
    id: 'D3',
    operations: all,
    says: 'triggerConfig is the text of a JSON object. In FC 2016-08-15, it is the object. No source states what an update does with settings that are absent from the text.',
    does: 'Both versions show the same settings, as text and as object. Absent settings keep their values, as in FC 2016-08-15 (W17). The mock also accepts an object. In strict mode, the mock rejects an object.',
    source: ['FC-DEF CreateTrigger.request.triggerConfig', '004:1231'],
    decision: 'One server implements both versions. Each version has the type of its own source.',
  }),
  quirk({
    id: 'D6',
    operations: all,
    says: 'triggerType has eight values. FC-DEF also has a model RdsTriggerConfig, which belongs to none of them.',
    does: 'triggerType also accepts rds, which has a mark. Responses allow every string.',
    source: ['FC-DEF CreateTrigger.request.triggerType', 'FC-DEF RdsTriggerConfig'],
    decision: 'The SDK has the model, and terraform creates triggers of this type. FC 2016-08-15 accepts every type.',
  }),
  quirk({
    id: 'D7',
    operations: ['CreateTrigger'],
    says: 'An item of methods of an HTTP trigger has the default GET. The examples of methods and authType are lists in one text.',
    does: 'methods has no default. A trigger without methods accepts every method. An item is one method.',
    source: ['FC-DEF HTTPTriggerConfig.methods[]', 'FC-DEF HTTPTriggerConfig.authType'],
    decision: 'An item of a list cannot be absent.',
    differs: { 'FC-DEF HTTPTriggerConfig.methods[]': ['default'] },
  }),
  quirk({
    id: 'D8',
    operations: ['CreateTrigger'],
    says: 'The words announce four event sources of EventBridge and list seven.',
    does: 'eventSourceType has seven values.',
    source: ['FC-DEF EventSourceConfig.eventSourceType'],
    decision: 'The list for consoles has the same seven values.',
  }),
  quirk({
    id: 'D13',
    operations: all,
    says: 'The samples have a domain name and URLs for a trigger of OSS. The descriptions say that HTTP requests reach the trigger there.',
    does: 'Only HTTP triggers have domainName, urlInternet and urlIntranet.',
    source: ['FC-DEF CreateTrigger.response.200.urlInternet'],
    decision: 'Other triggers accept no HTTP requests.',
  }),
]
