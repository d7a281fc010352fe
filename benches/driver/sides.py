"""The two sides that are compared, each on either database: how they are filled, started and asked."""

import itertools
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from browser import Browser, case_links
from load import Request
from processes import Server, Stopped, free_port, run

ROOT = Path(__file__).resolve().parents[2]
EMAIL, PASSWORD = "kim.holm@partner.example", "en lang sætning til målingen"
# Pages of the list whose cases are opened in turn, and how many drafts there may be to send in one load.
LIST_PAGES, MOST_DRAFTS = 4, 60_000

# One referral as it is typed. The area is chosen on the form; `industries` was confirmed by a person.
TYPED = [
    ("name", "Fatima Holm"), ("birth_date_day", "24"), ("birth_date_month", "11"), ("birth_date_year", "2005"),
    ("phone", "50 12 34 56"), ("email", "fatima.holm@ung.example"), ("contact_preference", "sms"),
    ("languages", "da"), ("languages", "ar"), ("gender", "female"),
    ("wish", "vil gerne være programmør og lave spil"), ("industries", "DB07:62"),
    ("needs", "job"), ("needs", "network"), ("clarity", "partly_clear"),
    ("goals", "En praktikplads før sommer"), ("mentor_gender_wish", "woman"), ("for_mentor", "Hun er god til tal."),
    ("knows_course", "yes"), ("consent", "2"), ("survey_consent", "yes"),
]


@dataclass
class Settings:
    """What both sides share: the folder of the run, the scheme's files, the two programs, and PostgreSQL if there is one."""

    folder: Path
    scheme: Path
    binary: Path
    venv: Path
    workers: int
    cluster: object = None


class Side:
    """One program on one database. `prepare` fills it once; `open` starts a fresh copy of that; `close` throws it away."""

    name = ""
    token = ""

    def __init__(self, settings: Settings, database: str):
        self.settings, self.database = settings, database
        self.label = f"{self.name} on {database}"
        self.folder = settings.folder / f"{self.name}-{database}".lower()
        self.filled, self.copy = self.folder / "filled", self.folder / "copy"
        self.server = None
        self.folder.mkdir()

    @property
    def is_postgres(self) -> bool:
        return self.database == "PostgreSQL"

    def table_space(self, folder: Path) -> str:
        """The name of the PostgreSQL database that belongs to a folder."""
        return f"{self.name}_{folder.name}".lower()

    def open(self) -> Browser:
        """Starts a copy of what was filled in, and signs in."""
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.filled, self.copy)
        if self.is_postgres:
            self.settings.cluster.drop(self.table_space(self.copy))
            self.settings.cluster.create(self.table_space(self.copy), self.table_space(self.filled))
        self.server = self.start(self.copy)
        browser = Browser(self.server.base, self.token)
        browser.submit("/sign-in", "/sign-in", self.credentials())
        return browser

    def close(self) -> None:
        if self.server:
            self.server.stop()
            self.server = None

    def roots(self) -> list:
        """The processes whose processor time a request costs."""
        return [self.server.pid] + ([self.settings.cluster.pid] if self.is_postgres else [])

    def cases(self, browser: Browser) -> list:
        """The addresses of the newest cases, in the order of the list."""
        pages = (case_links(browser.page(f"/referrals?page={number}")) for number in range(1, LIST_PAGES + 1))
        return list(itertools.chain.from_iterable(pages))

    def asked(self, browser: Browser) -> dict:
        """The loads of a round that read."""
        headers = browser.headers()
        return {
            "list": Request("GET", ["/referrals"], headers=headers),
            "case": Request("GET", self.cases(browser), headers=headers),
            "form": Request("GET", ["/referrals/new"], headers=headers),
        }

    def typed(self, browser: Browser) -> list:
        """The filled-in form, with the first area that it offers."""
        select = re.search(r'(?s)<select[^>]*name="area".*?</select>', browser.page("/referrals/new"))
        areas = re.findall(r'<option value="([^"]+)"', select[0]) if select else []
        if not areas:
            raise Stopped(f"The form of {self.label} offers no area")
        today = date.today()
        parts = [("day", today.day), ("month", today.month), ("year", today.year)]
        return [("area", areas[0]), *TYPED, *((f"consented_on_{part}", str(number)) for part, number in parts)]


class Brobyg(Side):
    name, token = "Brobyg", "_csrf"

    def environment(self, folder: Path, port: int = 0) -> dict:
        found = {
            "BROBYG_DATA": str(folder),
            "BROBYG_LISTEN": f"127.0.0.1:{port}",
            "BROBYG_BASE_URL": f"http://127.0.0.1:{port}",
            "BROBYG_MAIL_URL": f"file:{folder}/mail",
        }
        if self.is_postgres:
            address = self.settings.cluster.address(self.table_space(folder))
            found["BROBYG_DATABASE_URL"] = address.replace("postgresql://", "postgres://")
        return found

    def prepare(self) -> None:
        self.filled.mkdir()
        if self.is_postgres:
            self.settings.cluster.create(self.table_space(self.filled))
        environment = self.environment(self.filled)
        run([self.settings.binary, "import", self.settings.scheme], environment)
        run([self.settings.binary, "reindex"], environment)
        if self.is_postgres:
            self.settings.cluster.sql("vacuum analyze", self.table_space(self.filled))
        link = run([self.settings.binary, "user", "add", "--email", EMAIL, "--name", "Kim Holm", "--role", "staff"], environment)
        server = self.start(self.filled)
        try:
            self._choose_password(Browser(server.base, self.token), link)
        finally:
            server.stop()

    def _choose_password(self, browser: Browser, link: str) -> None:
        """Through the link that `user add` prints."""
        path = re.search(r"/invitations/\S+", link)
        if not path:
            raise Stopped(f"`brobyg user add` printed no link: {link}")
        browser.submit(path[0], path[0], [("password", PASSWORD), ("again", PASSWORD)])

    def start(self, folder: Path) -> Server:
        port = free_port()
        return Server(
            [str(self.settings.binary), "serve"], self.environment(folder, port), self.folder / "log", folder, port
        )

    def credentials(self) -> list:
        return [("email", EMAIL), ("password", PASSWORD)]

    def written(self, browser: Browser) -> dict:
        """The loads of a round that write: drafts are saved by the form's own POST, then each is sent once."""
        headers = browser.headers()
        body = browser.body("/referrals/new", self.typed(browser))
        token = browser.body("/referrals/new", [])
        paths = [self._new_draft(browser) for _ in range(MOST_DRAFTS)]
        return {
            "save": Request("POST", paths, body, once=True, headers=headers),
            "create": Request("POST", [f"{path}/submission" for path in paths], token, once=True, headers=headers),
        }

    def _new_draft(self, browser: Browser) -> str:
        """The address of a draft of an empty form: the platform takes no id that it did not make."""
        page = browser.get("/referrals/new").body
        found = re.search(r"/referrals/drafts/[0-9a-f-]{36}", page)
        if not found:
            raise Stopped("the empty form names no draft")
        return found[0]

    def create(self, browser: Browser) -> str:
        """Writes one referral as a person does, and returns the address of its page."""
        path = self._new_draft(browser)
        browser.submit("/referrals/new", f"{path}/check", self.typed(browser))
        sent = browser.submit(f"{path}/check", f"{path}/submission", []).location
        return sent.removesuffix("/receipt")


class Django(Side):
    name, token = "Django", "csrfmiddlewaretoken"
    application = ROOT / "benches/django"

    def environment(self, folder: Path) -> dict:
        place = self.settings.cluster.address(self.table_space(folder)) if self.is_postgres else f"{folder}/peer.sqlite3"
        return {"PEER_DATABASE": place, "DJANGO_SETTINGS_MODULE": "settings"}

    def prepare(self) -> None:
        self.filled.mkdir()
        if self.is_postgres:
            self.settings.cluster.create(self.table_space(self.filled))
        command = [self.settings.venv / "bin/python", "-m", "django"]
        environment = {**self.environment(self.filled), "PYTHONPATH": str(self.application)}
        run([*command, "migrate"], environment)
        run([*command, "migrate", "--run-syncdb"], environment)
        run([*command, "load", self.settings.scheme, "--user", EMAIL, "--password", PASSWORD], environment)

    def start(self, folder: Path) -> Server:
        port = free_port()
        command = [self.settings.venv / "bin/gunicorn", "--chdir", self.application, "-b", f"127.0.0.1:{port}"]
        command += ["-w", self.settings.workers, "-k", "gthread", "--threads", 4, "wsgi"]
        return Server(list(map(str, command)), self.environment(folder), self.folder / "log", folder, port)

    def credentials(self) -> list:
        return [("username", EMAIL), ("password", PASSWORD)]

    def asked(self, browser: Browser) -> dict:
        long = Request("GET", ["/referrals?long=1"], headers=browser.headers())
        return {**super().asked(browser), "list of 100": long}

    def written(self, browser: Browser) -> dict:
        body = browser.body("/referrals/new", self.typed(browser))
        return {"create": Request("POST", ["/referrals/new"], body, headers=browser.headers())}

    def create(self, browser: Browser) -> str:
        return browser.submit("/referrals/new", "/referrals/new", self.typed(browser)).location
