"""Whether both sides show the same, before anything is timed."""

from browser import Browser, facts, field_names, rows, total
from processes import Stopped

# Fields that are not of the form itself: tokens, and the choice of a language in the frame.
TOKENS = {"_csrf", "csrfmiddlewaretoken", "language", "back", None}


def shown(side, browser: Browser) -> dict:
    """What a side's pages say: the rows of the list, three cases, the form's fields, and a case just created."""
    cases = side.cases(browser)
    found = {"list": rows(browser.page("/referrals"))}
    for number in (0, 77, len(cases) - 1):
        found[f"case {number + 1}"] = facts(browser.page(cases[number]))
    found["form"] = sorted(field_names(browser.page("/referrals/new"), TOKENS))
    before = total(browser.page("/referrals"))
    found["created case"] = facts(browser.page(side.create(browser)))
    found["cases created"] = total(browser.page("/referrals")) - before
    found["cases before"] = before
    return found


def must_be_alike(first: dict, second: dict, labels: tuple) -> None:
    for what, one in first.items():
        other = second[what]
        if one == other:
            continue
        where = ""
        if isinstance(one, list):
            pairs = [pair for pair in zip(one, other) if pair[0] != pair[1]]
            where = f"{len(one)} and {len(other)}; the first difference: {pairs[0] if pairs else set(map(str, one)) ^ set(map(str, other))}"
        raise Stopped(f"{labels[0]} and {labels[1]} do not show the same {what}: {where or (one, other)}")
