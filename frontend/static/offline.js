// Keeps a ticket and the list of a door at hand where there is no network. It is asked for only when such a page is
// opened, keeps nothing else of anybody, and forgets everything when somebody signs out. The build writes the names of
// the page's own files into FILES.
const FILES = [/* files */];
const SHELL = "club-shell-v1";
const KEPT = "club-kept-v1";
// What is answered from before when the network does not answer: one's ticket with its event, the list of a door, who
// is signed in.
const ANSWERS = [
  /^\/api\/session$/,
  /^\/api\/events\/[0-9a-f-]+$/,
  /^\/api\/events\/[0-9a-f-]+\/ticket$/,
  /^\/api\/organiser\/events\/[0-9a-f-]+\/door$/,
];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((shell) => shell.addAll(["/", ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(caches.delete(KEPT));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match("/")));
  } else if (FILES.includes(pathname)) {
    event.respondWith(caches.match(request).then((file) => file || fetch(request)));
  } else if (pathname.startsWith("/parts/decoder")) {
    event.respondWith(once(request));
  } else if (ANSWERS.some((path) => path.test(pathname))) {
    event.respondWith(fresh(request));
  }
});

// What reads codes where the browser cannot: few need it, and who has needed it once does at the next door too.
async function once(request) {
  const shell = await caches.open(SHELL);
  const before = await shell.match(request);
  if (before) return before;
  const file = await fetch(request);
  if (file.ok) await shell.put(request, file.clone());
  return file;
}

// The server's answer, which is kept; without network the one from before. A refusal ends what was kept.
async function fresh(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    else if (answer.status < 500) await kept.delete(request);
    return answer;
  } catch (error) {
    const before = await kept.match(request);
    if (before) return before;
    throw error;
  }
}
