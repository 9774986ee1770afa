/** A page with one of everything that App Bridge shows around an app. What was pressed is written on the body. */
export function plainPage(path: string, apiKey: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Plain app at ${path}</title>
    <meta name="viewport" content="width=device-width">
    <meta name="shopify-api-key" content="${apiKey}">
    <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>
    <link rel="stylesheet" href="https://cdn.shopify.com/static/fonts/inter/v4/styles.css">
    <style>body { font: 14px/20px system-ui; margin: 16px }</style>
  </head>
  <body>
    <script>
      const press = (name) => { document.body.dataset.pressed = name };
    </script>
    <ui-nav-menu>
      <a href="/app" rel="home">Home</a>
      <a href="/app/queue">Queue</a>
      <a href="/app/settings">Settings</a>
    </ui-nav-menu>
    <ui-title-bar title="Title of ${path}">
      <button variant="breadcrumb" onclick="press('back')">Back</button>
      <button onclick="press('export')">Export</button>
      <button variant="primary" onclick="press('refund')">Refund all</button>
    </ui-title-bar>
    <ui-save-bar id="save-bar">
      <button variant="primary" onclick="press('save')">Save</button>
      <button onclick="press('discard')">Discard</button>
    </ui-save-bar>
    <ui-modal id="modal">
      <div><p>Is that so?</p></div>
      <ui-title-bar title="Sure?"><button variant="primary" onclick="press('yes')">Yes</button></ui-title-bar>
    </ui-modal>
    <h1>Plain app at ${path}</h1>
    <p><a href="shopify:admin/orders" target="_top">All orders</a></p>
    <form data-save-bar onsubmit="press('submit'); event.preventDefault()" onreset="press('reset')">
      <label>Name <input name="name"></label>
    </form>
    <script src="/script.js"></script>
  </body>
</html>`;
}
