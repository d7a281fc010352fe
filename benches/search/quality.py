"""Who is found: nobody outside the filters, how many in the wished industry, and whether the best were missed."""

import math

from processes import Stopped

LIMIT = 10


def must_pass_filters(side, wishes: list, ids: list, mentors: dict) -> None:
    """At most ten different mentors for each wish, all with a seat, and of the wished region if the side stays in it."""
    for wish, found in zip(wishes, ids, strict=True):
        outside = [
            one for one in found
            if not mentors[one]["seats"] or (side.stays_in_region and mentors[one]["region"] != wish["region"])
        ]
        if outside or len(found) > LIMIT or len(set(found)) < len(found):
            raise Stopped(f"{side.label} answers {wish} with {found}, outside the filters: {outside}")


def of_hits(wishes: list, ids: list, mentors: dict) -> dict:
    """The share of the hits that are of the wished industry, the share that live in the region, and the mean number of hits."""
    near = [wish["region"] == mentors[one]["region"] for wish, found in zip(wishes, ids) for one in found]
    share = in_industry(wishes, ids, mentors)
    return {"share": share, "near": sum(near) / max(1, len(near)), "hits": len(near) / len(wishes)}


def in_industry(wishes: list, ids: list, mentors: dict) -> float:
    """The share of the hits that are of the industry that the wish was made from."""
    hits = [wish["industry"] in mentors[one]["industries"] for wish, found in zip(wishes, ids) for one in found]
    return sum(hits) / max(1, len(hits))


def beside(wishes: list, ours: list, theirs: list, mentors: dict) -> float:
    """Our share of hits in the industry to a peer's, of as many hits for each wish as both sides have."""
    pairs = list(zip(ours, theirs, strict=True))
    our_first = [one[: len(other)] for one, other in pairs]
    their_first = [other[: len(one)] for one, other in pairs]
    return in_industry(wishes, our_first, mentors) / max(1e-9, in_industry(wishes, their_first, mentors))


def ndcg(orders: dict, grades: dict) -> float:
    """Mean of the normalised discounted cumulative gain of the first ten; orders and grades by wish."""
    def gain(ordered: list) -> float:
        return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ordered[:LIMIT]))

    measures = [
        gain([grades[wish].get(one, 0) for one in order]) / gain(sorted(grades[wish].values(), reverse=True))
        for wish, order in orders.items()
    ]
    return sum(measures) / len(measures)
