"""A mail server for tests: takes mails and writes each as a line of JSON to the file that is its argument. Two more
arguments make it a secure one: `tls` or `starttls`, and a PEM file with its certificate and key.

Prints `port N` when it listens. A line `hold mail` or `hold data` on the input makes it wait at the next mail, before
anything of it was taken or after it was written down but before that is answered; it prints `held` when it waits and
goes on at `go`. Mails to refused@… are refused for ever, mails to later@… for now.
"""

import asyncio
import email
import email.policy
import json
import logging
import ssl
import sys

from aiosmtpd.smtp import SMTP


class Sink:
    def __init__(self, path):
        self.path = path
        self.hold_at = None
        self.gate = asyncio.Event()

    async def wait_at(self, place):
        if self.hold_at != place:
            return
        self.hold_at = None
        self.gate.clear()
        print("held", flush=True)
        await self.gate.wait()

    async def handle_MAIL(self, server, session, envelope, address, options):
        await self.wait_at("mail")
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return f"550 5.1.1 <{address}>: nobody here"
        if address.startswith("later@"):
            return f"451 4.3.0 <{address}>: not now"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
        line = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "defects": [repr(defect) for part in message.walk() for defect in part.defects],
            "headers": {name: str(value) for name, value in message.items()},
            "text": parts.get("text/plain"),
            "html": parts.get("text/html"),
            "calendar": parts.get("text/calendar"),
        }
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        await self.wait_at("data")
        return "250 OK"

    def obey(self, line):
        words = line.split()
        if words[:1] == ["hold"]:
            self.hold_at = words[1]
            print("holding", flush=True)
        elif words == ["go"]:
            self.gate.set()


async def main():
    loop = asyncio.get_running_loop()
    sink = Sink(sys.argv[1])
    way, context = "", None
    if len(sys.argv) > 2:
        way, file = sys.argv[2:]
        # Connections that are refused are what is tried here.
        logging.disable()
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(file)
    starttls = {"tls_context": context, "require_starttls": True} if way == "starttls" else {}
    server = await loop.create_server(
        lambda: SMTP(sink, loop=loop, **starttls), "127.0.0.1", 0, ssl=context if way == "tls" else None
    )
    print("port", server.sockets[0].getsockname()[1], flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        sink.obey(line)


asyncio.run(main())
