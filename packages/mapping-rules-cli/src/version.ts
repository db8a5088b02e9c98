/** Written here and not read from package.json, so that the command starts without touching another file. A test keeps both equal. */
export const version = '0.1.0';
