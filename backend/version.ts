/** The program's version, as in package.json: the bundled backend has no package.json beside it. */
export const programVersion = '0.1.0';
