"""What stands before decap-server, tried on a server that answers everybody."""

import os
import subprocess
from contextlib import closing
from http.client import HTTPConnection

from generator.project.paths import GUARD

_SERVER = """
const server = require("http").createServer((request, answer) => answer.end("answered"));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
"""
_PORT = "8081"


def test_only_who_calls_this_computer_by_its_number_is_heard() -> None:
    server = subprocess.Popen(
        ["node", "--require", str(GUARD), "--eval", _SERVER],
        env={**os.environ, "PORT": _PORT},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    try:
        port = int(server.stdout.readline())
        for host, wanted in (
            (f"127.0.0.1:{_PORT}", (200, b"answered")),
            (f"elders.example:{_PORT}", (403, b"")),
            ("127.0.0.1:80", (403, b"")),
            (f"127.0.0.1.elders.example:{_PORT}", (403, b"")),
        ):
            with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                connection.request("GET", "/", headers={"Host": host})
                answer = connection.getresponse()
                assert (answer.status, answer.read()) == wanted, host
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()
