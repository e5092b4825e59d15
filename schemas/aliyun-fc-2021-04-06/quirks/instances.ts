import { quirk } from '../../core/quirk.ts'

/** Contradictions and gaps of FC-DEF about instances, the account and request bodies. */
export const instanceQuirks = [
  quirk({
    id: 'E28',
    operations: ['ListReservedCapacities'],
    says: 'limit is a string, with the range 1 to 100. In other lists, it is an integer.',
    does: 'The document has a string with a pattern for the range. The mock uses 20 if it is absent.',
    source: ['FC-DEF ListReservedCapacities query limit'],
    decision: 'The SDK sends a string. On the wire, both types are the same. 20 is the default of other lists.',
  }),
  quirk({
    id: 'E29',
    operations: ['ListReservedCapacities'],
    says: 'deadline is described as the timeout of a function in milliseconds. It and isRefunded are strings.',
    does: 'Both are strings. deadline is described as the end of the subscription.',
    source: ['FC-DEF OpenReservedCapacity.deadline', 'FC-DEF OpenReservedCapacity.isRefunded'],
    decision: 'A subscription has no timeout of a function. The unit and the types follow FC-DEF.',
  }),
  quirk({
    id: 'E30',
    operations: ['ClaimGPUInstance'],
    says: 'The example of createdTime is the debug text of a Go time, with a monotonic clock reading.',
    does: 'createdTime is any string. The mock returns the same form.',
    source: ['FC-DEF ClaimGPUInstance.response.200.createdTime'],
    decision: 'No source states another form. A client must be able to read what the server returns.',
  }),
  quirk({
    id: 'E31',
    operations: ['ClaimGPUInstance'],
    says: 'internetBandwidthOut and diskSizeGigabytes are strings that contain numbers. FC-DEF states no range.',
    does: 'Both are any string.',
    source: [
      'FC-DEF ClaimGPUInstance.request.internetBandwidthOut',
      'FC-DEF ClaimGPUInstance.request.diskSizeGigabytes',
    ],
    decision: 'The SDK sends strings.',
  }),
  quirk({
    id: 'E32',
    operations: ['ListInstances'],
    says: 'instanceIds is an array with the style repeatList.',
    does: 'The document has an array. The mock accepts instanceIds.1, instanceIds.2, and so on, and also a repeated instanceIds.',
    source: ['FC-DEF ListInstances query instanceIds'],
    decision: 'The SDK sends numbered names. OpenAPI can only express the repeated name.',
  }),
  quirk({
    id: 'E33',
    operations: ['GetAccountSettings'],
    says: 'GetAccountSettings returns availableAZs as an array. The model AvailableAZ has availableAZs as a string. No operation uses the model.',
    does: 'The response has an array. The document contains the model as FC-DEF states it.',
    source: ['FC-DEF GetAccountSettings.response.200.availableAZs', 'FC-DEF AvailableAZ.availableAZs'],
    decision: 'The sample has an array.',
  }),
  quirk({
    id: 'E34',
    operations: ['CreateLayerVersion', 'CreateCustomDomain', 'UpdateCustomDomain', 'ClaimGPUInstance'],
    says: 'The parameter body is not required, but most bodies have required fields.',
    does: 'The body is required. The body of an update may be an empty object.',
    source: [
      'FC-DEF CreateLayerVersion body body',
      'FC-DEF CreateCustomDomain body body',
      'FC-DEF UpdateCustomDomain body body',
      'FC-DEF ClaimGPUInstance body body',
    ],
    decision: 'The decision is the same as for CreateFunction and UpdateFunction (B18).',
    differs: {
      'FC-DEF CreateLayerVersion body body': ['required'],
      'FC-DEF CreateCustomDomain body body': ['required'],
      'FC-DEF UpdateCustomDomain body body': ['required'],
      'FC-DEF ClaimGPUInstance body body': ['required'],
    },
  }),
  quirk({
    id: 'E11',
    operations: ['ReleaseGPUInstance'],
    says: 'The example of X-Fc-Date is the debug text of a Go time. The description states the format of HTTP dates.',
    does: 'The header has the format of HTTP dates, as in other operations.',
    source: ['FC-DEF ReleaseGPUInstance header X-Fc-Date'],
    decision: 'The description is explicit.',
  }),
]
