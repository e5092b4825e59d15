/** Operation ids for `operations` of quirks. */
export const config = ['UpdateFunctionConfig']
export const code = ['UpdateFunctionCode']
export const both = ['UpdateFunctionConfig', 'UpdateFunctionCode']
