/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />
/// <reference types="@shopify/app-bridge-types" />

/** A part of a language's words (`scripts/bundle/words-in-parts.ts`). */
declare module '*.json?first' {
  interface Words {
    readonly [name: string]: string | Words;
  }
  const words: Words;
  export default words;
}
declare module '*.json?others' {
  interface Words {
    readonly [name: string]: string | Words;
  }
  const words: Words;
  export default words;
}
