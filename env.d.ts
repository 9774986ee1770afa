/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />
/// <reference types="@shopify/app-bridge-types" />

/** A part of a language's words: see `vite.config.ts`. */
declare module '*.json?first' {
  const words: import('./app/locales/load-words.ts').WordTree;
  export default words;
}
declare module '*.json?others' {
  const words: import('./app/locales/load-words.ts').WordTree;
  export default words;
}
