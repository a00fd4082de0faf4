/** Something the person who starts the server must put right; the message is one line. */
export class ConfigError extends Error {}
