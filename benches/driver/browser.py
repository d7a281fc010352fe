"""A person at the keyboard: cookies, forms with their hidden token, and what a page shows."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser

from processes import Stopped


@dataclass
class Answer:
    status: int
    text: str
    location: str


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """Keeps cookies; `token` is the name of the hidden field that every form carries."""

    def __init__(self, base: str, token: str):
        self.base, self.token = base, token
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor(self.jar))

    def _send(self, path: str, body: bytes | None = None) -> Answer:
        url = urllib.parse.urljoin(self.base, path)
        headers = {"Origin": self.base, "Referer": url}
        try:
            found = self.opener.open(urllib.request.Request(url, body, headers), timeout=60)
        except urllib.error.HTTPError as error:
            found = error
        with found:
            return Answer(found.status, found.read().decode(), found.headers.get("Location") or "")

    def get(self, path: str) -> Answer:
        return self._send(path)

    def page(self, path: str) -> str:
        """A page that must be there."""
        answer = self.get(path)
        if answer.status != 200:
            raise Stopped(f"GET {path} answered {answer.status} {answer.location}")
        return answer.text

    def submit(self, form: str, path: str, fields: list) -> Answer:
        """Opens the page of a form and posts it; the answer must lead on."""
        answer = self._send(path, self.body(form, fields).encode())
        if answer.status not in (302, 303):
            raise Stopped(f"POST {path} answered {answer.status}: {' '.join(errors(answer.text))}")
        return answer

    def body(self, form: str, fields: list) -> str:
        """What a form posts, with the token out of its page."""
        page = self.page(form)
        found = re.search(rf'name="{self.token}" value="([^"]+)"', page)
        if not found:
            raise Stopped(f"{form} has no form")
        return urllib.parse.urlencode([(self.token, found[1]), *fields])

    def headers(self) -> dict:
        """What a request of this browser carries."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)
        return {"Cookie": cookies, "Origin": self.base, "Content-Type": "application/x-www-form-urlencoded"}


class _Reader(HTMLParser):
    """Collects the texts of some elements, the names of fields and the addresses of links."""

    def __init__(self, elements: set):
        super().__init__()
        self.elements, self.depth = elements, 0
        self.texts, self.names, self.links = [], set(), []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("input", "select", "textarea"):
            self.names.add(attributes.get("name"))
        if tag == "a":
            self.links.append(attributes.get("href"))
        if tag in self.elements:
            self.depth += 1
            self.texts.append("")

    def handle_endtag(self, tag):
        if tag in self.elements and self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth:
            self.texts[-1] += data


def _read(page: str, *elements: str) -> _Reader:
    reader = _Reader(set(elements))
    reader.feed(page)
    return reader


def _tidy(texts: list) -> list:
    return [" ".join(text.split()) for text in texts]


def errors(page: str) -> list:
    """What a refused form says is wrong."""
    lists = re.findall(r'(?s)<ul class="errorlist.*?</ul>|error-summary-heading.*?</ul>', page)
    return _tidy(re.sub(r"<[^>]*>", " ", found) for found in lists)


def rows(page: str) -> list:
    """The cells of the table, row by row."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [_tidy(_read(row, "th", "td").texts) for row in body.split("</tr>") if "<td" in row]


def facts(page: str) -> list:
    """What the summary lists say, without their labels."""
    return _tidy(_read(page, "dd").texts)


def field_names(page: str, of_all_pages: set) -> set:
    return _read(page).names - of_all_pages


def case_links(page: str) -> list:
    """The cases that a list leads to."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [link for link in _read(body).links if link and link.startswith("/referrals/")]


def total(page: str) -> int:
    """How many rows the list has in all."""
    found = re.search(r'class="paging-total"[^>]*>(.*?)</p>', page, re.S)
    return int("".join(re.findall(r"\d+", found[1]))) if found else 0
