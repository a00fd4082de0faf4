/** Where the embedded provider is mounted and the name the portal has there: known without loading the provider. */

/** Path of the provider below the public origin. */
export const PROVIDER_PATH = "/idp";
export const PORTAL_CLIENT = "accord-portal";
