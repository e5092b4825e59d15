/** The rows of the header Host: one for each operation that source 004 describes. */
export const hostRows: readonly string[] = [
  116, 146, 172, 205, 238, 277, 307, 334, 366, 392, 423, 456, 485, 514, 547, 586, 689, 773, 821, 869, 914, 949, 981,
  1019,
].map((line) => `004:${line}`)
