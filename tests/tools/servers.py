"""nginx and Caddy on this machine's own loopback, with the settings of docs/publish."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools.paths import ROOT

PUBLISH = ROOT / "docs" / "publish"
HOST, FOLDER = "stekwijzer.example", "/srv/stekwijzer/site"
"""What somebody changes in these files."""
_NGINX = """\
{user}daemon off; pid {work}/pid; error_log {work}/error.log; worker_processes {workers};
events {{ worker_connections 1024; }}
http {{
include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on;
client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
{site}
}}
"""


@contextmanager
def nginx(site: Path, work: Path, workers: int = 1) -> Iterator[tuple[int, int]]:
    """Serves a folder; gives the port of the site, and that of plain http, and needs no certificate."""
    port, plain = _free_port(), _free_port()
    text = (PUBLISH / "nginx.conf").read_text(encoding="utf-8").replace(FOLDER, str(site))
    text = re.sub(r"(?m)^    (listen \[|ssl_).*\n", "", text)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{plain};")
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    work.mkdir(parents=True, exist_ok=True)
    file = work / "nginx.conf"
    # Root's nginx reads as nobody, who may not enter the folder of a test.
    user = "user root; " if os.geteuid() == 0 else ""
    file.write_text(_NGINX.format(user=user, work=work, workers=workers, site=text), encoding="utf-8")
    # Debian puts it where only root looks.
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with _running([program, "-e", str(work / "error.log"), "-p", str(work), "-c", str(file)], port, work):
        yield port, plain


@contextmanager
def caddy(site: Path, work: Path) -> Iterator[tuple[int, int]]:
    """As nginx; plain http is the other host's."""
    port, plain = _free_port(), _free_port()
    text = (PUBLISH / "Caddyfile").read_text(encoding="utf-8").replace(FOLDER, str(site))
    text = text.replace(f"\nwww.{HOST} {{", f"\nhttp://www.{HOST}:{plain} {{\n\tbind 127.0.0.1")
    text = text.replace(f"\n{HOST} {{", f"\nhttp://{HOST}:{port} {{\n\tbind 127.0.0.1")
    work.mkdir(parents=True, exist_ok=True)
    file = work / "Caddyfile"
    file.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text, encoding="utf-8")
    command = ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
    with _running(command, port, work):
        yield port, plain


@contextmanager
def _running(command: list[str], port: int, work: Path) -> Iterator[None]:
    with (work / "log.txt").open("w") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={"HOME": str(work), "PATH": "/usr/bin:/bin"}
        )
        try:
            for _ in range(600):
                with socket.socket() as asking:
                    if asking.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None, (work / "log.txt").read_text(encoding="utf-8")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
