import { enumOf } from '../../core/wire.ts'

/** The values of `runtime`. Source: the same list in 001 tables 3, 13 and 19 and in 002 tables 5 and 8. */
export const Runtime = enumOf(
  [
    'Java8',
    'Java11',
    'Node.js6.10',
    'Node.js8.10',
    'Node.js10.16',
    'Node.js12.13',
    'Node.js14.18',
    'Node.js16.17',
    'Node.js18.15',
    'Python2.7',
    'Python3.6',
    'Python3.10',
    'Go1.x',
    'C#(.NET Core 2.1)',
    'C#(.NET Core 3.1)',
    'Custom',
    'PHP7.3',
    'Python3.9',
    'http',
    'Custom Image',
    'Cangjie1.0',
  ],
  { defined: ['Java17', 'Go1.8', 'PHP8.3', 'C#(.NET Core 2.0)', 'C#(.NET Core 6.0)'] },
).meta({ description: 'Runtime environment.' })
