export const event = { summary: 'An event in JSON', value: '{"key":"value"}' }

export const output = { summary: 'The result of the function', value: 'hello world' }
