// The engine's own thread: it gets the packed files once, starts the runtime from them, then answers one call after the other.
// addEventListener, and not onmessage: with the latter the runtime never starts.
let engine = null, runtime = null;

async function start(packed) {
  const bytes = new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  const size = new DataView(bytes.buffer).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
  const files = new Map();
  let at = 4 + size;
  for (const [name, length] of index) {
    files.set(name, bytes.slice(at, at + length));
    at += length;
  }
  const script = name => URL.createObjectURL(new Blob([files.get(name)], { type: "text/javascript" }));
  const { dotnet } = await import(script("dotnet.js"));
  runtime = await dotnet.withModuleConfig({
    locateFile: name => name,
    onConfigLoaded: config => {
      // Nothing is fetched: each file is given to the runtime.
      for (const [kind, list] of Object.entries(config.resources)) {
        if (!Array.isArray(list))
          continue;
        for (const asset of list) {
          if (!files.has(asset.name))
            continue;
          delete asset.integrity;
          // An address of its own, though nobody asks for it: the runtime would work one out of that of its script, which is a blob's.
          asset.resolvedUrl = kind.startsWith("jsModule") ? script(asset.name) : asset.name;
          if (kind.startsWith("jsModule"))
            continue;
          if (kind === "wasmNative")
            asset.pendingDownload = { name: asset.name, url: asset.name, response: Promise.resolve(new Response(files.get(asset.name), { headers: { "Content-Type": "application/wasm" } })) };
          else
            asset.buffer = files.get(asset.name).buffer;
        }
      }
    },
  }).create();
  const exported = await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName);
  engine = exported.FundingReports.Web.Engine;
}

addEventListener("message", async message => {
  const { id, call, args } = message.data;
  try {
    let result = null;
    if (call === "start")
      await start(args[0]);
    else
      result = engine[call](...args);
    postMessage({ id, result });
  } catch (error) {
    const message = String(error && error.message || error), mark = message.indexOf("\u0002");
    // What the engine says itself is a sentence already, in the language of the page; anything else is the runtime's own, and it may be dead.
    postMessage(mark >= 0 ? { id, said: message.slice(mark + 1).split("\n")[0] } : { id, error: message });
  }
});
