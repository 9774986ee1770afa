/** The Admin API version of the SDK, of every operation, of shopify.app.toml and of the simulator. */
export const apiVersion = '2026-10';
