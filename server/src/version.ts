import manifest from '../package.json' with { type: 'json' };

/** The version of the server and the command line. */
export const version: string = manifest.version;
