// The page's only way to the server: JSON over fetch, events over one WebSocket.

const RETRY_FIRST_MS = 400;
const RETRY_MOST_MS = 4000;

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error ?? `${response.status} ${response.statusText}`);
  return body;
}

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).then(answer);
}

/** The whole world as the server keeps it. */
const readState = () => fetch("/api/state", { cache: "no-store" }).then(answer);

/** Move the world's time forward by `seconds`. */
export const advanceClock = (seconds) => post("/api/clock", { advance: seconds });

/** The person `as` does something; `files` go as multipart parts. Rejects with the server's words. */
export function act(as, doing, fields = {}, files = []) {
  const body = { as, do: doing, ...fields };
  if (files.length === 0) return post("/api/do", body);
  const form = new FormData();
  form.append("json", JSON.stringify(body));
  for (const file of files) form.append("file", file, file.name || "file");
  return fetch("/api/do", { method: "POST", body: form }).then(answer);
}

/** Where a file's bytes are; with `download` the browser saves it under that name. */
export function fileUrl(fileId, download) {
  const query = download ? `?download=${encodeURIComponent(download)}` : "";
  return `/api/file/${encodeURIComponent(fileId)}${query}`;
}

/**
 * Keep the page in step with the server for ever: each (re)connection reads the state anew, then events follow.
 * Events that arrive while the state is being read are applied after it.
 */
export function follow({ onState, onEvent, onConnection }) {
  let delay = RETRY_FIRST_MS;

  function open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/events`);
    let waiting = [];
    socket.onopen = async () => {
      try {
        onState(await readState());
      } catch {
        socket.close();
        return;
      }
      delay = RETRY_FIRST_MS;
      const early = waiting;
      waiting = null;
      early.forEach(onEvent);
      onConnection(true);
    };
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (waiting) waiting.push(event);
      else onEvent(event);
    };
    socket.onclose = () => {
      onConnection(false);
      setTimeout(open, delay);
      delay = Math.min(delay * 2, RETRY_MOST_MS);
    };
  }

  open();
}
