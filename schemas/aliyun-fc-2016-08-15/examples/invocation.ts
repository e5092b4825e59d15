export const event = { summary: 'An event in JSON', value: '{"key":"value"}' }

export const output = { summary: 'What the function returned', value: 'hello world' }
